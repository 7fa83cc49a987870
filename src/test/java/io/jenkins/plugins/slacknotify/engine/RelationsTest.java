package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that refer to earlier ones. */
class RelationsTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldAnswerInTheThreadOfAMessageThatHasNotBeenSentYet() throws Exception {
        DeliveryHandle parent =
                bench.announce(named("parent").saying("Deploying").to("#deploy"));
        DeliveryHandle child = bench.announce(named("child").saying("Done").inThreadOf(parent));
        assertThat(child.channel()).isEqualTo("#deploy");

        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deploying", "Done");
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldAnswerInTheThreadOfAMessageThatWasSentByAnEarlierProcess() throws Exception {
        DeliveryHandle parent = bench.announce(named("parent").saying("Deploying"));
        bench.run();
        bench.newProcess();

        bench.announce(named("child").saying("Done").inThreadOf(parent));
        bench.run();

        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
        assertThat(bench.slack.messages().get(1).content().channel())
                .as("by its id, in case it was renamed")
                .isEqualTo("C0BUILDS00000");
    }

    @Test
    void shouldWaitForAMessageThatSlackDoesNotTakeYet() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        DeliveryHandle parent = bench.announce(named("parent").saying("Deploying"));
        bench.announce(named("child").saying("Done").inThreadOf(parent));

        bench.advance(Duration.ofSeconds(29));
        assertThat(bench.slack.texts()).isEmpty();
        bench.advance(Duration.ofSeconds(1));
        assertThat(bench.slack.texts()).containsExactly("Deploying", "Done");
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldSendAnUrgentReplyAfterAnotherBuildsMessageThatStillWaits() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        DeliveryHandle parent =
                bench.announce(named("parent").saying("Deploying").as(Severity.INFO));
        bench.announce(named("child")
                .of(aBuild().number(13).build())
                .saying("Failed")
                .as(Severity.CRITICAL)
                .inThreadOf(parent));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.texts()).containsExactly("Deploying", "Failed");
    }

    @Test
    void shouldPutTheNewStateInThePlaceOfTheOld() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle second =
                bench.announce(named("second").saying("Deployed").inPlaceOf(first));
        bench.run();
        bench.announce(named("third").saying("Checked").inPlaceOf(second));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Checked");
        assertThat(bench.slack.calls()).containsExactly("post", "update", "update");
    }

    @Test
    void shouldPutEachPartOfALongTextInThePlaceOfItsOwn() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.advance(Duration.ofSeconds(5));
        DeliveryHandle last = first;
        for (String state : List.of("a", "b", "c")) {
            bench.announce(
                    named("of-first-" + state).saying(state.repeat(5_000)).inPlaceOf(first));
            bench.advance(Duration.ofSeconds(5));
            last = bench.announce(named("of-last-" + state)
                    .saying((state + "!").repeat(2_500))
                    .inPlaceOf(last));
            bench.advance(Duration.ofSeconds(5));
        }

        assertThat(bench.slack.texts()).hasSize(2);
        assertThat(String.join("", bench.slack.texts())).isEqualTo("c!".repeat(2_500));
    }

    /** People may have deleted it, or their workspace lets nobody change a message for so long. */
    @ParameterizedTest
    @ValueSource(strings = {"message_not_found", "edit_window_closed"})
    void shouldAnswerAnewInTheThreadWhereAnAnswerCannotBeChanged(String error) throws Exception {
        DeliveryHandle root = bench.announce(named("root").saying("Deploying"));
        bench.run();
        DeliveryHandle answer =
                bench.announce(named("answer").saying("Half done").inThreadOf(root));
        bench.run();
        bench.slack.answerUpdate(FakeSlack.refused(error, "It takes no change"));

        bench.announce(named("changed").saying("Done").inPlaceOf(answer));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deploying", "Half done", "Done");
        assertThat(bench.slack.messages().get(2).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldAnswerAnAnswerInTheThreadThatItIsIn() throws Exception {
        DeliveryHandle root = bench.announce(named("root").saying("Deploying"));
        DeliveryHandle child = bench.announce(named("child").saying("Half-way").inThreadOf(root));
        DeliveryHandle corrected =
                bench.announce(named("corrected").saying("Two thirds").inPlaceOf(child));
        bench.announce(named("grandchild").saying("Done").inThreadOf(corrected));
        bench.advance(Duration.ofSeconds(2));

        assertThat(bench.slack.texts()).containsExactly("Deploying", "Two thirds", "Done");
        assertThat(bench.slack.messages())
                .extracting(FakeSlack.Message::threadTs)
                .containsExactly(null, ts(0), ts(0));
    }

    @Test
    void shouldAnswerInEveryChannelThatTheEarlierMessageWentTo() throws Exception {
        List<DeliveryHandle> parents = bench.engine.announce(
                named("parent").saying("Deploying").to("#deploy", "#oncall").build());
        List<DeliveryHandle> children = bench.engine.announce(named("child")
                .saying("Done")
                .inThreadOf(parents.toArray(DeliveryHandle[]::new))
                .build());
        bench.run();

        assertThat(children).extracting(DeliveryHandle::channel).containsExactly("#deploy", "#oncall");
        assertThat(bench.slack.messages())
                .filteredOn(message -> message.threadTs() != null)
                .hasSize(2)
                .allSatisfy(reply -> assertThat(bench.slack.messages())
                        .anyMatch(parent -> parent.threadTs() == null
                                && parent.location().ts().equals(reply.threadTs())
                                && parent.location()
                                        .channel()
                                        .equals(reply.location().channel())));
    }

    @Test
    void shouldUseTheTokenThatTheEarlierMessageWasSentWith() throws Exception {
        DeliveryHandle parent =
                bench.announce(named("parent").saying("Deploying").with("team-bot"));
        bench.announce(named("child").saying("Done").inThreadOf(parent));
        bench.run();

        assertThat(bench.askedTokens).hasSize(2).allMatch(asked -> asked.startsWith("team-bot "));
    }

    @Test
    void shouldContinueALongUpdateInTheThreadOfTheMessageThatItUpdates() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.announce(named("second").saying("x".repeat(5_000)).inPlaceOf(first));
        bench.run();

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(bench.slack.messages().get(1).threadTs()).isEqualTo(ts(0));
    }

    @Test
    void shouldNotBeSentWhereTheEarlierMessageWasRefused() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("metadata_too_large", "Slack did not take the blocks."));
        DeliveryHandle parent = bench.announce(named("parent").saying("Deploying"));
        DeliveryHandle child = bench.announce(named("child").saying("Done").inThreadOf(parent));
        bench.run();

        assertThat(bench.find(child))
                .returns(Delivery.State.REFUSED, Delivery::state)
                .returns(
                        "The message that it belongs to was not delivered: Slack did not take the blocks."
                                + " (metadata_too_large)",
                        Delivery::note);
    }

    @Test
    void shouldNotBeTakenOverWhereTheEarlierMessageIsNotKnown() {
        AnAnnouncement orphan =
                named("orphan").saying("Done").inThreadOf(new DeliveryHandle("forgotten", "#builds", true));

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.engine.announce(orphan.build()))
                .withMessageContaining("not known any more");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    private String ts(int message) {
        return bench.slack.messages().get(message).location().ts();
    }
}
