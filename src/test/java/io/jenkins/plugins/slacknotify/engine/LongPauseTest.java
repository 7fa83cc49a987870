package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.FaultSuiteBench.buildsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.report.Problem;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Jenkins that was down for longer than fifteen minutes while many messages waited: what another one may have sent is not sent again. */
class LongPauseTest {
    private static final int BUILDS = 100;
    private static final Pattern RED = Pattern.compile("team/red #(\\d+)");

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private final FaultSuiteBench bench = new FaultSuiteBench(clock);
    private ManualThreads threads;
    private NotificationEngine engine;
    private SandboxWorkspace acme;
    private List<String> failed;

    @BeforeEach
    void leaveABacklog() throws Exception {
        acme = bench.workspace("acme", "builds");
        newProcess();
        threads.run();
        failed = IntStream.range(0, BUILDS)
                .mapToObj(number -> "team/job" + number + " #7")
                .toList();
        for (int number = 0; number < BUILDS; number++) {
            engine.buildCompleted(bench.build("team/job" + number, 7, Outcome.FAILURE));
        }
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        bench.close();
    }

    private void newProcess() throws Exception {
        if (engine != null) {
            engine.close();
        }
        threads = new ManualThreads(clock);
        engine = bench.engine(new JournalOutboxStore(home.resolve("outbox"), clock), threads);
    }

