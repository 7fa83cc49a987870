package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Slack does not show at once, or not in the message that they belong to. */
class SharedFilesTest {
    @TempDir
    Path files;

    @AutoClose
    private SandboxBench bench;

    @BeforeEach
    void open() {
        bench = new SandboxBench(files);
    }

    private List<DeliveryHandle> announce() throws Exception {
        List<DeliveryHandle> handles = bench.announceFile(named("a").saying("Nightly"), "all green");
        bench.advance(Duration.ofMinutes(30));
        return handles;
    }

    private List<String> filesOf(int message) {
        return bench.workspace.filesOf(bench.messages().get(message)).stream()
                .map(SandboxFile::text)
                .toList();
    }

    private void assertThatTheFileIsInTheThread() {
        assertThat(bench.messages()).hasSize(2);
        assertThat(filesOf(0)).isEmpty();
        assertThat(filesOf(1)).containsExactly("all green");
        assertThat(bench.messages().get(1).threadTs())
                .isEqualTo(bench.messages().get(0).ts());
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void shouldShowAFileThatIsReadySomeTimeAfterItsUpload() throws Exception {
        bench.workspace.files().readyAfter(Duration.ofMinutes(2));

        announce();

        assertThat(bench.messages()).hasSize(1);
        assertThat(filesOf(0)).containsExactly("all green");
        assertThat(files).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_not_found", "unable_to_share_files"})
    void shouldTryAgainWhereSlackDoesNotHaveTheFileYet(String error) throws Exception {
        bench.slack.faults().nextTimes(3, "chat.update", Fault.error(error));

        announce();

        assertThat(filesOf(0)).containsExactly("all green");
    }

    @Test
    void shouldShareTheFileInTheThreadWhereItNeverBecomesReady() throws Exception {
        bench.workspace.files().readyAfter(Duration.ofHours(9));

        List<DeliveryHandle> handles = announce();

        assertThatTheFileIsInTheThread();
        assertThat(bench.engine.deliveries().outcome(handles.get(1)))
                .hasValueSatisfying(it -> assertThat(it.note()).startsWith("The file is in the thread: "));
    }

    @Test
    void shouldShareTheFileInTheThreadWhereSlackTakesTheUpdateWithoutIt() throws Exception {
        bench.workspace.files().ignoredByUpdates();

        announce();

        assertThatTheFileIsInTheThread();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cant_update_message",
                "edit_window_closed",
                "max_file_sharing_exceeded",
                "posting_to_channel_denied",
                "internal_error"
            })
    void shouldShareTheFileInTheThreadWhereItsMessageCannotBeChanged(String error) throws Exception {
        bench.slack.faults().always("chat.update", Fault.error(error));

        announce();

        assertThatTheFileIsInTheThread();
    }

    @Test
    void shouldShowTheFileInAMessageThatMayNotCallEverybody() throws Exception {
        bench.slack.faults().alwaysAbout("<!", "*", Fault.error("restricted_action"));

        bench.announceFile(named("a").saying("<!here> Nightly"), "all green");
        bench.advance(Duration.ofMinutes(5));

        assertThat(bench.messages()).hasSize(1);
        assertThat(filesOf(0)).containsExactly("all green");
    }

    /** A limit or an outage may be over by then. */
    @Test
    void shouldShowTheFileInItsMessageAloneThoughTheFirstChangeAfterALongTimeHasNoAnswer() throws Exception {
        bench.slack.faults().next("chat.update", Fault.rateLimited(Duration.ofMinutes(14)));
        bench.slack.faults().next("chat.update", Fault.acceptedButAnswerLost());

        announce();

        assertThat(bench.messages()).hasSize(1);
        assertThat(filesOf(0)).containsExactly("all green");
    }

    @Test
    void shouldShareTheFileOnceThoughTheAnswerIsLost() throws Exception {
        bench.workspace.files().ignoredByUpdates();
        bench.slack
                .faults()
                .nextTimesAbout(bench.builds().id(), 1, "files.completeUploadExternal", Fault.acceptedButAnswerLost());

        announce();

        assertThatTheFileIsInTheThread();
    }

    /** The message may take the file by then, and would show it a second time. */
    @Test
    void shouldShareTheFileOnceThoughItsMessageCouldShowItLater() throws Exception {
        bench.slack.faults().nextTimes(1, "chat.update", Fault.error("cant_update_message"));
        bench.slack
                .faults()
                .nextTimesAbout(bench.builds().id(), 1, "files.completeUploadExternal", Fault.acceptedButAnswerLost());

        announce();

        assertThatTheFileIsInTheThread();
    }

    /** Such as the log of each stage of a pipeline. */
    @Test
    void shouldShareAFileThoughAnotherOneOfItsNameIsInTheThread() throws Exception {
        bench.workspace.files().ignoredByUpdates();
        DeliveryHandle first =
                bench.announceFile(named("a").saying("Nightly"), "all green").get(0);
        bench.advance(Duration.ofMinutes(1));
        bench.slack.faults().nextTimesAbout(bench.builds().id(), 1, "files.completeUploadExternal", Fault.halfClosed());
        bench.announceFile(named("b").saying("Hourly").inThreadOf(first), "one is red");
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.messages().stream()
                        .flatMap(message -> bench.workspace.filesOf(message).stream())
                        .map(SandboxFile::text))
                .containsExactlyInAnyOrder("all green", "one is red");
    }

    @Test
    void shouldShareAFileThoughAnotherOneOfItsNameAndLengthIsInTheThread() throws Exception {
        bench.workspace.files().ignoredByUpdates();
        DeliveryHandle first =
                bench.announceFile(named("a").saying("Nightly"), "all green").get(0);
        bench.advance(Duration.ofMinutes(1));
        bench.slack.faults().nextTimesAbout(bench.builds().id(), 1, "files.completeUploadExternal", Fault.halfClosed());
        bench.announceFile(named("b").saying("Hourly").inThreadOf(first), "not green");
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.messages().stream()
                        .flatMap(message -> bench.workspace.filesOf(message).stream())
                        .map(SandboxFile::text))
                .containsExactlyInAnyOrder("all green", "not green");
    }

    @Test
    void shouldJoinTheChannelToShareAFileThere() throws Exception {
        bench.builds().remove("jenkins");
        bench.workspace.files().ignoredByUpdates();

        announce();

        assertThatTheFileIsInTheThread();
    }

    /** An app need not have the scope by which it joins channels. */
    @Test
    void shouldNotLetTheBuildWaitForAFileWhereTheBotMayNotJoin() throws Exception {
        bench.builds().remove("jenkins");
        bench.workspace.files().ignoredByUpdates();
        bench.slack.faults().always("conversations.join", Fault.error("missing_scope"));

        announce();
        bench.announce(named("b").saying("Done"));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.texts()).containsExactly("Nightly", "Done");
    }

    @Test
    void shouldGiveUpAFileWhoseMessageIsGone() throws Exception {
        List<DeliveryHandle> handles = bench.announceFile(named("a").saying("Nightly"), "all green");
        bench.slack.faults().next("chat.update", Fault.error("message_not_found"));
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.engine.deliveries().outcome(handles.get(1)))
                .hasValueSatisfying(it -> assertThat(it.state()).isEqualTo(Delivery.State.REFUSED));
        assertThat(bench.messages()).hasSize(1);
        assertThat(files).isEmptyDirectory();
    }
}
