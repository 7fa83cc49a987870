package io.jenkins.plugins.slacknotify.inbound.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue.Acceptance;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.outbox.FailingStore;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.UnreadableStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActQueueTest {
    /** Twice as many as Jenkins once did at a time. */
    private static final int SLOW = 12;

    private final ManualClock clock = new ManualClock();
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();
    private final FakeJenkins jenkins = new FakeJenkins();
    private final FakeResponder responder = new FakeResponder();
    private InMemoryOutboxStore atCrash;
    private ManualThreads threads;
    private ActQueue queue = newProcess(store);

    /** As after a crash: nothing is left but the store, Jenkins and Slack. */
    private ActQueue newProcess(OutboxStore on) {
        threads = new ManualThreads(clock);
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0);
        ActQueue made = new ActQueue(on, jenkins, responder, backoff, threads, clock);
        made.start();
        threads.run();
        return made;
    }

    private void accept(InboundRequest request) throws IOException {
        assertThat(queue.accept(request)).isEqualTo(Acceptance.ACCEPTED);
    }

    @Test
    void shouldKeepARequestBeforeItsActBegins() throws IOException {
        accept(Requests.command("r1"));

        assertThat(store.find("r1")).isPresent();
        assertThat(jenkins.acted()).isEmpty();
        assertThat(queue.isKnown("r1")).isTrue();
        assertThat(queue.isDone("r1")).isFalse();
    }

    @Test
    void shouldDoAnActAndAnswerWithWhatSlackGaveForIt() throws IOException {
        accept(Requests.command("r1"));
        threads.run();

        assertThat(jenkins.acted()).containsExactly(Requests.command("r1"));
        assertThat(responder.said())
                .containsExactly(new FakeResponder.Said(Requests.origin("r1", "U0ANNA"), Answer.ephemeral("Done: r1")));
        assertThat(queue.isDone("r1")).isTrue();
        assertThat(queue.waiting()).isZero();
    }

    /** Such as where the app takes no direct messages, or its token is gone: the member waits, and somebody will look for the reason. */
    @Test
    void shouldLogWhyAnAnswerIsNotTaken() throws IOException {
        responder.answering(new SendResult.Refused("messages_tab_disabled"));
        accept(Requests.command("r1"));
        try (LoggedRecords logged = LoggedRecords.of(ActQueue.class)) {
            threads.run();

            assertThat(logged.messages()).singleElement().asString().contains("r1", "messages_tab_disabled");
        }
        assertThat(queue.waiting()).isZero();
    }

    /** Whoever presses a button in a thread need not have the channel on the screen. */
    @Test
    void shouldAnswerInTheThreadInWhichItWasAsked() throws IOException {
        accept(Requests.press("r1", "slack-notify.approve"));
        accept(new Shortcut(Requests.origin("r2", "U0ANNA"), "again", new MessageReference("2.1", "2.1"), null));
        accept(new Shortcut(Requests.origin("r3", "U0ANNA"), "again", new MessageReference("3.2", "3.1", true), null));
        accept(new Shortcut(Requests.origin("r4", "U0ANNA"), "again", new MessageReference("4.2", "4.1"), null));
        threads.run();

        assertThat(responder.said())
                .extracting(said -> said.origin().id() + " " + said.answer().threadTs())
                .containsExactlyInAnyOrder("r1 1772366000.000200", "r2 null", "r3 null", "r4 4.1");
    }

    @Test
    void shouldAnswerAtOnceWhatAWrongTokenHasHeldOnceThatMayBeRight() throws IOException {
        responder.answering(new SendResult.Held("Slack does not take the token"));
        accept(Requests.command("r1"));
        threads.run();
        responder.answering(new SendResult.Sent("", null));

        queue.retryHeld();
        threads.run();

        assertThat(queue.waiting()).isZero();
        assertThat(responder.texts()).containsExactly("Done: r1", "Done: r1");
    }

    @Test
    void shouldDoARequestOnceThatComesAgain() throws IOException {
        accept(Requests.command("r1"));
        threads.run();

        assertThat(queue.accept(Requests.command("r1"))).isEqualTo(Acceptance.KNOWN);
        queue = newProcess(store);
        assertThat(queue.accept(Requests.command("r1"))).isEqualTo(Acceptance.KNOWN);
        threads.run();

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.said()).hasSize(1);
    }

    @Test
    void shouldDoAfterACrashWhatWasAcknowledgedBefore() throws IOException {
        accept(Requests.command("r1"));

        queue = newProcess(store);

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    @Test
    void shouldHaveNothingToAnswerWithAfterACrashSoThatTheAnswerGoesInPerson() throws IOException {
        accept(Requests.command("r1"));

        queue = newProcess(store);

        assertThat(responder.said().get(0).origin().ticket()).isEqualTo(ReplyTicket.NONE);
        assertThat(responder.said().get(0).origin().userId()).isEqualTo("U0ANNA");
    }

    @Test
    void shouldAskBeforeItDoesWhatAnotherMachineHasLeft(@TempDir Path folder) throws IOException {
        queue = newProcess(new JournalOutboxStore(folder, Host.named("production"), clock));
        accept(Requests.command("r1"));
        accept(Requests.command("r2"));
        queue.close();

        queue = newProcess(new JournalOutboxStore(folder, Host.named("copy"), clock));
        accept(Requests.command("r3"));
        threads.run();
        assertThat(queue.storeCondition().copied()).isEqualTo(2);
        assertThat(jenkins.effects()).containsExactly("r3");

        queue.releaseCopied();
        threads.run();
        assertThat(queue.storeCondition()).isEqualTo(StoreCondition.GOOD);
        assertThat(jenkins.effects()).containsExactlyInAnyOrder("r3", "r1", "r2");
        queue.close();
    }

    @Test
    void shouldGiveUpWhatAnotherMachineHasLeft(@TempDir Path folder) throws IOException {
        queue = newProcess(new JournalOutboxStore(folder, Host.named("production"), clock));
        accept(Requests.command("r1"));
        queue.close();

        queue = newProcess(new JournalOutboxStore(folder, Host.named("copy"), clock));
        queue.discardCopied();
        threads.run();
        assertThat(queue.storeCondition()).isEqualTo(StoreCondition.GOOD);
        assertThat(jenkins.effects()).isEmpty();
        queue.close();
    }

    @Test
    void shouldNotDoAgainWhatACrashHasInterruptedAfterItsEffect() throws IOException {
        jenkins.then(request -> {
            jenkins.effect(request);
            return crash();
        });
        accept(Requests.command("r1"));
        threads.run();

        queue = newProcess(atCrash);

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(jenkins.acted()).hasSize(1);
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    @Test
    void shouldNotDoAgainWhatWasDoneWhileTheDiskWasFullBeforeACrash() throws Exception {
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> threads.run());
        assertThat(jenkins.effects()).containsExactly("r1");
        threads.close();
        disk.mend();
        assertThat(disk.find("r1").map(Delivery::state)).contains(Delivery.State.WAITING);

        queue = newProcess(disk);

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    /** The HTTP answer was lost with the process as well, so Slack sends the request again, before its first act is looked at. */
    @Test
    void shouldNotDoAgainWhatSlackRepeatsToTheNextProcess() throws Exception {
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> threads.run());
        threads.close();
        disk.mend();
        threads = new ManualThreads(clock);
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), () -> 0);
        queue = new ActQueue(disk, jenkins, responder, backoff, threads, clock);
        queue.start();
        assertThat(queue.accept(Requests.command("r1"))).isEqualTo(Acceptance.KNOWN);
        threads.run();

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    /** An act of which nothing is found, such as one that stops what runs: once more, it would stop the next build. */
    @Test
    void shouldNotDoAgainWhatHasAnEndThatTheDiskDoesNotTake() throws Exception {
        jenkins.lookup(request -> Optional.empty());
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> {
            threads.advance(Duration.ofMinutes(30));
            assertThat(jenkins.effects()).containsExactly("r1");
            assertThat(responder.said()).isEmpty();
            disk.mend();
            threads.advance(Duration.ofMinutes(5));
        });

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    @Test
    void shouldGiveAnotherAttemptWhatTheFirstHasChosen() throws IOException {
        List<String> world = new ArrayList<>(List.of("#5"));
        List<String> stopped = new ArrayList<>();
        jenkins.choosing((request, choice) -> {
            String chosen = choice.kept().orElseGet(() -> world.get(0));
            choice.keep(chosen);
            choice.keep("the first one counts");
            stopped.add(chosen);
            return stopped.size() == 1 ? crash() : ActResult.answered(Answer.ephemeral("Stopped " + chosen));
        });
        accept(Requests.command("r1"));
        threads.run();
        world.set(0, "#6");

        queue = newProcess(atCrash);

        assertThat(stopped).containsExactly("#5", "#5");
        assertThat(responder.texts()).containsExactly("Stopped #5");
        assertThat(queue.waiting()).isZero();
        accept(Requests.command("r2"));
        threads.run();
        assertThat(stopped).as("the choice is the request's own").containsExactly("#5", "#5", "#6");
    }

    @Test
    void shouldChooseNothingElseWhereTheDiskDoesNotGiveForAMomentWhatWasChosen() throws IOException {
        List<String> world = new ArrayList<>(List.of("#5"));
        List<String> stopped = new ArrayList<>();
        jenkins.choosing((request, choice) -> {
            String chosen = choice.kept().orElseGet(() -> world.get(0));
            choice.keep(chosen);
            stopped.add(chosen);
            if (stopped.size() == 1) {
                throw new IllegalStateException("Jenkins has trouble");
            }
            return ActResult.answered(Answer.ephemeral("Stopped " + chosen));
        });
        UnreadableStore disk = new UnreadableStore();
        queue = newProcess(disk);
        accept(Requests.command("r1"));
        threads.run();
        world.set(0, "#6");
        AtomicBoolean isBad = new AtomicBoolean(true);
        disk.isUnreadable = id -> id.endsWith(ActQueue.CHOICE_SUFFIX) && isBad.getAndSet(false);
        threads.advance(Duration.ofMinutes(1));

        assertThat(stopped).containsExactly("#5", "#5");
        assertThat(responder.texts()).containsExactly("Stopped #5");
    }

    /** Slack has a form sent again whose acknowledgement was late, also where Jenkins was started meanwhile. */
    @Test
    void shouldLetOneOfSeveralRequestsDoWhatIsDoneOnce() throws IOException {
        List<String> first = new ArrayList<>();
        jenkins.choosing((request, choice) -> {
            if (choice.take("form T1 V1")) {
                first.add(request.id());
            }
            return first.size() == 1 ? crash() : ActResult.silent();
        });
        accept(Requests.command("r1"));
        threads.run();
        assertThat(first).containsExactly("r1");

        queue = newProcess(atCrash);
        assertThat(first).as("another attempt").containsExactly("r1", "r1");
        accept(Requests.command("r2"));
        threads.run();
        assertThat(first).containsExactly("r1", "r1");
        queue.close();
        queue = newProcess(atCrash);
        accept(Requests.command("r3"));
        threads.run();
        assertThat(first).as("after all of it has ended").containsExactly("r1", "r1");
    }

    @Test
    void shouldDoNothingBeforeTheDiskTakesWhatIsChosen() throws Exception {
        List<String> stopped = new ArrayList<>();
        jenkins.choosing((request, choice) -> {
            choice.keep("#5");
            stopped.add("#5");
            return ActResult.answered(Answer.ephemeral("Stopped #5"));
        });
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> {
            threads.advance(Duration.ofMinutes(30));
            assertThat(stopped).isEmpty();
            disk.mend();
            threads.advance(Duration.ofMinutes(6));
        });

        assertThat(stopped).containsExactly("#5");
        assertThat(responder.texts()).containsExactly("Stopped #5");
    }

    @Test
    void shouldWaitWhileNobodyKnowsWhetherItWasDone() throws IOException {
        jenkins.then(request -> {
            jenkins.effect(request);
            return crash();
        });
        accept(Requests.command("r1"));
        threads.run();
        List<String> asked = new ArrayList<>();
        jenkins.lookup(request -> {
            asked.add(request.id());
            return Optional.of(
                    asked.size() < 3
                            ? new ActResult.Later(Duration.ofSeconds(10), "Slack is down")
                            : ActResult.answered(Answer.ephemeral("Done before")));
        });

        queue = newProcess(atCrash);
        threads.advance(Duration.ofMinutes(1));

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done before");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSayAfterADayThatNobodyKnowsWhetherItWasDone(boolean isUnreadable) throws IOException {
        jenkins.then(request -> crash());
        accept(Requests.command("r1"));
        threads.run();
        jenkins.lookup(request -> {
            if (isUnreadable) {
                throw new ActChoice.NotKeptException("A bad block", null);
            }
            return Optional.of(new ActResult.Later(Duration.ofMinutes(10), "Slack is down"));
        });

        queue = newProcess(atCrash);
        threads.advance(ActQueue.MAX_AGE.plusHours(1));

        assertThat(responder.texts()).containsExactly(ActSentences.NOT_KNOWN);
        assertThat(queue.waiting()).isZero();
    }

    /** A form names no channel itself. The answer is kept with it, so it stands there once, over a crash and while Slack is busy. */
    @Test
    void shouldAnswerAFormInTheChannelInWhichItWasAskedFor() throws IOException {
        jenkins.then(request -> ActResult.answeredIn("C0OTHER", Answer.inChannel("Started")));
        responder.answering(new SendResult.Retry(Duration.ofSeconds(30), "Slack is busy"));
        accept(Requests.command("r1"));
        threads.run();

        queue = newProcess(store);
        responder.answering(new SendResult.Sent("", null));
        threads.advance(Duration.ofMinutes(6));

        assertThat(responder.said())
                .hasSizeGreaterThan(1)
                .allSatisfy(said -> assertThat(said.origin().channelId()).isEqualTo("C0OTHER"));
        assertThat(jenkins.effects()).containsExactly("r1");
    }

    @Test
    void shouldAnswerOnceTheDiskTakesTheAnswer() throws Exception {
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> {
            threads.advance(Duration.ofMinutes(1));
            assertThat(responder.said()).isEmpty();
            disk.mend();
            threads.advance(Duration.ofMinutes(5));
        });

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
        assertThat(responder.said().get(0).origin().ticket()).isEqualTo(Requests.TICKET);
    }

    @Test
    void shouldDoAgainWhatACrashHasInterruptedBeforeItsEffect() throws IOException {
        jenkins.then(request -> crash());
        accept(Requests.command("r1"));
        threads.run();
        jenkins.then(request -> ActResult.answered(Answer.ephemeral("Done: r1")));

        queue = newProcess(atCrash);

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    /** Ends the process: what it does to its store after this is not seen, and none of its threads does anything more. */
    private ActResult crash() {
        threads.close();
        atCrash = new InMemoryOutboxStore();
        store.heads().stream().flatMap(head -> store.find(head.id()).stream()).forEach(atCrash::add);
        store.finished(10).forEach(atCrash::add);
        return new ActResult.Later(Duration.ofDays(1), "dead");
    }

    @Test
    void shouldSayNothingWhereTheActSaysNothing() throws IOException {
        jenkins.then(request -> ActResult.silent());
        accept(Requests.command("r1"));
        threads.run();

        assertThat(queue.isDone("r1")).isTrue();
        assertThat(responder.said()).isEmpty();
    }

    @Test
    void shouldTryAgainWhenJenkinsIsReady() throws IOException {
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(10), "Jenkins is starting"));
        accept(Requests.command("r1"));
        threads.run();
        jenkins.then(request -> ActResult.answered(Answer.ephemeral("Done")));

        threads.advance(Duration.ofSeconds(9));
        assertThat(jenkins.effects()).isEmpty();
        threads.advance(Duration.ofSeconds(2));

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done");
    }

    @Test
    void shouldDoTheActsOfOneMemberInOrderAndThoseOfOthersMeanwhile() throws IOException {
        List<String> done = new ArrayList<>();
        jenkins.then(request -> {
            if (request.id().equals("anna1") && clock.instant().isBefore(Requests.NOW.plusSeconds(60))) {
                return new ActResult.Later(Duration.ofSeconds(60), "not yet");
            }
            done.add(request.id());
            return ActResult.silent();
        });
        accept(Requests.command("anna1", "U0ANNA"));
        accept(Requests.command("anna2", "U0ANNA"));
        accept(Requests.command("ben1", "U0BEN"));
        threads.run();
        assertThat(done).containsExactly("ben1");

        threads.advance(Duration.ofSeconds(61));

        assertThat(done).containsExactly("ben1", "anna1", "anna2");
    }

    /** A pipeline that does not load keeps back what a member asks of that build, and nothing else. */
    @Test
    void shouldLetNothingElseOfAMemberWaitBehindABuildThatIsNotReady() throws IOException {
        jenkins.about(request -> request.id().startsWith("slow") ? "slow #1" : "");
        jenkins.then(request ->
                request.id().equals("slow-approve") && clock.instant().isBefore(Requests.NOW.plusSeconds(60))
                        ? new ActResult.Later(Duration.ofSeconds(5), "being loaded")
                        : ActResult.silent());
        accept(Requests.command("slow-approve"));
        accept(Requests.command("help"));
        accept(Requests.command("slow-abort"));
        threads.run();
        assertThat(jenkins.effects()).containsExactly("help");

        threads.advance(Duration.ofMinutes(2));

        assertThat(jenkins.effects()).containsExactly("help", "slow-approve", "slow-abort");
    }

    @Test
    void shouldKeepTheOrderAboutOneBuildOverACrash() throws IOException {
        jenkins.about(request -> "slow #1");
        jenkins.then(request -> crash());
        accept(Requests.command("first"));
        accept(Requests.command("second"));
        threads.run();
        jenkins.then(request -> ActResult.silent());
        jenkins.about(request -> "");

        queue = newProcess(atCrash);

        assertThat(jenkins.effects()).containsExactly("first", "second");
    }

    @Test
    void shouldGiveUpWithItsWordsWhatIsNotReadyForMinutes() throws IOException {
        Answer words = Answer.ephemeral("Jenkins does not know yet");
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(5), "being loaded", words));
        clock.advance(Duration.ofHours(2));
        accept(Requests.command("r1"));

        threads.advance(ActQueue.MAX_WAIT.minusSeconds(1));
        assertThat(responder.texts())
                .as("since the first attempt, not since it was asked")
                .isEmpty();
        threads.advance(Duration.ofSeconds(7));

        assertThat(responder.texts()).containsExactly("Jenkins does not know yet");
        assertThat(jenkins.effects()).isEmpty();
        assertThat(queue.isDone("r1")).isTrue();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void shouldGiveUpOnceTheDiskTakesTheWords() throws Exception {
        Answer words = Answer.ephemeral("Jenkins does not know yet");
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(5), "being loaded", words));
        FailingStore disk = new FailingStore();
        whileTheDiskIsFull(disk, () -> {
            threads.advance(ActQueue.MAX_WAIT.plusSeconds(10));
            assertThat(responder.texts()).isEmpty();
            disk.mend();
            threads.advance(Duration.ofMinutes(1));
        });

        assertThat(responder.texts()).containsExactly("Jenkins does not know yet");
    }

    @Test
    void shouldGiveAnActThatARestartHasInterruptedItsWholeTime() throws IOException {
        Answer words = Answer.ephemeral("Jenkins does not know yet");
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(5), "being loaded", words));
        accept(Requests.command("r1"));
        threads.advance(ActQueue.MAX_WAIT.minusSeconds(1));

        queue = newProcess(store);
        threads.advance(ActQueue.MAX_WAIT.minusSeconds(1));
        assertThat(responder.texts()).isEmpty();
        jenkins.then(request -> ActResult.silent());
        threads.advance(Duration.ofSeconds(7));

        assertThat(jenkins.effects()).containsExactly("r1");
    }

    @Test
    void shouldGoOnWhereNobodyIsToldWhatBecameOfIt() throws IOException {
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(20), "Slack does not say"));
        accept(Requests.uninstalled("r1"));

        threads.advance(Duration.ofDays(2));
        assertThat(queue.isDone("r1")).isFalse();
        jenkins.then(request -> ActResult.silent());
        threads.advance(Duration.ofSeconds(21));

        assertThat(queue.isDone("r1")).isTrue();
    }

    /** As after a restart, when many approve pipelines that take a minute to be loaded. */
    @Test
    void shouldLeaveWorkersForOthersAndForAnswersWhileManyActsAreSlow() throws Exception {
        CountDownLatch loaded = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(SLOW);
        jenkins.then(request -> {
            if (request.id().startsWith("slow")) {
                slow.countDown();
                awaitQuietly(loaded);
            }
            return ActResult.answered(Answer.ephemeral("Done: " + request.id()));
        });
        ActQueue busy = new ActQueue(
                new InMemoryOutboxStore(),
                jenkins,
                responder,
                Backoff.standard(),
                new PooledThreads("act", ActQueue.WORKERS),
                clock);
        busy.start();
        try {
            for (int i = 0; i < SLOW; i++) {
                busy.accept(Requests.command("slow" + i, "U" + i));
            }
            assertThat(slow.await(30, TimeUnit.SECONDS))
                    .as("all slow acts begin")
                    .isTrue();
            busy.accept(Requests.command("quick", "U-other"));

            await("an answer to somebody else").until(() -> responder.texts().contains("Done: quick"));
            assertThat(responder.texts()).containsExactly("Done: quick");
        } finally {
            loaded.countDown();
            busy.close();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void shouldTellTheMemberAfterAFewExceptions() throws IOException {
        jenkins.then(request -> {
            throw new IllegalStateException("as the test wants it");
        });
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class)) {
            accept(Requests.command("r1"));
            threads.advance(Duration.ofMinutes(10));
            assertThat(log.messages()).hasSize(ActQueue.MAX_FAILURES);
        }

        assertThat(jenkins.acted()).hasSize(ActQueue.MAX_FAILURES);
        assertThat(responder.texts()).containsExactly(ActSentences.INTERNAL_ERROR);
        assertThat(queue.waiting()).isZero();
    }

    /** Reading a text can overflow the stack, and a Groovy script can assert. The next act of the member waits behind. */
    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, NoClassDefFoundError.class})
    void shouldGiveUpAfterAFewErrors(Class<? extends Error> type) throws Exception {
        Error error = type.getDeclaredConstructor().newInstance();
        jenkins.then(request -> {
            if (request.id().equals("r1")) {
                throw error;
            }
            return ActResult.answered(Answer.ephemeral("Done: " + request.id()));
        });
        jenkins.lookup(request -> {
            throw error;
        });
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class)) {
            accept(Requests.command("r1"));
            accept(Requests.command("r2"));
            threads.advance(Duration.ofMinutes(10));
        }

        assertThat(responder.texts()).containsExactlyInAnyOrder(ActSentences.INTERNAL_ERROR, "Done: r2");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void shouldLookForTheEffectAfterAnException() throws IOException {
        jenkins.then(request -> {
            jenkins.effect(request);
            throw new IllegalStateException("after its effect");
        });
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class)) {
            accept(Requests.command("r1"));
            threads.advance(Duration.ofMinutes(10));
        }

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    @Test
    void shouldSayWhatTheLastAttemptHasDoneThoughItEndedWithAnException() throws IOException {
        jenkins.then(request -> {
            if (jenkins.acted().size() == ActQueue.MAX_FAILURES) {
                jenkins.effect(request);
            }
            throw new IllegalStateException("as the test wants it");
        });
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class)) {
            accept(Requests.command("r1"));
            threads.advance(Duration.ofMinutes(10));
        }

        assertThat(responder.texts()).containsExactly("Done: r1");
    }

    @Test
    void shouldNotTakeAWaitForAFailure() throws IOException {
        jenkins.then(request -> new ActResult.Later(Duration.ofSeconds(1), "Jenkins is starting"));
        accept(Requests.command("r1"));
        threads.advance(Duration.ofMinutes(1));
        jenkins.then(request -> {
            jenkins.then(again -> ActResult.answered(Answer.ephemeral("Done")));
            throw new IllegalStateException("once");
        });
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class)) {
            threads.advance(Duration.ofMinutes(10));
        }

        assertThat(responder.texts()).containsExactly("Done");
    }

    @Test
    void shouldNotDoWhatIsOlderThanADay() throws IOException {
        accept(Requests.command("r1"));
        clock.advance(ActQueue.MAX_AGE.plusMinutes(1));

        queue = newProcess(store);

        assertThat(jenkins.effects()).isEmpty();
        assertThat(responder.texts()).containsExactly(ActSentences.TOO_OLD);
    }

    @Test
    void shouldDoWhatSlackReportsHoweverOldItIs() throws IOException {
        accept(Requests.uninstalled("r1"));
        clock.advance(Duration.ofDays(30));

        queue = newProcess(store);

        assertThat(jenkins.effects()).containsExactly("r1");
    }

    @Test
    void shouldAnswerNobodyWhereNobodyAsks() throws IOException {
        accept(Requests.uninstalled("r1"));
        threads.run();

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(responder.said()).isEmpty();
    }

    @Test
    void shouldKeepAnAnswerUntilItHasArrived() throws IOException {
        responder.answering(new SendResult.Retry(null, "Slack is down"));
        accept(Requests.command("r1"));
        threads.run();
        assertThat(queue.isDone("r1")).isTrue();

        queue = newProcess(store);
        responder.answering(new SendResult.Sent("", null));
        threads.advance(Duration.ofMinutes(6));

        assertThat(jenkins.effects()).containsExactly("r1");
        assertThat(queue.waiting()).isZero();
        assertThat(responder.said()).hasSizeGreaterThan(2);
    }

    /** What all of a channel read must not come twice; what a member alone reads had better come. */
    @ParameterizedTest
    @CsvSource({"IN_CHANNEL, 1", "EPHEMERAL, 2"})
    void shouldNotAnswerAChannelAgainAfterACrash(Answer.Placement placement, int times) throws IOException {
        jenkins.then(request -> ActResult.answered(new Answer(placement, "Started", null, null)));
        responder.during(this::crash);
        accept(Requests.command("r1"));
        threads.run();
        responder.during(() -> {});

        queue = newProcess(atCrash);

        assertThat(responder.texts()).hasSize(times).containsOnly("Started");
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void shouldGiveUpAnAnswerAfterADay() throws IOException {
        responder.answering(new SendResult.Retry(Duration.ofHours(1), "Slack is down"));
        accept(Requests.command("r1"));

        threads.advance(Duration.ofHours(27));

        assertThat(queue.waiting()).isZero();
        assertThat(store.find("r1.answer").map(Delivery::state)).contains(Delivery.State.REFUSED);
    }

    @Test
    void shouldNotHoldUpActsBehindAnAnswerThatDoesNotArrive() throws IOException {
        responder.answering(new SendResult.Retry(Duration.ofHours(1), "Slack is down"));
        accept(Requests.command("r1"));
        accept(Requests.command("r2"));

        threads.run();

        assertThat(jenkins.effects()).containsExactly("r1", "r2");
    }

    @Test
    void shouldAcceptNothingThatTheDiskDoesNotTake() throws IOException {
        FailingStore disk = new FailingStore();
        queue = newProcess(disk);
        disk.full();

        assertThatThrownBy(() -> queue.accept(Requests.command("r1"))).isInstanceOf(IOException.class);
        threads.advance(Duration.ofMinutes(10));
        assertThat(jenkins.acted()).isEmpty();
        assertThat(queue.isKnown("r1")).isFalse();
        assertThat(queue.waiting()).isZero();

        disk.mend();
        accept(Requests.command("r1"));
        threads.run();
        assertThat(jenkins.effects()).containsExactly("r1");
    }

    @Test
    void shouldAcceptNoMoreThanItCanHold() throws IOException {
        jenkins.then(request -> new ActResult.Later(Duration.ofHours(1), "Jenkins is quieting down"));
        for (int i = 0; i < ActQueue.MAX_WAITING; i++) {
            accept(Requests.command("r" + i, "U" + i % 10));
        }

        assertThat(queue.accept(Requests.command("more"))).isEqualTo(Acceptance.FULL);
        assertThat(queue.isKnown("more")).isFalse();
    }

    @Test
    void shouldLeaveRoomForOthersWhereOneMemberAsksForTooMuch() throws IOException {
        jenkins.then(request -> new ActResult.Later(Duration.ofHours(1), "Jenkins is quieting down"));
        for (int i = 0; i < ActQueue.MAX_PER_MEMBER; i++) {
            accept(Requests.command("r" + i, "U1"));
        }

        assertThat(queue.accept(Requests.command("more", "U1"))).isEqualTo(Acceptance.FULL);
        assertThat(queue.accept(Requests.command("other", "U2"))).isEqualTo(Acceptance.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"v\":9}", "{\"v\":1,\"type\":\"telepathy\"}", ""})
    void shouldHoldWhatANewerVersionHasWritten(String payload) {
        store.add(Delivery.accepted(new Entry("r1", "T/U", clock.instant(), payload), 1));
        try (LoggedRecords log = LoggedRecords.of(StoredActs.class)) {
            queue = newProcess(store);
        }

        assertThat(store.find("r1").map(Delivery::state)).contains(Delivery.State.HELD);
        assertThat(jenkins.acted()).isEmpty();
    }

    @Test
    void shouldGoOnAfterADayWithWhatComesAfterARequestThatNobodyCanRead() throws IOException {
        store.add(Delivery.accepted(new Entry("r1", "T012AB3CD/U0ANNA", clock.instant(), "{\"v\":9}"), 1));
        try (LoggedRecords log = LoggedRecords.of(StoredActs.class)) {
            queue = newProcess(store);
            threads.advance(ActQueue.MAX_AGE.plusMinutes(30));
        }

        assertThat(store.find("r1").map(Delivery::state)).contains(Delivery.State.REFUSED);
    }

    /** Keeps the request {@code r1}, and then does something while its disk is full, of which nothing is logged. */
    private void whileTheDiskIsFull(FailingStore disk, Runnable action) throws Exception {
        queue = newProcess(disk);
        accept(Requests.command("r1"));
        disk.full();
        try (LoggedRecords log = LoggedRecords.of(ActQueue.class);
                LoggedRecords storeLog = LoggedRecords.of(Outbox.class.getPackageName() + ".ResilientStore")) {
            action.run();
        }
    }
}
