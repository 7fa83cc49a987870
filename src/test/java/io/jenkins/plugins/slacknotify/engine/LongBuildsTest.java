package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds that run, or wait for somebody, while thousands of other messages are sent. */
class LongBuildsTest {
    private static final InputQuestion QUESTION = new InputQuestion("7", "Deploy?", null);
    private static final Milestone WAITING = Milestone.waitingFor(QUESTION);

    private final EngineBench bench = new EngineBench();

    @BeforeEach
    void hearOfStartsAndQuestionsAndOfNoEnd() {
        bench.subscriptions = List.of(
                EngineBench.hears("#builds", EventKind.STARTED, EventKind.WAITING_FOR_INPUT),
                EngineBench.hears("#others", EventKind.UNSTABLE));
        bench.running = Set.of(aBuild().build().key());
    }

    /** Others end, of which another channel is told, many in a message. */
    private void othersEnd(int howMany) {
        othersEnd(bench, howMany);
    }

    private static void othersEnd(EngineBench bench, int howMany) {
        for (int i = 0; i < howMany; i++) {
            bench.engine.buildCompleted(
                    aBuild().of("other/" + i).that(Outcome.UNSTABLE, Trend.SAME).build());
        }
        bench.run().advance(Duration.ofHours(1));
    }

    /** What was sent is abridged, as far as that may be. */
    private void thousandsAreSent() throws IOException {
        bench.store.forgetFinished(
                Instant.EPOCH,
                0,
                (id, sequence) -> bench.running.stream()
                        .anyMatch(build -> sequence.contains(build.job() + " " + build.build() + " ")));
    }

    private List<String> told() {
        return told(bench);
    }

    private static List<String> told(EngineBench bench) {
        return bench.slack.messages().stream()
                .map(FakeSlack.Message::text)
                .filter(text -> !text.contains("unstable"))
                .toList();
    }

