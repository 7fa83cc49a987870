package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message whose answer got lost is looked for before it is sent again. */
class UncertainArrivalTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldNotPostAgainWhatIsThere() throws Exception {
        bench.slack.loseNextAnswer();
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.run();
        assertThat(bench.find(lost))
                .returns(Delivery.State.UNCERTAIN, Delivery::state)
                .returns("No answer in time", Delivery::note);

        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Hello");
        assertThat(bench.slack.calls()).containsExactly("post", "find");
        assertThat(bench.find(lost))
                .returns(Delivery.State.SENT, Delivery::state)
                .returns(null, Delivery::note);
        assertThat(Deliveries.receipt(bench.find(lost)).map(receipt -> receipt.withOrigin(null)))
                .contains(new MessageReceipt("C0123456789", "1772366400.000000", null, "1772366400.000000", null));
    }

    @Test
    void shouldPostAgainWhatIsNotThere() throws Exception {
        bench.slack.answerPost(new SlackResult.Unknown<>("The connection broke"));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Hello");
        assertThat(bench.slack.calls()).containsExactly("post", "find", "find", "post");
        assertThat(bench.find(lost).note()).isNull();
    }

    @Test
    void shouldLookByIdInAChannelThatIsKnownByName() throws Exception {
        bench.announce(named("earlier").saying("Good morning").to("#builds"));
        bench.run();
        bench.slack.loseNextAnswer();
        bench.announce(named("a").saying("Hello").to("#builds"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Good morning", "Hello");
    }

    @Test
    void shouldAskForTheIdOfAChannelThatIsKnownByNameOnly() throws Exception {
        bench.slack.loseNextAnswer();
        bench.announce(named("a").saying("Hello").to("#builds"));
        bench.advance(A_WHILE);
        bench.slack.loseNextAnswer();
        bench.announce(named("b").saying("Hello again").to("#builds"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Hello", "Hello again");
        assertThat(bench.slack.calls()).containsExactly("post", "channelId", "find", "post", "find");
    }

    @Test
    void shouldPostAgainWithANoteWhereTheChannelsMayNotBeListed() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerChannelId(FakeSlack.refused("missing_scope", "The app lacks the scope channels:read."));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("#builds"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.calls()).containsExactly("post", "channelId", "post");
        assertThat(bench.find(lost).note()).contains("may be there twice", "The app lacks the scope channels:read.");
    }

    @Test
    void shouldWaitAsLongAsSlackAsksBeforeItLooksAgain() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(new SlackResult.RateLimited<>(Duration.ofMinutes(10)));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.advance(Duration.ofMinutes(10));
        assertThat(bench.slack.calls()).containsExactly("post", "find");
        assertThat(bench.find(lost).state()).isEqualTo(Delivery.State.UNCERTAIN);

        bench.advance(Duration.ofSeconds(5));
        assertThat(bench.find(lost).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldLookInTheThreadForAnAnswer() throws Exception {
        DeliveryHandle parent =
                bench.announce(named("parent").saying("Deploying").to("#deploy"));
        bench.run();
        bench.newProcess();
        bench.slack.loseNextAnswer();
        bench.announce(named("child").saying("Done").inThreadOf(parent));
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Deploying", "Done");
        assertThat(bench.slack.calls()).containsExactly("post", "post", "find");
    }

    @Test
    void shouldPostAgainWithANoteWhereTheHistoryMayNotBeRead() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(FakeSlack.refused("missing_scope", "The app lacks the scope channels:history."));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).containsExactly("Hello", "Hello");
        assertThat(bench.find(lost).note()).contains("may be there twice", "The app lacks the scope channels:history.");
    }

    @Test
    void shouldKeepThatNoteThoughSlackAsksToWaitMeanwhile() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(FakeSlack.refused("missing_scope", "No scope."));
        bench.slack.answerFind(FakeSlack.refused("missing_scope", "No scope."));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.run();
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(30)));
        bench.advance(A_WHILE);

        assertThat(bench.find(lost))
                .returns(Delivery.State.SENT, Delivery::state)
                .satisfies(sent -> assertThat(sent.note()).contains("may be there twice"));
    }

    /** It is slow, and goes on though nobody waits for its answer any more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void shouldNotSendAgainWhatSlackIsStillAt(int builds) {
        bench.slack.beSlow();
        for (int number = 1; number <= builds; number++) {
            bench.engine.buildCompleted(aBuild().of("shop/job" + number)
                    .that(Outcome.FAILURE, Trend.REGRESSED)
                    .build());
        }
        bench.run();
        bench.advance(Duration.ofSeconds(20));
        bench.slack.finish();
        bench.advance(A_WHILE);

        assertThat(bench.engine.deliveries().waiting()).isZero();
        assertThat(bench.slack.messages().stream()
                        .flatMap(message -> Stream.concat(
                                Stream.of(message.content().deliveryId()), message.content().companions().stream())))
                .hasSize(builds)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldWaitUntilTheHistoryCanBeRead() throws Exception {
        bench.slack.loseNextAnswer();
        bench.slack.answerFind(new SlackResult.Unreachable<>("No connection"));
        bench.slack.answerFind(new SlackResult.RateLimited<>(Duration.ofSeconds(1)));
        bench.slack.answerFind(new SlackResult.Unknown<>("Slack has trouble"));
        bench.slack.answerFind(FakeSlack.refused("http_403", "A proxy stands in the way."));
        DeliveryHandle lost = bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.run();
        bench.advance(Duration.ofSeconds(2));
        assertThat(bench.find(lost))
                .returns(Delivery.State.UNCERTAIN, Delivery::state)
                .returns("An earlier attempt may have arrived, and Slack does not tell", Delivery::note);

        bench.advance(A_WHILE);
        assertThat(bench.slack.calls()).containsExactly("post", "find", "find", "find", "find", "find");
        assertThat(bench.slack.texts()).containsExactly("Hello");
        assertThat(bench.find(lost).state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void shouldLookForItThoughNotificationsWereSwitchedOffMeanwhile() throws Exception {
        bench.slack.loseNextAnswer();
        bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.run();
        bench.enabled = false;
        bench.advance(A_WHILE);
        bench.enabled = true;
        bench.engine.retries().settingsChanged();
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Hello");
    }

    /** What travelled together is looked for in a way of its own, when sending it has failed twice. */
    @Test
    void shouldNotLookForADigestWhileNotificationsAreSwitchedOff() {
        for (int build = 1; build <= 4; build++) {
            bench.engine.buildCompleted(aBuild().number(build)
                    .that(Outcome.FAILURE, Trend.REGRESSED)
                    .build());
        }
        bench.slack.answerPost(new SlackResult.Unknown<>("HTTP 500", true));
        bench.slack.answerPost(new SlackResult.Unknown<>("HTTP 500", true));
        while (bench.slack.calls().stream().filter("post"::equals).count() < 2) {
            bench.advance(Duration.ofSeconds(1));
        }
        bench.enabled = false;
        int before = bench.slack.calls().size();
        bench.advance(Duration.ofHours(2));

        assertThat(bench.slack.calls()).hasSize(before);
        assertThat(bench.engine.deliveries().waiting()).isEqualTo(4);
    }

    @Test
    void shouldLookForItInTheNextProcess() throws Exception {
        bench.slack.loseNextAnswer();
        bench.announce(named("a").saying("Hello").to("C0123456789"));
        bench.run();

        bench.newProcess();

        assertThat(bench.slack.texts()).containsExactly("Hello");
        assertThat(bench.slack.calls()).containsExactly("post", "find");
    }

    @Test
    void shouldRepeatAnUpdateWithoutLookingForIt() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        DeliveryHandle update =
                bench.announce(named("update").saying("Deployed").inPlaceOf(first));
        bench.slack.answerUpdate(new SlackResult.Unknown<>("No answer in time"));
        bench.advance(A_WHILE);

        assertThat(bench.slack.calls()).containsExactly("post", "update", "update");
        assertThat(bench.slack.texts()).containsExactly("Deployed");
        assertThat(bench.find(update).state()).isEqualTo(Delivery.State.SENT);
    }

    /** Slack may still be at the first one, and would undo the second by it. */
    @Test
    void shouldChangeAMessageAnewOnlyOnceSlackIsDoneWithWhatItHasNotAnswered() throws Exception {
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.run();
        bench.slack.answerUpdate(new SlackResult.Unknown<>("No answer in time"));
        bench.announce(named("half").saying("Half done").inPlaceOf(first));
        bench.announce(named("all").saying("Deployed").inPlaceOf(first));
        bench.advance(Duration.ofSeconds(20));
        assertThat(bench.slack.texts()).as("repeated without waiting").containsExactly("Half done");

        bench.advance(Duration.ofSeconds(20));
        assertThat(bench.slack.texts()).containsExactly("Deployed");
        assertThat(bench.slack.calls()).containsExactly("post", "update", "update", "update");
    }

    @Test
    void shouldFindTheDigestOfADeliveryThatHasForgottenIt() throws Exception {
        for (int number = 1; number <= 6; number++) {
            bench.engine.buildCompleted(aFailure(number));
        }
        bench.run().advance(A_WHILE);
        int before = bench.slack.texts().size();
        List<Delivery> folded = bench.store.finished(100).stream()
                .filter(delivery -> delivery.state() == Delivery.State.FOLDED)
                .toList();
        assertThat(folded).isNotEmpty();
        // As where a part of the disk was damaged that held all but their first states.
        for (Delivery delivery : folded) {
            bench.store.update(new Delivery(
                    delivery.entry(),
                    delivery.position(),
                    Delivery.State.UNCERTAIN,
                    1,
                    null,
                    null,
                    null,
                    delivery.changedAt()));
        }
        bench.newProcess();
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).hasSize(before);
        assertThat(bench.engine.deliveries().waiting()).isZero();

        List<String> texts = bench.slack.texts();
        for (Delivery delivery : folded) {
            BuildKey build =
                    NotificationCodec.read(delivery).orElseThrow().event().key();
            bench.engine.buildClaimed(build, "Ada", "r" + build.hashCode());
        }
        bench.run().advance(A_WHILE);
        assertThat(bench.slack.texts())
                .as("it is about other builds, too, so it is never changed")
                .isEqualTo(texts);
    }

    private static BuildEvent aFailure(int number) {
        return aBuild().number(number).that(Outcome.FAILURE, Trend.REGRESSED).build();
    }

    /**
     * Two builds were to travel in one message, which did not arrive. Then what was on disk of the second, and that the first had
     * travelled, could not be read for a while, so the first was sent alone.
     */
    @Test
    void shouldNotTakeTheMessageOfTheOneForThatOfBoth() throws Exception {
        List<DeliveryHandle> first = bench.engine.buildCompleted(failure("first"));
        bench.run();
        bench.noToken = "There is no token";
        List<DeliveryHandle> second = bench.engine.buildCompleted(failure("second"));
        bench.run();
        Delivery held = bench.find(second.get(0));
        bench.store.update(new Delivery(
                held.entry(),
                held.position(),
                Delivery.State.SENDING,
                1,
                null,
                null,
                first.get(0).deliveryId(),
                held.changedAt()));
        bench.noToken = null;
        bench.newProcess();
        bench.advance(A_WHILE);

        assertThat(bench.slack.texts()).hasSize(2).last().asString().contains("second");
    }

    private static BuildEvent failure(String job) {
        return BuildEvent.builder(new BuildKey(job, 1, Instant.EPOCH), Outcome.FAILURE)
                .trend(Trend.REGRESSED)
                .build();
    }
}
