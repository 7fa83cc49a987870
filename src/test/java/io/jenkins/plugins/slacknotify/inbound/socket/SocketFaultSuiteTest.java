package io.jenkins.plugins.slacknotify.inbound.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.FakeJenkins;
import io.jenkins.plugins.slacknotify.inbound.act.FakeResponder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.parsing.RequestParser;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WebSockets that are refreshed, closed, cut and cut in the middle of a message, one after the other, while envelopes come on
 * any of them. No event is lost, and none is done twice; a command, which Slack sends once, is done once if it was
 * acknowledged, and once at most if it was not.
 *
 * <p>{@code -Dslack-notify.inbound.cuts=1000} for the long form; {@code -Dslack-notify.faults.seed=…} for what happens in an
 * earlier run, as far as threads can be had again.
 */
class SocketFaultSuiteTest {
    private static final int CUTS = Integer.getInteger("slack-notify.inbound.cuts", 60);
    private static final long SEED = Long.getLong("slack-notify.faults.seed", System.nanoTime());
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> REASONS =
            List.of("warning", "refresh_requested", "refresh_requested", "new_reason");

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final InstantSource clock = InstantSource.system();
    private final FakeJenkins jenkins = new FakeJenkins();
    private final FakeResponder responder = new FakeResponder();
    private final RequestParser parser = new RequestParser(clock);

    /** The id that the request of each envelope has. */
    private final Map<String, String> events = new LinkedHashMap<>();

    private final Map<String, String> commands = new LinkedHashMap<>();

    @Test
    void shouldLoseNoEnvelope() throws Exception {
        System.out.println("SocketFaultSuiteTest: " + CUTS + " cuts and refreshes, seed " + SEED);
        InboundApp app = new InboundApp("acme", Payloads.APP, null);
        InboundSettings settings = new InboundSettings(true, List.of(app), Set.of(Ability.values()), 1_000_000);
        PooledThreads threads = new PooledThreads("test-inbound", 8);
        ActQueue acts = new ActQueue(
                new JournalOutboxStore(home, clock), jenkins, responder, Backoff.standard(), threads, clock);
        InboundGate gate = new InboundGate(
                () -> settings, request -> {}, acts, responder, threads, clock, new InboundStatistics(clock));
        acts.start();
        try (SocketModeServer slack = new SocketModeServer();
                LoggedRecords log = LoggedRecords.of(SocketModeTransport.class);
                SocketModeTransport transport = new SocketModeTransport(
                        app, settings(slack), sockets(), gate, SocketListener.NONE, threads, clock)) {
            transport.start();
            for (int cut = 0; cut < CUTS; cut++) {
                awaitSession(slack, cut);
                deliver(slack, cut);
                disturb(slack);
            }
            awaitSession(slack, CUTS);
            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(() -> {
                slack.redeliver(random);
                return events.keySet().stream().allMatch(id -> slack.acknowledgement(id) != null);
            });
            await().atMost(TIMEOUT).until(() -> acts.waiting() == 0);
            check(slack);
            System.out.println("SocketFaultSuiteTest: " + slack.connections().size() + " connections, " + events.size()
                    + " events, " + commands.size() + " commands");
        } finally {
            acts.close();
        }
    }

    private static SocketModeSettings settings(SocketModeServer slack) {
        SocketTimings timings = new SocketTimings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofMillis(20),
                Duration.ofHours(1),
                Duration.ofHours(1),
                new Backoff(Duration.ofMillis(2), Duration.ofMillis(8), Math::random));
        return new SocketModeSettings(slack.apiUrl(), AppToken.of(slack.appToken()), timings);
    }

    private static SlackSockets sockets() {
        return new SlackClient(HttpSettings.defaults()).sockets();
    }

    private void awaitSession(SocketModeServer slack, int cut) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> slack.connections().size() > cut
                        && !slack.openConnections().isEmpty());
    }

    private void deliver(SocketModeServer slack, int cut) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String id = "e" + cut + "-" + i;
            String mention = Payloads.mention("Ev" + id, "again " + "x".repeat(random.nextInt(3_000)));
            events.put(id, requestId("events_api", mention));
            slack.deliver(id, "events_api", mention, random);
        }
        if (random.nextBoolean()) {
            String id = "c" + cut;
            String command = new Gson().toJson(Payloads.command(id, "build " + cut));
            commands.put(id, requestId("slash_commands", command));
            // Slack sends it once.
            List<SocketConnection> open = slack.openConnections();
            if (!open.isEmpty()) {
                open.get(random.nextInt(open.size())).send(SocketModeServer.envelope(id, "slash_commands", command));
            }
        }
        if (random.nextInt(3) == 0) {
            slack.redeliver(random);
        }
    }

    private String requestId(String type, String json) {
        return parser.parseEnvelope(type, new JsonResponse(new Gson().fromJson(json, JsonObject.class)))
                .id();
    }

    private void disturb(SocketModeServer slack) {
        int before = slack.connections().size();
        List<SocketConnection> open = slack.openConnections();
        if (open.isEmpty()) {
            return;
        }
        SocketConnection connection = open.get(open.size() - 1);
        switch (random.nextInt(4)) {
            case 0 -> connection.cut();
            case 1 -> {
                connection.cutAfter(random.nextInt(400));
                slack.redeliver(random);
                connection.disconnect("warning");
            }
            case 2 -> connection.close();
            default -> connection.disconnect(REASONS.get(random.nextInt(REASONS.size())));
        }
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> slack.connections().size() > before);
    }

    private void check(SocketModeServer slack) {
        Set<String> acknowledged = new TreeSet<>();
        commands.forEach((envelope, id) -> {
            if (slack.acknowledgement(envelope) != null) {
                acknowledged.add(id);
            }
        });
        assertThat(jenkins.effects())
                .as("seed %d", SEED)
                .doesNotHaveDuplicates()
                .containsAll(events.values())
                .containsAll(acknowledged);
        assertThat(slack.unacknowledged()).isZero();
    }
}