    @Test
    void shouldLookOnceAChannelAndSendDigestsAfterAPause() throws Exception {
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));

        assertThat(buildsIn(messages())).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(calls("conversations.history")).isOne();
        assertThat(calls("chat.postMessage")).isEqualTo(3);
        assertThat(engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldLookInTheTimeOfThePauseAlone() throws Exception {
        clock.advance(Duration.ofHours(5));
        engine.buildCompleted(bench.build("team/later", 7, Outcome.FAILURE));
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.calls())
                .filteredOn(call -> call.method().equals("conversations.history"))
                .singleElement()
                .satisfies(call -> assertThat(
                                Double.parseDouble(call.arguments().get("oldest")))
                        .isGreaterThan(
                                clock.instant().minus(Duration.ofHours(1)).getEpochSecond()));
    }

    /** What may have arrived since the disk was copied is in doubt, and needs the same person as before. */
    @Test
    void shouldStillAlertOfWhatAPersonHasToFix() throws Exception {
        Fault revoked = Fault.error("token_revoked");
        bench.slack.faults().always("chat.postMessage", revoked);
        bench.slack.faults().always("conversations.history", revoked);
        threads.advance(Duration.ofMinutes(1));
        List<Problem> before = engine.deliveries().problems();
        assertThat(before).singleElement().extracting(Problem::waiting).isEqualTo(BUILDS);

        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));

        assertThat(engine.deliveries().problems())
                .as("one of what was tried again, and one of what was not yet")
                .hasSize(2)
                .first()
                .returns(before.get(0).description(), Problem::description)
                .returns(before.get(0).fixLocation(), Problem::fixLocation);
        assertThat(engine.deliveries().held()).isNotEmpty().allMatch(DeliveryReport::isKeptBack);

        bench.slack.faults().clear();
        engine.retries().credentialsChanged();
        threads.advance(Duration.ofMinutes(2));
        assertThat(buildsIn(messages())).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(engine.deliveries().problems()).isEmpty();
    }

    /** A snapshot of the disk is put back in place, so nothing shows it but the time. */
    @Test
    void shouldSendNothingAgainThatWasSentAfterASnapshot() throws Exception {
        Map<Path, byte[]> snapshot = snapshot();
        while (messages().isEmpty()) {
            threads.runOne();
        }
        List<String> sent = buildsIn(messages());
        assertThat(sent).hasSizeBetween(1, BUILDS - 1);
        putBackAfterTwentyMinutes(snapshot);

        assertThat(buildsIn(messages())).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldLoseNothingWhereTheHistoryCannotBeReadAtFirst() throws Exception {
        bench.slack.faults().nextTimes(2, "conversations.history", Fault.status(503));
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.run();
        assertThat(engine.deliveries().waiting()).isEqualTo(BUILDS);
        assertThat(messages()).isEmpty();
        threads.advance(Duration.ofMinutes(10));

        assertThat(buildsIn(messages())).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(calls("conversations.history")).isEqualTo(3);
    }

    /** The builds of a job that stays red answer in the thread of the first, each in a sequence of its own. */
    @Test
    void shouldLookOnceInAThreadForAllThatBelongIntoIt() throws Exception {
        leaveAStreak(30);
        long posted = calls("chat.postMessage");
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));

        assertThat(red()).containsExactlyInAnyOrderElementsOf(numbers(7, 37));
        assertThat(calls("conversations.replies")).isOne();
        assertThat(calls("conversations.history"))
                .as("a thread may have taken no answer")
                .isOne();
        assertThat(calls("chat.postMessage") - posted).isOne();
        assertThat(engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldSendNothingAgainThatStandsInAThreadSinceTheSnapshot() throws Exception {
        leaveAStreak(3);
        Map<Path, byte[]> snapshot = snapshot();
        threads.advance(Duration.ofMinutes(1));
        assertThat(red()).containsExactlyInAnyOrderElementsOf(numbers(7, 10));
        putBackAfterTwentyMinutes(snapshot);

        assertThat(red()).containsExactlyInAnyOrderElementsOf(numbers(7, 10));
        assertThat(calls("conversations.replies")).isOne();
        assertThat(calls("conversations.history")).isZero();
        assertThat(engine.deliveries().waiting()).isZero();
    }

    /** A thread that is locked can be read and takes no answer, so an answer becomes a message of the channel. */
    @Test
    void shouldSendNothingAgainThatStandsInTheChannelInsteadOfItsThread() throws Exception {
        leaveAStreak(3);
        Map<Path, byte[]> snapshot = snapshot();
        bench.slack.faults().nextTimes(1, "chat.postMessage", Fault.error("restricted_action_thread_locked"));
        threads.advance(Duration.ofMinutes(1));
        assertThat(messages().stream().filter(message -> message.threadTs() == null))
                .extracting(SandboxMessage::text)
                .filteredOn(text -> text.contains("team/red #"))
                .hasSizeGreaterThan(1);
        putBackAfterTwentyMinutes(snapshot);

        assertThat(red()).containsExactlyInAnyOrderElementsOf(numbers(7, 10));
        assertThat(engine.deliveries().waiting()).isZero();
    }

    @Test
    void shouldLoseNothingWhereTheChannelCannotBeReadAfterTheThread() throws Exception {
        leaveAStreak(3);
        bench.slack.faults().nextTimes(2, "conversations.history", Fault.status(503));
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(10));

        assertThat(red()).containsExactlyInAnyOrderElementsOf(numbers(7, 10));
        assertThat(engine.deliveries().waiting()).isZero();
    }

    /** Sends the first of the bad builds of a job, and leaves so many behind it. */
    private void leaveAStreak(int builds) {
        threads.advance(Duration.ofMinutes(1));
        engine.buildCompleted(red(7, Trend.REGRESSED));
        threads.advance(Duration.ofMinutes(1));
        for (int number = 8; number < 8 + builds; number++) {
            engine.buildCompleted(red(number, Trend.STILL_FAILING));
        }
    }

    private BuildEvent red(int number, Trend trend) {
        BuildEvent build = bench.build("team/red", number, Outcome.FAILURE);
        FailureStreak streak =
                new FailureStreak(7, build.key().startedAt(), build.key().startedAt(), number - 6, false);
        return build.toBuilder()
                .trend(trend)
                .findings(Findings.builder().failureStreak(streak).build())
                .build();
    }

    /** The numbers of the builds of which messages tell. */
    private List<String> red() {
        return messages().stream()
                .flatMap(message -> RED.matcher(
                                FaultSuiteBench.isDigest(message)
                                        ? message.blocks().toString()
                                        : message.text())
                        .results())
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    private void putBackAfterTwentyMinutes(Map<Path, byte[]> snapshot) throws Exception {
        engine.close();
        putBack(snapshot);
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));
    }

    private Map<Path, byte[]> snapshot() throws IOException {
        Map<Path, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(home.resolve("outbox"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private void putBack(Map<Path, byte[]> snapshot) throws IOException {
        for (Path file : snapshot().keySet()) {
            if (snapshot.containsKey(file)) {
                Files.write(file, snapshot.get(file));
            } else {
                Files.delete(file);
            }
        }
    }

    private List<SandboxMessage> messages() {
        return acme.messagesIn("builds");
    }

    private long calls(String method) {
        return bench.slack.callCounts().getOrDefault(method, 0L);
    }
}
