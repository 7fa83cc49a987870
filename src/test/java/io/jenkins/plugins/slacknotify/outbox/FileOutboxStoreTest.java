package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.Deliveries.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.Deliveries.finished;
import static io.jenkins.plugins.slacknotify.outbox.Deliveries.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileOutboxStoreTest extends OutboxStoreContract {
    private static final String VERSION_1 =
            """
            {"v":1,"id":"a","lane":" #builds","position":7,"state":"UNCERTAIN","attempts":3,\
            "acceptedAt":"2026-03-01T12:00:00.123456Z","changedAt":"2026-03-01T12:00:02Z",\
            "note":"No answer in time","payload":"{}"}""";

    @TempDir
    Path home;

    @Override
    OutboxStore open() {
        return new FileOutboxStore(folder());
    }

    @Test
    void shouldMakeNoFolderBeforeThereIsSomethingToKeep() throws IOException {
        assertThat(open().unfinished()).isEmpty();
        open().forgetFinishedBefore(ACCEPTED);

        assertThat(folder()).doesNotExist();
    }

    @Test
    void shouldReadWhatVersion1OfTheFormatHasWritten() throws IOException {
        write("waiting/a.json", VERSION_1);

        assertThat(open().unfinished())
                .containsExactly(new Delivery(
                        new Entry("a", " #builds", ACCEPTED, "{}"),
                        7,
                        Delivery.State.UNCERTAIN,
                        3,
                        "No answer in time",
                        null,
                        null,
                        Instant.parse("2026-03-01T12:00:02Z")));
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "null",
                "garbage",
                VERSION_1.substring(0, 100),
                VERSION_1.replace("\"v\":1", "\"v\":2"),
                VERSION_1.replace("\"v\":1,", ""),
                VERSION_1.replace("UNCERTAIN", "TELEPORTED"),
                VERSION_1.replace("2026-03-01T12:00:02Z", "yesterday"),
                VERSION_1.replace("\"id\":\"a\"", "\"id\":\"../a\""),
                "\u0000".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void shouldSetAsideWhatItCannotReadAndReportItOnce(String content) throws IOException {
        open().add(waiting("b", 2));
        write("waiting/a.json", content);

        try (LoggedRecords log = LoggedRecords.of(FileOutboxStore.class)) {
            assertThat(open().unfinished()).containsExactly(waiting("b", 2));
            assertThat(open().unfinished()).containsExactly(waiting("b", 2));
            assertThat(open().find("a")).isEmpty();

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("could not be read")
                    .contains(folder().resolve("unreadable/a.json").toString());
        }
        assertThat(folder().resolve("unreadable/a.json")).hasContent(content);
    }

    @Test
    void shouldSetAsideWhatIsNotEvenText() throws IOException {
        byte[] bytes = {'{', (byte) 0xff, (byte) 0xfe, '}'};
        Files.write(folder("waiting").resolve("a.json"), bytes);

        try (LoggedRecords log = LoggedRecords.of(FileOutboxStore.class)) {
            assertThat(open().find("a")).isEmpty();
            assertThat(log.messages()).hasSize(1);
        }
        assertThat(folder().resolve("unreadable/a.json")).hasBinaryContent(bytes);
    }

    @Test
    void shouldReadTheOthersWhereOneCannotBeOpened() throws IOException {
        Files.createDirectory(folder("waiting").resolve("a.json"));
        open().add(waiting("b", 2));

        try (LoggedRecords log = LoggedRecords.of(FileOutboxStore.class)) {
            assertThat(open().unfinished()).containsExactly(waiting("b", 2));
            assertThat(log.messages()).singleElement().asString().contains("could not be opened");
        }
    }

    @Test
    void shouldKeepTheOldStateWhereACrashCutsTheWritingOfTheNewOne() throws IOException {
        open().add(waiting("a", 1));
        write("waiting/a123.tmp", VERSION_1.substring(0, 50));

        assertThat(open().find("a")).contains(waiting("a", 1));
        assertThat(open().unfinished()).containsExactly(waiting("a", 1));
        assertThat(folder().resolve("unreadable")).doesNotExist();
    }

    @Test
    void shouldBelieveTheFinishedStateWhereACrashLeavesTheOldOneBesideIt() throws IOException {
        open().add(waiting("a", 1));
        String old = Files.readString(folder().resolve("waiting/a.json"));
        open().update(finished("a", ACCEPTED));
        write("waiting/a.json", old);

        assertThat(open().find("a")).contains(finished("a", ACCEPTED));
        assertThat(open().add(waiting("a", 2))).isFalse();
        assertThat(open().unfinished()).isEmpty();
        assertThat(folder().resolve("waiting")).isEmptyDirectory();
    }

    @Test
    void shouldClearAwayDraftsThatACrashHasLeftLongAgo() throws IOException {
        Path old = write("waiting/a1.tmp", "{");
        Path fresh = write("finished/b2.tmp", "{");
        Files.setLastModifiedTime(old, FileTime.from(ACCEPTED.minusSeconds(1)));
        Files.setLastModifiedTime(fresh, FileTime.from(ACCEPTED));

        open().forgetFinishedBefore(ACCEPTED);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void shouldLeaveNoDraftBehind() throws IOException {
        open().add(waiting("a", 1));
        open().update(finished("b", ACCEPTED));

        try (Stream<Path> files = Files.walk(folder())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> folder().relativize(path).toString()))
                    .containsExactlyInAnyOrder("waiting/a.json", "finished/b.json");
        }
    }

    @Test
    void shouldKeepWhatAnInterruptedThreadHandsOver() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThat(open().add(waiting("a", 1))).isTrue();
        } finally {
            assertThat(Thread.interrupted())
                    .as("the thread is interrupted still")
                    .isTrue();
        }
        assertThat(open().unfinished()).containsExactly(waiting("a", 1));
    }

    @Test
    void shouldSayThatItCouldNotKeepADelivery() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("waiting"), "a file where the folder belongs");
        OutboxStore store = open();

        assertThatIOException().isThrownBy(() -> store.add(waiting("a", 1)));
        assertThat(store.unfinished()).isEmpty();

        Files.delete(folder().resolve("waiting"));
        assertThat(store.add(waiting("a", 1))).isTrue();
    }

    @Test
    void shouldWriteOneLineOfUtf8PerDelivery() throws IOException {
        open().add(waiting("a", 1));

        List<String> lines = Files.readAllLines(folder().resolve("waiting/a.json"), StandardCharsets.UTF_8);
        assertThat(lines).singleElement().asString().startsWith("{\"v\":1,\"id\":\"a\",");
    }

    private Path folder() {
        return home.resolve("slack-notify");
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder().resolve(name));
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
