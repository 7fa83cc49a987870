package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.files.FileLimits;
import io.jenkins.plugins.slacknotify.engine.files.FileTooLargeException;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in messages. */
class FilesTest {
    @TempDir
    Path folder;

    private EngineBench bench;

    @BeforeEach
    void setUp() {
        bench = new EngineBench(new InMemoryOutboxStore(), folder);
    }

    @Test
    void shouldShowAFileInItsMessage() throws Exception {
        List<DeliveryHandle> told = announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));

        assertThat(told).extracting(DeliveryHandle::channel).containsExactly("#builds", "#builds (summary.txt)");
        assertThat(told).extracting(DeliveryHandle::replyable).containsExactly(true, false);
        assertThat(bench.slack.calls()).containsExactlyInAnyOrder("post", "upload summary.txt", "show F1 " + ts(0));
        assertThat(bench.slack.texts()).containsExactly("Nightly");
        assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("all green");
        assertThat(bench.engine.deliveries().outcome(told.get(1)))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Delivery.State.SENT));
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldShowItInEachChannel() throws Exception {
        announce(named("a").saying("Nightly").to("#one", "#two"), "all green");
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(bench.slack.fileIn(message)).isEqualTo("all green"));
        assertThat(leftInSpool()).isEmpty();
    }

    /** The next process does not know that it is uploaded, nor that it is to be shown. */
    @Test
    void shouldKeepTheCopyWhileTheDiskDoesNotTakeWhatHasBecomeOfIt() throws Exception {
        FailingStore disk = new FailingStore();
        bench = new EngineBench(disk, folder);
        bench.slack.answerUpload(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));
        bench.slack.answerShow(new SlackResult.RateLimited<>(Duration.ofHours(1)));
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));
        try (LoggedRecords log = LoggedRecords.of("io.jenkins.plugins.slacknotify.outbox.ResilientStore")) {
            disk.full();
            bench.advance(Duration.ofMinutes(2));
            disk.mend();
        }
        assertThat(bench.slack.files()).hasSize(1);
        bench.newProcess();
        bench.advance(Duration.ofMinutes(2));

        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("all green");
    }

    @Test
    void shouldRemoveTheCopyOnceTheDiskHasTakenWhatHasBecomeOfIt() throws Exception {
        FailingStore disk = new FailingStore();
        bench = new EngineBench(disk, folder);
        bench.slack.answerUpload(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));
        try (LoggedRecords log = LoggedRecords.of("io.jenkins.plugins.slacknotify.outbox.ResilientStore")) {
            disk.full();
            bench.advance(Duration.ofMinutes(2));
            assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("all green");
            assertThat(leftInSpool()).isNotEmpty();
            disk.mend();
            bench.advance(Duration.ofMinutes(20));
        }

        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldShowItToPeople() throws Exception {
        bench.people.with("ada").with("bob");
        Addressees both = new Addressees(Set.of(), List.of("ada", "bob"));

        announce(named("a").saying("Yours").toPeople(both), "all green");
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(bench.slack.fileIn(message)).isEqualTo("all green"));
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldShowItInAThreadAndInTheMessageThatIsReplaced() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Running"));
        announce(named("second").saying("The report").inThreadOf(first), "report");
        announce(named("third").saying("Done").inPlaceOf(first), "log");
        bench.advance(Duration.ofSeconds(20));

        assertThat(bench.slack.texts()).containsExactly("Done", "The report");
        assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("log");
        assertThat(bench.slack.fileIn(bench.slack.messages().get(1))).isEqualTo("report");
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldNotBringBackWhatWasReplacedWhileTheFileWasUploaded() throws Exception {
        bench.slack.answerUpload(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));
        DeliveryHandle first = announce(named("first").saying("Running"), "log").get(0);
        bench.advance(Duration.ofSeconds(10));
        bench.announce(named("second").saying("Done").inPlaceOf(first));
        bench.advance(Duration.ofMinutes(2));

        assertThat(bench.slack.texts()).containsExactly("Done");
        assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("log");
    }

    @Test
    void shouldNotLetMessagesWaitForAFile() throws Exception {
        bench.slack.answerUpload(FakeSlack.refused("missing_scope", "The app lacks the scope files:write."));
        DeliveryHandle first = announce(named("first").saying("Running"), "log").get(0);
        bench.announce(named("second").saying("Done").inThreadOf(first));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.texts()).containsExactly("Running", "Done");
        assertThat(bench.engine.deliveries().find("first-1-file"))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Delivery.State.HELD));

        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.fileIn(bench.slack.messages().get(0)))
                .as("once the scope is there")
                .isEqualTo("log");
    }

    @Test
    void shouldTryAgainWhereNoAnswerCame() throws Exception {
        bench.slack.answerUpload(new SlackResult.Unknown<>("No answer in time"));
        bench.slack.answerShow(new SlackResult.Unknown<>("No answer in time"));
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofMinutes(2));

        assertThat(bench.slack.calls())
                .as("neither can be seen twice, and no attempt has shared the file in the thread")
                .containsExactly(
                        "post", "upload summary.txt", "upload summary.txt", "show F1 " + ts(0), "show F1 " + ts(0));
    }

    @Test
    void shouldGoOnAfterACrash() throws Exception {
        announce(named("a").saying("Nightly"), "all green");
        bench.enabled = false;
        bench.newProcess();
        assertThat(leftInSpool()).containsExactly("a-1-file");

        bench.enabled = true;
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.fileIn(bench.slack.messages().get(0))).isEqualTo("all green");
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldTakeItOverOnceHoweverOftenItIsAnnounced() throws Exception {
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.calls()).hasSize(3);
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldSayWhyAFileWasRefusedAndKeepNoCopy() throws Exception {
        bench.slack.answerUpload(FakeSlack.refused("file_type_not_allowed", "No such files."));
        List<DeliveryHandle> told = announce(named("a").saying("Nightly"), "MZ");
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.engine.deliveries().outcome(told.get(1)))
                .hasValueSatisfying(it -> assertThat(it)
                        .returns(Delivery.State.REFUSED, Delivery::state)
                        .returns("No such files. (file_type_not_allowed)", Delivery::note));
        assertThat(leftInSpool()).isEmpty();
        assertThat(bench.engine.deliveries().sendAgain(told.get(1).deliveryId()))
                .isFalse();
    }

    @Test
    void shouldTellAnAnswerOnlyWhenTheFileIsShown() throws Exception {
        bench.slack.answerShow(FakeSlack.refused("message_not_found", "It is gone."));
        List<DeliveryHandle> told = announce(named("a").saying("Nightly"), "all green");
        var answer =
                bench.engine.deliveries().answered(told.get(1).deliveryId()).toCompletableFuture();
        bench.advance(Duration.ofSeconds(10));

        assertThat(answer).isCompletedWithValueMatching(it -> it.state() == Delivery.State.REFUSED);
    }

    @Test
    void shouldNotUploadForAMessageThatIsLost() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("no_text", "Empty."));
        bench.slack.answerUpload(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        List<DeliveryHandle> told = announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.engine.deliveries().outcome(told.get(1)))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Delivery.State.REFUSED));
        assertThat(bench.slack.files()).isEmpty();
    }

    @Test
    void shouldGiveUpWhatIsTooOldToBeNewsAndItsFile() throws Exception {
        announce(named("a").saying("Nightly"), "all green");
        bench.enabled = false;
        bench.advance(bench.expiry.plusHours(1));

        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldNotListAnUploadBesideTheFileThatIsShown() throws Exception {
        announce(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.engine.deliveries().latest(10))
                .extracting(DeliveryReport::text)
                .containsExactly("summary.txt", "Nightly");
    }

    @Test
    void shouldTakeNoMoreThanAllowed() {
        long tooMuch = FileLimits.STANDARD.ofFile() + 1;

        assertThatExceptionOfType(FileTooLargeException.class)
                .isThrownBy(() -> bench.spool.receive("a", "shop", bytes("x"), tooMuch));
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldKeepNoFileOfWhatWasDiscardedWhileItWasHeld() throws Exception {
        List<DeliveryHandle> told = announceHeld();

        for (DeliveryHandle each : told) {
            assertThat(bench.engine.deliveries().discard(each.deliveryId())).isTrue();
        }

        assertThat(leftInSpool()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldKeepNoFileOfWhatGrewTooOldWhileItWasHeld(boolean whileJenkinsIsDown) throws Exception {
        announceHeld();
        if (whileJenkinsIsDown) {
            bench.clock.advance(bench.expiry.plusHours(1));
            bench.newProcess();
        }
        bench.advance(bench.expiry.plusHours(1));

        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(leftInSpool()).isEmpty();
    }

    private List<DeliveryHandle> announceHeld() throws Exception {
        bench.noToken = "There is no token";
        List<DeliveryHandle> told = announce(named("a").saying("Nightly"), "all green");
        bench.run();
        assertThat(told).extracting(bench::find).allMatch(it -> it.state() == Delivery.State.HELD);
        assertThat(leftInSpool()).hasSize(1);
        return told;
    }

    @Test
    void shouldKeepNoFileWhereNotAllCanBeKept() throws Exception {
        bench.spool.receive("copy", "shop", bytes("all green"), 9);
        Path copy = bench.spool.incomingFile("copy");
        AnAnnouncement announcement = named("a")
                .saying("Nightly")
                .to("#one", "#two")
                .showing(new SpooledFile("summary.txt", "Summary", copy));
        String second = DeliveryIds.ofUpload(DeliveryIds.ofTarget("a", 2));
        // Its name is taken, so no link can be made, and neither can a copy, as the name of its draft is taken as well.
        Files.createSymbolicLink(folder.resolve(second), Path.of("nowhere"));
        Files.createDirectories(folder.resolve(second + ".tmp/x"));

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.engine.announce(announcement.build()))
                .withMessageContaining("The file cannot be kept");

        assertThat(leftInSpool()).containsExactlyInAnyOrder("copy.incoming", second + ".tmp");
    }

    /** The text is what counts, and nobody's file waits for another one's. */
    @Test
    void shouldTellEverybodyThoughAFileCannotBeKeptForSomebody() throws Exception {
        bench.people.with("ada").with("bob").with("carl");
        Addressees all = new Addressees(Set.of(), List.of("ada", "bob", "carl"));
        announce(named("a").saying("Yours").toPeople(all), "all green");
        Recipient bob = new Recipient(FakePeople.slackId("bob"), "bob", "BOB", Set.of());
        String ofBob = DeliveryIds.ofUpload(DeliveryIds.ofPerson(DeliveryIds.toPeople("a"), bob));
        Files.createSymbolicLink(folder.resolve(ofBob), Path.of("nowhere"));
        Files.createDirectories(folder.resolve(ofBob + ".tmp/x"));
        bench.advance(Duration.ofSeconds(10));

        assertThat(bench.slack.messages())
                .hasSize(3)
                .filteredOn(message -> bench.slack.fileIn(message) != null)
                .hasSize(2);

        Files.delete(folder.resolve(ofBob));
        Files.delete(folder.resolve(ofBob + ".tmp/x"));
        Files.delete(folder.resolve(ofBob + ".tmp"));
        bench.advance(Duration.ofHours(1));
        assertThat(bench.slack.messages())
                .hasSize(3)
                .allSatisfy(message -> assertThat(bench.slack.fileIn(message)).isEqualTo("all green"));
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldKeepForAMonthWhatNobodyKnowsWhileTheOutboxCannotBeRead() throws Exception {
        FailingStore store = new FailingStore();
        bench = new EngineBench(store, folder);
        Files.writeString(folder.resolve("unknown-file"), "x");
        setAge("unknown-file", bench.clock.instant().minus(Duration.ofDays(2)));
        store.failingOnUnfinished(new IOException("for the test"));

        bench.newProcess();
        assertThat(leftInSpool()).containsExactly("unknown-file");

        store.mend();
        bench.newProcess();
        assertThat(leftInSpool()).isEmpty();
    }

    @Test
    void shouldRemoveWhatNobodyWaitsFor() throws Exception {
        bench.spool.receive("old", "shop", bytes("x"), 1);
        bench.spool.receive("young", "shop", bytes("x"), 1);
        Instant now = bench.clock.instant();
        setAge("old.incoming", now.minus(Duration.ofDays(2)));
        setAge("young.incoming", now.minus(Duration.ofHours(2)));
        Files.writeString(folder.resolve("unknown-file"), "x");
        setAge("unknown-file", now.minus(Duration.ofDays(2)));
        Files.writeString(folder.resolve("unknown-young"), "x");
        setAge("unknown-young", now.minus(Duration.ofHours(2)));

        bench.newProcess();

        assertThat(leftInSpool())
                .as("a build that was killed may hand over its file yet")
                .containsExactlyInAnyOrder("young.incoming", "unknown-young");
    }

    private void setAge(String name, Instant time) {
        assertThat(folder.resolve(name).toFile().setLastModified(time.toEpochMilli()))
                .isTrue();
    }

    /** It is planned once more in its turn, by the settings of that moment. */
    @Test
    void shouldKeepNoCopyOfWhatFailsInItsTurn() throws Exception {
        bench.spool.receive("copy", "shop", bytes("all green"), 9);
        Announcement announcement = named("a")
                .saying("Nightly")
                .with("team-bot")
                .showing(new SpooledFile("summary.txt", "Summary", bench.spool.incomingFile("copy")))
                .build();
        List<String> before = leftInSpool();
        // The first plan asks last whose the credential is.
        bench.credentialFolders = (id, job) -> {
            bench.subscriptions = null;
            return Optional.empty();
        };

        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> bench.engine.announce(announcement));
        assertThat(leftInSpool()).isEqualTo(before);
    }

    private List<DeliveryHandle> announce(AnAnnouncement announcement, String content) throws Exception {
        bench.spool.receive("copy", "shop", bytes(content), content.length());
        Path copy = bench.spool.incomingFile("copy");
        List<DeliveryHandle> told = bench.engine.announce(announcement
                .showing(new SpooledFile("summary.txt", "Summary", copy))
                .build());
        bench.spool.release("copy");
        return told;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> leftInSpool() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.toFile().getName()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String ts(int message) {
        return bench.slack.messages().get(message).location().ts();
    }
}
