package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.FaultSuiteBench.buildsIn;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Jenkins that was down for longer than fifteen minutes while many messages waited: what another one may have sent is not sent again. */
class LongPauseTest {
    private static final int BUILDS = 100;

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
        engine = bench.engine(new JournalOutboxStore(home.resolve("outbox"), clock), threads, Duration.ofMillis(500));
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

    /** A snapshot of the disk is put back in place, so nothing shows it but the time. */
    @Test
    void shouldSendNothingAgainThatWasSentAfterASnapshot() throws Exception {
        Map<Path, byte[]> snapshot = snapshot();
        while (messages().isEmpty()) {
            threads.runOne();
        }
        List<String> sent = buildsIn(messages());
        assertThat(sent).hasSizeBetween(1, BUILDS - 1);
        engine.close();
        putBack(snapshot);
        clock.advance(Duration.ofMinutes(20));
        newProcess();
        threads.advance(Duration.ofMinutes(1));

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