    @Test
    void shouldEndInItsMessageHoweverManyBuildsAreToldMeanwhile() {
        bench.happens(Milestone.STARTED);
        othersEnd(ConversationIndex.KEPT + 1);

        bench.ends(aBuild().build());

        assertThat(told()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldEndInItsMessageThoughAnotherProcessHasToldOfThousandsSince() {
        bench.happens(Milestone.STARTED);
        othersEnd(ConversationIndex.KEPT + 1);
        bench.newProcess();

        bench.ends(aBuild().build());

        assertThat(told()).singleElement().asString().endsWith("succeeded");
    }

    /** A disk that gives nothing while a test says so. */
    private static final class FlickeringStore extends ForwardingStore {
        private boolean gone;
        private boolean listsNothing;

        @Override
        public List<Delivery> finished(int limit) throws IOException {
            if (listsNothing) {
                throw new IOException("Stale file handle");
            }
            return super.finished(limit);
        }

        @Override
        public Optional<Delivery> find(String id) throws IOException {
            if (gone) {
                throw new IOException("Stale file handle");
            }
            return super.find(id);
        }
    }

    private EngineBench on(FlickeringStore store) {
        EngineBench other = new EngineBench(store);
        other.subscriptions = bench.subscriptions;
        other.running = bench.running;
        return other;
    }

    @Test
    void shouldEndInItsMessageThoughTheDiskDidNotGiveThatWhenItWasReadFirst() {
        FlickeringStore store = new FlickeringStore();
        EngineBench flickering = on(store);
        flickering.happens(Milestone.STARTED);
        othersEnd(flickering, ConversationIndex.KEPT + 1);
        flickering.newProcess();

        store.gone = true;
        assertThat(flickering.engine.deliveries().ofBuild(aBuild().build().key()))
                .isEmpty();
        store.gone = false;
        flickering.ends(aBuild().build());

        assertThat(told(flickering)).singleElement().asString().endsWith("succeeded");
    }

    /** What cannot be listed is not what is not there. */
    @Test
    void shouldEndInItsMessageThoughTheDiskDidNotListWhatWasSentAtTheStart() {
        FlickeringStore store = new FlickeringStore();
        EngineBench flickering = on(store);
        flickering.happens(Milestone.STARTED);
        store.listsNothing = true;
        flickering.newProcess();

        assertThat(flickering.engine.deliveries().ofBuild(aBuild().build().key()))
                .isEmpty();
        store.listsNothing = false;
        flickering.ends(aBuild().build());

        assertThat(told(flickering)).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldKnowOfItsMessageThatWaitsThoughTheDiskDidNotGiveThatAtTheStart() {
        FlickeringStore store = new FlickeringStore();
        EngineBench flickering = on(store);
        flickering.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofDays(1)));
        flickering.happens(Milestone.STARTED);
        store.gone = true;
        flickering.newProcess();
        store.gone = false;

        assertThat(flickering.engine.buildCompleted(aBuild().build()))
                .as("as its started message is known, nobody else hears of a good end")
                .hasSize(1);
    }

    @Test
    void shouldEndInItsMessageThoughNothingElseIsKeptWhole() throws IOException {
        bench.happens(Milestone.STARTED);
        othersEnd(ConversationIndex.KEPT + 1);
        thousandsAreSent();
        bench.newProcess();
        othersEnd(ConversationIndex.KEPT + 1);
        thousandsAreSent();

        bench.ends(aBuild().build());

        assertThat(told()).singleElement().asString().endsWith("succeeded");
    }

    @Test
    void shouldEndInItsMessageThatStillWaitsBehindThousandsAfterAStart() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofDays(1)));
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.STARTED, EventKind.UNSTABLE));
        bench.happens(Milestone.STARTED);
        for (int i = 0; i < ConversationIndex.KEPT; i++) {
            bench.engine.buildCompleted(
                    aBuild().of("other/" + i).that(Outcome.UNSTABLE, Trend.SAME).build());
        }
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(1)));
        bench.newProcess();

        assertThat(bench.engine.deliveries().waiting()).isGreaterThan(ConversationIndex.KEPT);
        assertThat(bench.engine.buildCompleted(aBuild().build()))
                .as("as its started message is known, nobody else hears of a good end")
                .hasSize(1);
    }

    /** A pipeline that watches something for months may say thousands of lines. */
    @Test
    void shouldForgetInTheEndWhatAnAuthorHasSaidBeforeMuchElse() throws Exception {
        bench.happens(Milestone.STARTED);
        DeliveryHandle first = said(0);
        for (int i = 1; i < ConversationIndex.AUTHORED_KEPT; i++) {
            said(i);
        }
        forgetWhatIsOld(1);
        assertThat(bench.find(first).isAbridged()).as("all of it").isFalse();

        for (int i = 0; i < 10; i++) {
            said(ConversationIndex.AUTHORED_KEPT + i);
        }
        // So that a new process reads more of it at its start than is kept, and yet not its first message.
        othersEnd(ConversationIndex.KEPT - ConversationIndex.AUTHORED_KEPT - 5);
        bench.newProcess();
        forgetWhatIsOld(2);
        said(ConversationIndex.AUTHORED_KEPT + 10);
        forgetWhatIsOld(3);

        assertThat(bench.store.find(first.deliveryId())).isEmpty();
        bench.ends(aBuild().build());
        assertThat(told().get(0))
                .as("its message, which a process has not read that has read much else of it")
                .endsWith("succeeded");
    }

    private void forgetWhatIsOld(int number) {
        bench.advance(Duration.ofDays(15));
        bench.ends(
                aBuild().of("last/" + number).that(Outcome.UNSTABLE, Trend.SAME).build());
        bench.advance(Duration.ofHours(2));
    }

    private DeliveryHandle said(int number) throws Exception {
        DeliveryHandle said = bench.announce(named("said-" + number)
                .of(aBuild().during(Milestone.STARTED).build())
                .saying("said")
                .to("#log"));
        bench.run().advance(Duration.ofSeconds(2));
        return said;
    }

    @Test
    void shouldRemindOfAQuestionHoweverLongItWaits() {
        bench.happens(WAITING);
        othersEnd(ConversationIndex.KEPT + 1);
        remind(1);
        bench.newProcess();
        othersEnd(ConversationIndex.KEPT + 1);
        bench.newProcess();
        remind(2);

        assertThat(told()).hasSize(3);
        assertThat(told().get(2)).startsWith("<@U1> still waiting:");
    }

    private void remind(int number) {
        bench.engine.remind(aBuild().during(WAITING).build(), number, "<@U1> still waiting:");
        bench.run().advance(Duration.ofMinutes(1));
    }

    @Test
    void shouldGiveUpAQuestionAtTheEndHoweverLongItHasWaited() {
        bench.happens(Milestone.STARTED);
        bench.happens(WAITING);
        othersEnd(ConversationIndex.KEPT + 1);
        bench.newProcess();

        bench.ends(aBuild().that(Outcome.ABORTED, Trend.SAME).build());

        assertThat(told()).hasSize(2).noneMatch(text -> text.contains("waits for"));
    }

    @Test
    void shouldKnowWhichBuildAThreadIsAboutForAsLongAsItRuns() {
        bench.happens(Milestone.STARTED);
        MessageLocation start = bench.slack.messages().get(0).location();
        othersEnd(ConversationIndex.KEPT + 1);

        assertThat(bench.engine.buildsOf(start.channel(), start.ts()).only())
                .contains(aBuild().build().key());
        assertThat(bench.engine.buildsOf(start.channel(), "1.000000").only()).isEmpty();
    }

    /** The messages that have arrived last are read anyhow, and those of builds that run are mostly among them. */
    @Test
    void shouldReadNoMessageTwiceToFindTheBuildOfAThread() {
        List<String> read = new ArrayList<>();
        EngineBench counted = new EngineBench(new ForwardingStore() {
            @Override
            public Optional<Delivery> find(String id) throws IOException {
                read.add(id);
                return super.find(id);
            }
        });
        counted.subscriptions = bench.subscriptions;
        counted.running = bench.running;
        counted.happens(Milestone.STARTED);
        read.clear();

        assertThat(counted.engine.buildsOf("C0ANY00001", "1.000000").builds()).isEmpty();
        assertThat(read).isEmpty();
    }

    @Test
    void shouldKnowWhichBuildAThreadIsAboutThatAnotherProcessBeganLongAgo() {
        bench.happens(Milestone.STARTED);
        MessageLocation start = bench.slack.messages().get(0).location();
        othersEnd(ConversationIndex.KEPT + 1);
        bench.newProcess();

        assertThat(bench.engine.buildsOf(start.channel(), "1.000000").only()).isEmpty();
        assertThat(bench.engine.buildsOf(start.channel(), start.ts()).only())
                .contains(aBuild().build().key());
    }

    /** Jenkins goes on with pipelines some time after its start, and somebody may have asked before. */
    @Test
    void shouldKnowWhichBuildAThreadIsAboutThatGoesOnLater() {
        bench.happens(Milestone.STARTED);
        MessageLocation start = bench.slack.messages().get(0).location();
        othersEnd(ConversationIndex.KEPT + 1);
        Set<BuildKey> later = bench.running;
        bench.running = Set.of();
        bench.newProcess();
        assertThat(bench.engine.buildsOf(start.channel(), start.ts()).only()).isEmpty();

        bench.running = later;
        assertThat(bench.engine.buildsOf(start.channel(), start.ts()).only())
                .contains(aBuild().build().key());
    }

    @Test
    void shouldShowOnThePageOfABuildWhatAnotherProcessHasSaidLongAgo() {
        bench.happens(Milestone.STARTED);
        bench.happens(WAITING);
        othersEnd(ConversationIndex.KEPT + 1);
        bench.newProcess();

        assertThat(bench.engine.deliveries().ofBuild(aBuild().build().key())).hasSize(2);
    }

    @Test
    void shouldAnswerAndChangeAMessageOfAnotherBuildOfWhichOnlyTheReceiptIsLeft() throws Exception {
        bench.running = Set.of();
        DeliveryHandle first =
                bench.announce(named("first").saying("Deploying").to("#deploy").with("acme-bot"));
        bench.run();
        thousandsAreSent();
        assertThat(bench.find(first).isAbridged()).isTrue();

        BuildEvent later = aBuild().number(13).build();
        DeliveryHandle answer =
                bench.announce(named("answer").of(later).saying("Half-way").inThreadOf(first));
        bench.run().advance(Duration.ofMinutes(1));
        DeliveryHandle changed =
                bench.announce(named("changed").of(later).saying("Deployed").inPlaceOf(first));
        bench.run().advance(Duration.ofMinutes(1));
        thousandsAreSent();
        bench.announce(named("checked").of(later).saying("Checked").inPlaceOf(changed));
        bench.announce(named("again").of(later).saying("Done").inThreadOf(answer));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(answer.channel()).isEqualTo("#deploy");
        assertThat(told()).containsExactly("Checked", "Half-way", "Done");
        String root = bench.slack.messages().get(0).location().ts();
        assertThat(bench.slack.messages().stream().filter(message -> message.threadTs() != null))
                .extracting(FakeSlack.Message::threadTs)
                .containsOnly(root);
        assertThat(bench.askedTokens)
                .filteredOn(token -> token.startsWith("acme-bot"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldReactToAMessageOfWhichOnlyTheReceiptIsLeft() throws Exception {
        bench.running = Set.of();
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.run();
        thousandsAreSent();

        DeliveryHandle reaction =
                bench.announce(named("seen").saying(null).reacting("rocket").inThreadOf(first));
        bench.run();

        assertThat(bench.find(reaction).state().hasArrived()).isTrue();
    }

    @Test
    void shouldSayThatAMessageIsNotKnownOfWhichNothingIsLeft() throws Exception {
        bench.running = Set.of();
        DeliveryHandle first = bench.announce(named("first").saying("Deploying"));
        bench.run();
        bench.store.forgetFinished(STARTED.plus(Duration.ofDays(999)), 0, (id, sequence) -> false);

        assertThatExceptionOfType(CannotAnnounceException.class)
                .isThrownBy(() -> bench.announce(named("answer").saying("Done").inThreadOf(first)))
                .withMessageContaining("not known any more");
    }

    /** A handle of a message that a rule has caused: nobody has one, so nothing is kept for it. */
    @Test
    void shouldKeepNothingBesideTheReceiptOfWhatARuleHasCaused() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.FAILURE));
        List<DeliveryHandle> told = bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(Deliveries.receipt(bench.find(told.get(0))))
                .hasValueSatisfying(receipt -> assertThat(receipt.origin()).isNull());
    }
}
