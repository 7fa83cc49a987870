package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.broken;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.brokenWithDetails;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.fixed;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.stillFailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests messages that belong to an earlier one, where Slack does not let them stand there any more. */
class LostPlacesTest {
    @AutoClose
    private final SandboxBench bench = new SandboxBench();

    private void assertThatNothingWaits() {
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldTellTheStoryInMessagesOfTheirOwnWhereNobodyMayReply() {
        bench.completed(broken());
        bench.builds().forbidThreads();

        bench.completed(stillFailing(42));
        bench.completed(fixed(43));

        assertThat(bench.texts())
                .satisfiesExactly(
                        resolved -> assertThat(resolved).contains("is fixed", "broke"),
                        second -> assertThat(second).contains("#42", "still fails"),
                        third -> assertThat(third).contains("#43", "is fixed"));
        assertThat(bench.messages()).noneMatch(SandboxMessage::isReply);
        assertThatNothingWaits();
    }

    @Test
    void shouldTellTheStoryInMessagesOfTheirOwnWhereTheThreadIsLocked() {
        bench.completed(broken());
        bench.builds().lockThread(bench.messages().get(0).ts());

        bench.completed(stillFailing(42));
        bench.completed(fixed(43));

        assertThat(bench.texts()).hasSize(3);
        assertThat(bench.messages()).noneMatch(SandboxMessage::isReply);
        assertThatNothingWaits();
    }

    /** Slack's errors where a message takes no reply, whatever the reason. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot_reply_to_message",
                "invalid_thread_ts",
                "message_not_found",
                "restricted_action_non_threadable_channel",
                "restricted_action_thread_locked",
                "thread_not_found"
            })
    void shouldTellTheNewsWhateverIsWrongWithTheThread(String error) {
        bench.completed(broken());
        bench.slack.faults().next("chat.postMessage", Fault.error(error));

        bench.completed(stillFailing(42));

        assertThat(bench.messages()).hasSize(2).noneMatch(SandboxMessage::isReply);
        assertThatNothingWaits();
    }

    @ParameterizedTest
    @ValueSource(strings = {"archived", "deleted", "left"})
    void shouldGoOnInTheChannelThatBearsTheNameByNow(String fate) {
        bench.completed(broken());
        SandboxChannel old = bench.builds().rename("old");
        bench.workspace.channel("builds").invite("jenkins");
        switch (fate) {
            case "archived" -> old.archive();
            case "left" -> old.remove("jenkins");
            default ->
                List.of("chat.postMessage", "chat.update")
                        .forEach(method ->
                                bench.slack.faults().alwaysAbout(old.id(), method, Fault.error("channel_not_found")));
        }
        bench.token = fate.equals("left") ? bench.workspace.installBot("jenkins", "chat:write") : bench.token;

        bench.completed(stillFailing(42));
        bench.completed(fixed(43));

        assertThat(bench.texts())
                .satisfiesExactly(
                        first -> assertThat(first).contains("#42", "still fails"),
                        second -> assertThat(second).contains("#43", "is fixed"));
        assertThat(bench.messages()).noneMatch(SandboxMessage::isReply);
        assertThatNothingWaits();
    }

    private int others;

    /** Posts go through all the while. */
    private void othersArriveFor(Duration time) throws Exception {
        for (int minutes = 0; minutes < time.toMinutes(); minutes += 5) {
            bench.advance(Duration.ofMinutes(5));
            others++;
            bench.announce(named("other" + others)
                    .of(stillFailing(100 + others))
                    .saying("Other")
                    .to("#builds"));
        }
    }

    private List<String> withoutOthers() {
        return bench.texts().stream().filter(text -> !text.equals("Other")).toList();
    }

    static Stream<Supplier<Fault>> blocks() {
        return Stream.of(
                () -> Fault.error("internal_error"),
                () -> Fault.status(403),
                () -> Fault.status(503),
                Fault::closeBeforeReading);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldBecomeAMessageOfItsOwnWhereNoChangeGetsThrough(Supplier<Fault> block) throws Exception {
        bench.slack.faults().always("chat.update", block.get());
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        othersArriveFor(Duration.ofHours(2));

        assertThat(withoutOthers()).containsExactly("Deploying", "Deployed");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void shouldBecomeAMessageOfItsOwnThoughNothingElseArrives(Supplier<Fault> block) throws Exception {
        bench.slack.faults().always("chat.update", block.get());
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        bench.advance(Duration.ofHours(4));

        assertThat(bench.texts()).containsExactly("Deploying", "Deployed");
    }

    /** The attempt that tries the bare news after all the words. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void shouldSayAllItsWordsWhereChangesGetThroughAgainInTheMiddleOfAnAttempt(int failures) throws Exception {
        bench.slack.faults().nextTimes(failures, "chat.update", Fault.error("internal_error"));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        bench.threads.run();
        bench.announce(named("other").of(stillFailing(100)).saying("Other"));
        bench.advance(Duration.ofHours(1));

        assertThat(bench.texts()).contains("Deployed").noneMatch(text -> text.contains("cannot be shown"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 15, 20, 25, 30, 35, 40})
    void shouldSayAllItsWordsOnceWhenChangesGetThroughAgain(int minutes) throws Exception {
        bench.slack.faults().always("chat.update", Fault.error("internal_error"));
        bench.slack.faults().nextTimesAbout("Deployed", 1, "chat.postMessage", Fault.acceptedButAnswerLost());
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        othersArriveFor(Duration.ofMinutes(minutes));
        bench.slack.faults().clear();
        othersArriveFor(Duration.ofHours(1));

        assertThat(withoutOthers()).containsOnlyOnce("Deployed");
    }

    @Test
    void shouldPutItsBareNewsInThePlaceWhereTheWordsAreToBlame() throws Exception {
        bench.slack.faults().alwaysAbout("EICAR", "*", Fault.status(403));
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("EICAR").inPlaceOf(first));
        othersArriveFor(Duration.ofHours(1));

        assertThat(withoutOthers())
                .singleElement()
                .asString()
                .contains("a message of this build cannot be shown in Slack");
    }

    @Test
    void shouldPostADeletedMessageAnewOnce() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(Duration.ofMinutes(1));
        for (String text : List.of("Half-way", "Nearly", "Deployed")) {
            if (!text.equals("Deployed")) {
                bench.builds().delete(bench.messages().get(0).ts());
            }
            bench.announce(named(text).saying(text).inPlaceOf(first));
            bench.advance(Duration.ofMinutes(1));
        }

        assertThat(bench.texts()).containsExactly("Deployed");
    }

    @Test
    void shouldGoOnInTheChannelOfTheNameThoughAFormerOneHasAnAnswer() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(Duration.ofMinutes(1));
        SandboxChannel old = bench.builds().rename("old").archive();
        bench.workspace.channel("builds").invite("jenkins");
        bench.announce(named("second").saying("Second"));
        bench.advance(Duration.ofMinutes(1));
        old.unarchive();
        bench.announce(named("answer").saying("Done").inThreadOf(first));
        bench.announce(named("third").saying("Third"));
        bench.advance(Duration.ofMinutes(1));

        assertThat(old.messages()).extracting(SandboxMessage::text).containsExactly("Deploying", "Done");
        assertThat(bench.texts()).containsExactly("Second", "Third");
    }

    @Test
    void shouldGoOnInTheWorkspaceOfTheNewToken() {
        bench.completed(broken());
        bench.workspace = bench.slack.workspace("globex");
        bench.token = bench.workspace.installBot("jenkins");
        bench.builds().invite("jenkins");

        bench.completed(stillFailing(42));
        bench.completed(fixed(43));

        assertThat(bench.texts()).hasSize(2);
        assertThatNothingWaits();
    }

    @Test
    void shouldGiveUpTheMarkOfAMessageWhoseChannelIsArchived() {
        bench.completed(broken());
        SandboxChannel old = bench.builds().rename("old");
        bench.workspace.channel("builds").invite("jenkins");
        old.archive();

        bench.completed(fixed(42));

        assertThat(old.messages())
                .singleElement()
                .satisfies(bad -> assertThat(bad.text()).endsWith("broke"));
        assertThat(bench.texts()).singleElement().asString().contains("is fixed");
        assertThatNothingWaits();
    }

    @Test
    void shouldWaitForThePersonWhoUnarchivesWhereTheNameLeadsToNoOtherChannel() {
        bench.completed(broken());
        bench.builds().archive();

        DeliveryHandle second = bench.completed(stillFailing(42)).get(0);
        assertThat(bench.find(second))
                .returns(Delivery.State.HELD, Delivery::state)
                .satisfies(held -> assertThat(held.note()).contains("#builds", "is archived"));

        bench.builds().unarchive();
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.messages().get(1).threadTs())
                .as("in its thread")
                .isEqualTo(bench.messages().get(0).ts());
    }

    @Test
    void shouldLeaveTheDetailsOutWhereNobodyMayReply() {
        bench.builds().forbidThreads();

        bench.completed(brokenWithDetails());

        assertThat(bench.texts()).singleElement().asString().contains("broke");
        assertThat(bench.slack.callCounts()).as("one try to reply is enough").containsEntry("chat.postMessage", 2L);
        assertThatNothingWaits();
    }

    @Test
    void shouldHaveSeveralPagesOfDetailsWhereRepliesAreAllowed() {
        bench.completed(brokenWithDetails());

        assertThat(bench.messages()).hasSizeGreaterThan(2);
    }

    @Test
    void shouldStopTheDetailsWhereSlackPutsThemBesideTheThread() {
        bench.engine.buildCompleted(brokenWithDetails());
        bench.threads.runOne();
        assertThat(bench.messages()).hasSize(1);
        bench.builds().delete(bench.messages().get(0).ts());

        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.messages()).as("the first page").hasSize(1).noneMatch(SandboxMessage::isReply);
        assertThatNothingWaits();
    }

    @Test
    void shouldLeaveTheRestOfTheDetailsOutWhereSomebodyHasDiscardedTheBeginning() {
        DeliveryHandle news = bench.engine.buildCompleted(brokenWithDetails()).get(0);
        bench.threads.runOne();
        assertThat(bench.messages()).hasSize(1);
        bench.slack.faults().next("chat.postMessage", Fault.rateLimited(Duration.ofMinutes(1)));
        bench.advance(Duration.ofSeconds(10));
        assertThat(bench.engine.deliveries().discard(DeliveryIds.ofPage(news.deliveryId(), 1)))
                .isTrue();

        bench.advance(Duration.ofMinutes(5));

        assertThat(bench.messages()).hasSize(1);
        assertThatNothingWaits();
    }

    @Test
    void shouldAnswerWhereTheNewsStandsAndNotWhereItWasMeantToStand() throws Exception {
        bench.completed(broken());
        bench.builds().lockThread(bench.messages().get(0).ts());
        DeliveryHandle second = bench.completed(stillFailing(42)).get(0);

        bench.announce(named("answer").saying("I look at it").inThreadOf(second));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.messages().get(2).threadTs())
                .isEqualTo(bench.messages().get(1).ts());
    }

    @Test
    void shouldAnswerAMessageThatSlackHasPutBesideItsThread() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(Duration.ofMinutes(1));
        bench.builds().delete(bench.messages().get(0).ts());
        DeliveryHandle second =
                bench.announce(named("second").saying("Half way").inThreadOf(first));
        bench.advance(Duration.ofMinutes(1));
        bench.announce(named("third").saying("Done").inThreadOf(second));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.texts()).containsExactly("Half way", "Done");
        assertThat(bench.messages().get(1).threadTs())
                .isEqualTo(bench.messages().get(0).ts());
    }

    @Test
    void shouldHoldAnAuthorsReplyWhereItsChannelIsGone() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(Duration.ofMinutes(1));
        bench.builds().rename("old").archive();
        bench.workspace.channel("builds").invite("jenkins");

        DeliveryHandle reply = bench.announce(named("reply").saying("Done").inThreadOf(first));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.find(reply).state()).isEqualTo(Delivery.State.HELD);
        assertThat(bench.texts()).isEmpty();
    }
}
