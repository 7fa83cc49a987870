package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.broken;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.stillFailing;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages whose answer is lost, in situations in which it is hard to find out whether they have arrived. */
class LostAnswersTest {
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    @AutoClose
    private final SandboxBench bench = new SandboxBench();

    private void loseNextAnswer() {
        bench.slack.faults().next("chat.postMessage", Fault.acceptedButAnswerLost());
    }

    @Test
    void shouldFindAReplyThatSlackHasPutBesideAThreadThatIsGone() throws Exception {
        DeliveryHandle parent = bench.announce(named("parent").saying("Deploying"));
        bench.advance(A_WHILE);
        bench.builds().delete(bench.messages().get(0).ts());
        loseNextAnswer();
        DeliveryHandle reply = bench.announce(named("reply").saying("Done").inThreadOf(parent));
        bench.advance(A_WHILE);

        assertThat(bench.texts()).containsExactly("Done");
        assertThat(bench.find(reply))
                .returns(Delivery.State.SENT, Delivery::state)
                .returns(null, Delivery::note);
    }

    /** Such as that of a filter that looks into what comes back. */
    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 413, 451})
    void shouldFindWhatSlackHasTakenThoughAServerInBetweenAnswersInItsPlace(int status) throws Exception {
        bench.slack.faults().nextTimes(2, "chat.postMessage", Fault.acceptedButAnswerBlocked(status));
        DeliveryHandle told = bench.announce(named("a").saying("Deployed"));
        bench.advance(A_WHILE);

        assertThat(bench.texts()).containsExactly("Deployed");
        assertThat(bench.find(told).state()).isEqualTo(Delivery.State.SENT);
    }

    /** It has given up waiting for Slack, or has lost it; Slack may go on. */
    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void shouldNotSendAgainAtOnceWhatAGatewayHasGivenUp(int status) throws Exception {
        bench.slack.faults().next("chat.postMessage", Fault.status(status));
        bench.announce(named("a").saying("Deployed"));
        bench.advance(Duration.ofSeconds(25));
        assertThat(bench.texts()).isEmpty();

        bench.advance(A_WHILE);
        assertThat(bench.texts()).containsExactly("Deployed");
    }

    /** Others have gone to the new one meanwhile, so by the name nobody finds the old one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFindWhatIsInAChannelThatWasArchivedAndWhoseNameAnotherHas(boolean restarts, @TempDir Path folder)
            throws Exception {
        bench.channelIds = ChannelIds.in(folder);
        bench.newProcess();
        bench.announce(named("first").saying("So that the id is known"));
        bench.advance(A_WHILE);
        bench.slack.faults().always("conversations.history", Fault.status(503));
        loseNextAnswer();
        DeliveryHandle lost = bench.announce(named("lost").saying("Deployed"));
        bench.advance(A_WHILE);
        SandboxChannel old = bench.builds().rename("old").archive();
        bench.builds().invite("jenkins");
        bench.announce(named("other").of(stillFailing(42)).saying("Another"));
        bench.advance(A_WHILE);
        bench.slack.faults().clear();
        if (restarts) {
            bench.channelIds = ChannelIds.in(folder);
            bench.newProcess();
        }
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.texts()).containsExactly("Another");
        assertThat(old.messages()).extracting(SandboxMessage::text).containsOnlyOnce("Deployed");
        assertThat(bench.find(lost).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldFindNewsThatWerePostedAloneAsTheirThreadIsLocked() {
        bench.completed(broken());
        bench.builds().lockThread(bench.messages().get(0).ts());
        bench.slack.faults().next("chat.postMessage", Fault.delay(Duration.ZERO));
        loseNextAnswer();

        bench.completed(stillFailing(42));
        bench.advance(A_WHILE);

        assertThat(bench.messages()).hasSize(2).noneMatch(SandboxMessage::isReply);
    }

    /** In the meantime somebody has unlocked the thread. */
    @Test
    void shouldFindNewsThatWerePostedAloneThoughTheirThreadTakesRepliesAgain() {
        bench.completed(broken());
        bench.slack.faults().next("chat.postMessage", Fault.error("restricted_action_thread_locked"));
        loseNextAnswer();

        bench.completed(stillFailing(42));
        bench.advance(A_WHILE);

        assertThat(bench.messages()).hasSize(2).noneMatch(SandboxMessage::isReply);
    }

    @Test
    void shouldFindTheUpdateOfADeletedMessageThatWasPostedAnew() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(A_WHILE);
        bench.builds().delete(bench.messages().get(0).ts());
        loseNextAnswer();
        DeliveryHandle update =
                bench.announce(named("update").saying("Deployed").inPlaceOf(first));
        bench.advance(A_WHILE);

        assertThat(bench.texts()).containsExactly("Deployed");
        assertThat(bench.find(update).state()).isEqualTo(Delivery.State.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit_window_closed", "cant_update_message"})
    void shouldFindAnUpdateThatWasPostedAnewInAWorkspaceThatForbidsChanges(String error) throws Exception {
        bench.slack.faults().always("chat.update", Fault.error(error));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(A_WHILE);
        loseNextAnswer();
        bench.announce(named("update").saying("Deployed").inPlaceOf(first));
        bench.advance(A_WHILE);

        assertThat(bench.texts()).containsExactly("Deploying", "Deployed");
    }

    @Test
    void shouldLookAgainWhereSlackHasLostItsPlaceInTheHistory() throws Exception {
        loseNextAnswer();
        bench.slack.faults().nextTimes(3, "conversations.history", Fault.error("invalid_cursor"));
        bench.announce(named("a").saying("Hello"));
        bench.advance(Duration.ofMinutes(30));

        assertThat(bench.texts()).containsExactly("Hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldLookWhenItMayHaveArrivedOnlyHoweverMuchOthersHaveSaidSince(boolean restarts) throws Exception {
        bench.slack.enforceRateLimits(false);
        saidByOthers(1_100);
        DeliveryHandle told = sendAfterAWait();
        bench.slack.faults().always("conversations.history", Fault.status(503));
        bench.advance(Duration.ofHours(1));
        saidByOthers(1_100);
        bench.advance(Duration.ofHours(12));
        bench.slack.faults().clear();
        if (restarts) {
            bench.newProcess();
        }
        bench.advance(Duration.ofHours(1));

        assertThat(bench.texts()).containsOnlyOnce("Hello");
        assertThat(bench.find(told))
                .returns(Delivery.State.SENT, Delivery::state)
                .returns(null, Delivery::note);
    }

    /** Hands a message over that waits for two hours, and then loses the answer to it. */
    private DeliveryHandle sendAfterAWait() throws Exception {
        bench.slack.faults().always("chat.postMessage", Fault.rateLimited(Duration.ofMinutes(10)));
        DeliveryHandle told = bench.announce(named("a").saying("Hello"));
        bench.advance(Duration.ofHours(2));
        saidByOthers(1_100);
        bench.advance(Duration.ofHours(2));
        bench.slack.faults().clear();
        loseNextAnswer();
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofMillis(500)); // It is looked for after one second at least.
        assertThat(bench.find(told).state()).isEqualTo(Delivery.State.UNCERTAIN);
        return told;
    }

    private void saidByOthers(int messages) {
        Author other = new Author("U0ADA00000", null, null, "ada", null, null, null);
        Content content = new Content("Good morning", new JsonArray(), new JsonArray(), null, List.of());
        for (int i = 0; i < messages; i++) {
            bench.builds().post(other, content, null, false, List.of());
        }
    }

    @Test
    void shouldJoinAPublicChannelToLookThere() throws Exception {
        bench.builds().remove("jenkins");
        loseNextAnswer();
        DeliveryHandle told = bench.announce(named("a").saying("Hello"));
        bench.advance(A_WHILE);

        assertThat(bench.texts()).containsExactly("Hello");
        assertThat(bench.find(told).note()).isNull();
        assertThat(bench.slack.callCounts()).containsEntry("conversations.join", 1L);
    }

    @Test
    void shouldNotJoinAChannelWhereNoAnswerIsLost() throws Exception {
        bench.builds().remove("jenkins");
        bench.announce(named("a").saying("Hello"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.callCounts()).containsOnlyKeys("chat.postMessage");
    }

    @Test
    void shouldSayWhichScopeWouldHaveHelpedToLook() throws Exception {
        bench.token = bench.workspace.installBot(
                "guest", "chat:write", "chat:write.public", "channels:read", "groups:read", "channels:history");
        loseNextAnswer();
        DeliveryHandle told = bench.announce(named("a").saying("Hello"));
        bench.advance(A_WHILE);

        assertThat(bench.find(told).note()).contains("may be there twice", "channels:join");
    }
}
