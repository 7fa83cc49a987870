package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to messages, whose addresses Slack alone knows. Whoever may read a job may open them as often as they like. */
class MessageAddressesTest {
    private final EngineBench bench = new EngineBench();
    private final List<DeliveryHandle> messages = new ArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    private final CountDownLatch slackAnswers = new CountDownLatch(1);

    @BeforeEach
    void announce() throws Exception {
        for (int number = 1; number <= 5; number++) {
            messages.add(bench.announce(named("a" + number).saying("Hello " + number)));
            bench.run();
            bench.clock.advance(Duration.ofMinutes(1));
        }
    }

    private Optional<String> open(int number) {
        return bench.engine.deliveries().permalink(messages.get(number).deliveryId());
    }

    private long asked() {
        return bench.slack.calls().stream().filter("permalink"::equals).count();
    }

    @Test
    void shouldAskSlackOnceForTheAddressOfAMessage() {
        assertThat(open(0)).contains("https://acme.slack.com/archives/C0BUILDS00000/p1772366400.000000");
        assertThat(IntStream.range(0, 100).mapToObj(time -> open(0))).containsOnly(open(0));
        assertThat(asked()).isEqualTo(1);

        open(1);
        assertThat(asked()).as("another message").isEqualTo(2);
    }

    @Test
    void shouldAskOnceAMinuteForWhatSlackDoesNotTell() {
        bench.slack.havePermalinks(false);
        assertThat(open(0)).isEmpty();
        assertThat(open(0)).isEmpty();
        assertThat(asked()).isEqualTo(1);

        bench.slack.havePermalinks(true);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(open(0)).isPresent();
    }

    /** Opens a message on another thread, and returns when that waits for Slack or for another caller. */
    private CompletableFuture<Optional<String>> openAside(int number) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> answer.complete(open(number)));
        callers.add(caller);
        caller.start();
        await().until(() -> answer.isDone() || caller.getState() != Thread.State.RUNNABLE);
        return answer;
    }

    private void holdUpSlack() {
        bench.slack.duringPermalink(() -> {
            try {
                slackAnswers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        slackAnswers.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /** A double click sends the request twice, and the browser shows the answer to the second one. */
    @Test
    void shouldTellTheAddressToWhoAsksForItMeanwhile() {
        holdUpSlack();
        CompletableFuture<Optional<String>> first = openAside(0);
        CompletableFuture<Optional<String>> second = openAside(0);
        slackAnswers.countDown();

        assertThat(first.join()).isPresent();
        assertThat(second.join()).isEqualTo(first.join());
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void shouldNotAskAgainForWhoHasWaitedInVain() {
        bench.slack.havePermalinks(false);
        holdUpSlack();
        CompletableFuture<Optional<String>> first = openAside(0);
        CompletableFuture<Optional<String>> second = openAside(0);
        slackAnswers.countDown();

        assertThat(first.join()).isEmpty();
        assertThat(second.join()).isEmpty();
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void shouldLetFewWaitForSlackAndTheOthersForThem() {
        holdUpSlack();
        List<CompletableFuture<Optional<String>>> answers =
                IntStream.range(0, messages.size()).mapToObj(this::openAside).toList();
        assertThat(asked()).isEqualTo(4);

        slackAnswers.countDown();
        assertThat(answers).extracting(CompletableFuture::join).allMatch(Optional::isPresent);
        assertThat(asked()).isEqualTo(5);
    }

    /** A Slack that hangs would otherwise hold each thread that serves pages. */
    @Test
    void shouldTellNothingWhereManyWait() {
        holdUpSlack();
        List<CompletableFuture<Optional<String>>> answers =
                IntStream.range(0, 17).mapToObj(time -> openAside(0)).toList();
        assertThat(answers).noneMatch(CompletableFuture::isDone);

        assertThat(open(0)).isEmpty();
        slackAnswers.countDown();
        assertThat(answers).extracting(CompletableFuture::join).allMatch(Optional::isPresent);
    }
}
