package io.jenkins.plugins.slacknotify.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the files of {@link CachedSlackDirectory}: what it writes, and how it reads damaged ones. */
class CachedSlackDirectoryFilesTest {
    private static final String ADA = "ada@example.org";
    private static final SlackUser USER = new SlackUser("U0ADA01", "Ada \u4e16 <&>", false, false);
    private static final String SECRET = "0123456789-secret";

    private final FakeWorkspaceGateway slack = new FakeWorkspaceGateway();
    private final SlackConnection acme = slack.token(SECRET, "T1");
    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final LoggedRecords log = LoggedRecords.of(CacheFile.class);

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        slack.add("T1", ADA, USER);
        assertThat(find(ADA)).isEqualTo(found());
        assertThat(find("nobody@example.org")).isEqualTo(new SlackResult.Success<>(Optional.empty()));
    }

    @Test
    void shouldKeepAddressesIdsAndNamesOnly() throws IOException {
        assertThat(folder).isDirectoryContaining("glob:**/T1.json");
        assertThat(Files.list(folder)).hasSize(1);
        assertThat(JsonParser.parseString(Files.readString(file())))
                .isEqualTo(JsonParser.parseString("""
                        {"version":1,"checksum":%s,"people":[
                        {"asked":"ada@example.org","id":"U0ADA01","name":"Ada \u4e16 <&>","deactivated":false,"bot":false,
                         "until":1772971200},
                        {"asked":"nobody@example.org","deactivated":false,"bot":false,"until":1772452800}]}
                        """.formatted(checksum())));
        assertThat(Files.readString(file())).doesNotContain(SECRET.substring(0, 8));
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldDropWhatIsOverFromTheFile() throws IOException {
        clock.advance(Duration.ofDays(1));
        find("somebody@example.org");

        assertThat(Files.readString(file())).contains(ADA, "somebody").doesNotContain("nobody");
    }

    @Test
    void shouldReadItsFileOnce() {
        slack.answerLookUps(() -> new SlackResult.Unreachable<>("No network"));

        assertThat(find(ADA)).isEqualTo(found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\u0000\u0000\u0000",
                "{\"version\":2,\"checksum\":0,\"people\":[]}",
                "{\"version\":1,\"people\":[]}",
                "{\"version\":1,\"checksum\":0,\"people\":7}"
            })
    void shouldSetAsideWhatItCannotRead(String content) throws IOException {
        Files.writeString(file(), content);

        assertThat(find(ADA)).isEqualTo(found());

        assertThat(slack.lookUps()).hasSize(3);
        assertThat(folder.resolve("T1.json.unreadable")).hasContent(content);
        assertThat(log.messages()).singleElement().asString().contains("kept as", "T1.json.unreadable");
        assertThat(Files.readString(file())).contains(ADA);
    }

    @Test
    void shouldReadNothingFromATornFile() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));

            assertThat(read()).as("cut at %d", length).isEqualTo(0);
        }
        Files.write(file(), whole);
        assertThat(read()).isEqualTo(2);
    }

    // A wrong id would send a message to somebody else.
    @Test
    void shouldNeverTakeADamagedEntryForAGoodOne() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(4);
        int readable = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), damaged);
            var people = new MemberFile(folder, "T1.json").read();
            if (!people.isEmpty()) {
                readable++;
                assertThat(people.get(ADA).person()).contains(USER);
            }
        }
        assertThat(readable).isLessThan(100);
    }

    @Test
    void shouldSayInWordsThatANewerVersionHasWrittenTheFile() throws IOException {
        String newer = "{\"version\":2,\"members\":{}}";
        Files.writeString(file(), newer);

        assertThat(find(ADA)).isEqualTo(found());

        assertThat(log.messages()).singleElement().asString().contains("a newer version of this plugin", "kept as");
        assertThat(log.thrown()).isEmpty();
        assertThat(folder.resolve("T1.json.unreadable")).hasContent(newer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4-people", "5-conversations"})
    void shouldReadWhatAnEarlierVersionHasWritten(String state) throws Exception {
        Path earlier = Path.of(getClass()
                .getResource(
                        "/io/jenkins/plugins/slacknotify/acceptance/earlier/" + state + "/home/slack-notify/people")
                .toURI());
        try (Stream<Path> files = Files.list(earlier)) {
            Files.copy(files.findFirst().orElseThrow(), file(), StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(new MemberFile(folder, "T1.json")
                        .read()
                        .get("developer@example.org")
                        .person())
                .contains(new SlackUser("U0SBX000006", "developer", false, false));
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void shouldWorkFromMemoryWhereTheFileCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("T1.json.tmp"));
        CachedSlackDirectory directory = directory();
        for (int round = 0; round < 2; round++) {
            for (int person = 0; person < 5; person++) {
                directory.find(acme, person + "@example.org");
            }
        }

        assertThat(slack.lookUps()).hasSize(2 + 5);
        assertThat(directory.find(acme, ADA)).isEqualTo(found());
        assertThat(log.messages()).singleElement().asString().contains("cannot be written");

        Files.delete(folder.resolve("T1.json.tmp"));
        directory.find(acme, "6@example.org");
        assertThat(Files.readString(file())).contains("0@example.org", "6@example.org");
    }

    @Test
    void shouldWorkFromMemoryWhereThereCanBeNoFolder() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, notAFolder, clock);

        directory.find(acme, ADA);
        assertThat(directory.find(acme, ADA)).isEqualTo(found());

        assertThat(slack.lookUps()).hasSize(3);
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void shouldWriteOnAnInterruptedThread() throws IOException {
        Thread.currentThread().interrupt();
        find("late@example.org");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readString(file())).contains("late@example.org");
        assertThat(log.messages()).isEmpty();
    }

    private int read() {
        return new MemberFile(folder, "T1.json").read().size();
    }

    private long checksum() throws IOException {
        return JsonParser.parseString(new String(Files.readAllBytes(file()), UTF_8))
                .getAsJsonObject()
                .get("checksum")
                .getAsLong();
    }

    private Path file() {
        return folder.resolve("T1.json");
    }

    /** Finds a member by a new directory, as after a restart. */
    private SlackResult<Optional<SlackUser>> find(String asked) {
        return directory().find(acme, asked);
    }

    private CachedSlackDirectory directory() {
        return new CachedSlackDirectory(slack, folder, clock);
    }

    private static SlackResult<Optional<SlackUser>> found() {
        return new SlackResult.Success<>(Optional.of(USER));
    }
}
