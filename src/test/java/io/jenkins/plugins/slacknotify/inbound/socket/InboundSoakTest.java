package io.jenkins.plugins.slacknotify.inbound.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import io.jenkins.plugins.slacknotify.engine.FastTime;
import io.jenkins.plugins.slacknotify.engine.Footprint;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.RequestHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.PooledThreads;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.slack.AppToken;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The growth of a process that is asked for long: heap, threads, open files, disk. Commands and clicks come by Socket Mode and by signed
 * requests, in turns, and Slack refreshes the connection after each hundred of them. {@code -Dslack-notify.soak.requests=20000} makes it
 * long; a short run sees threads and open files only.
 */
class InboundSoakTest {
    private static final int REQUESTS = Integer.getInteger("slack-notify.soak.requests", 300);
    private static final int BETWEEN_REFRESHES = 100;
    private static final int MEMBERS = 40;

    /** So that a quarter of an hour, after which a request is forgotten, passes in four seconds. */
    private static final int SPEED = 240;

    private static final int SAMPLES = 30;

    /** By then the queue remembers as many acts and answers as it may, and the sandbox as many acknowledgements. */
    private static final int FULL = 12_000;

    private static final boolean LONG = REQUESTS >= 20_000;
    private static final int WARM = LONG ? FULL : REQUESTS / 3;

    /** How many more threads there may be at the end: the pools grow where chance lets more happen at once. */
    private static final int THREADS_BY_CHANCE = 14;

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final SlackSigner SLACK = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");

    @TempDir
    Path home;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Random random = new Random(1);
    private final List<Footprint> samples = new ArrayList<>();

    @Test
    void shouldTakeUpNoMoreAfterManyRequests() throws IOException {
        var time = new FastTime(SPEED);
        var app = new InboundApp("acme", Payloads.APP, Set.of(Payloads.TEAM), SigningSecret.of(SLACK.secret()));
        var settings = new InboundSettings(true, List.of(app), Set.of(Ability.values()), 1_000_000);
        var acts = new ActQueue(
                new JournalOutboxStore(home.resolve("inbound"), time),
                new Jenkins(),
                (origin, answer) -> {
                    answered.incrementAndGet();
                    return new SendResult.Sent("", null);
                },
                Backoff.standard(),
                time,
                time);
        var gate = new InboundGate(
                () -> settings,
                new Handler(),
                acts,
                (origin, answer) -> new SendResult.Sent("", null),
                time,
                time,
                new InboundStatistics(time));
        var http = new HttpTransport(gate, time);
        acts.start();
        try (var threads = new PooledThreads("inbound", 4);
                var slack = new SocketModeServer();
                var socket = new SocketModeTransport(
                        app,
                        new SocketModeSettings(slack.apiUrl(), AppToken.of(slack.appToken()), SocketTimings.standard()),
                        new SlackClient(HttpSettings.defaults()).sockets(),
                        gate,
                        SocketListener.NONE,
                        threads,
                        InstantSource.system())) {
            socket.start();
            await().atMost(TIMEOUT).until(() -> slack.openConnections().size() == 1);
            for (int request = 1; request <= REQUESTS; request++) {
                send(slack, http, time, request);
                if (request % BETWEEN_REFRESHES == 0) {
                    awaitAnswers(slack, request);
                    refresh(slack);
                }
                if (request % (REQUESTS / SAMPLES) == 0) {
                    awaitAnswers(slack, request);
                    sample(slack, request);
                }
            }
            assertThat(done).hasValue(REQUESTS);
            assertThat(slack.connections()).hasSize(1 + REQUESTS / BETWEEN_REFRESHES);
        } finally {
            acts.close();
            time.close();
        }
        assertThat(Footprint.isFlat(samples, Footprint::threads, THREADS_BY_CHANCE))
                .as("threads")
                .isTrue();
        assertThat(Footprint.isFlat(samples, Footprint::handles, LONG ? 0 : THREADS_BY_CHANCE))
                .as("handles")
                .isTrue();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::heap))
                .as("heap grows")
                .isFalse();
        assertThat(LONG && !Footprint.isFlat(samples, Footprint::disk))
                .as("disk grows")
                .isFalse();
    }

    /** Of four requests, two are commands and two are clicks, and of each one comes by HTTP. */
    private void send(SocketModeServer slack, HttpTransport http, InstantSource time, int number) throws IOException {
        var command = Payloads.command("t" + number, "build shop");
        command.put("user_id", "U" + number % MEMBERS);
        var click = Payloads.press("t" + number, "slack-notify.approve").replace(Payloads.ANNA, "U" + number % MEMBERS);
        switch (number % 4) {
            case 0 -> slack.deliver("e" + number, "slash_commands", json(command), random);
            case 1 -> slack.deliver("e" + number, "interactive", click, random);
            case 2 -> post(http, time.instant(), Payloads.form(command));
            default -> post(http, time.instant(), Payloads.interactionForm(click));
        }
    }

    private static String json(Map<String, String> fields) {
        return new Gson().toJson(fields);
    }

    private static void post(HttpTransport http, Instant now, String form) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("X-Slack-Request-Timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("X-Slack-Signature", SLACK.sign(now, body));
        var reply = http.handle(new HttpRequest("POST", headers::get, body.length, new ByteArrayInputStream(body)));
        assertThat(reply.status()).isEqualTo(200);
    }

    private void awaitAnswers(SocketModeServer slack, int requests) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> done.get() == requests && slack.unacknowledged() == 0);
        slack.redeliver(random); // Forgets what was acknowledged.
    }

    /** As Slack does: it warns, the client opens another connection, and the old one ends. */
    private static void refresh(SocketModeServer slack) {
        SocketConnection old = slack.openConnections().get(0);
        old.disconnect("warning");
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> slack.openConnections().stream().anyMatch(connection -> connection != old));
        old.close();
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> slack.openConnections().size() == 1);
    }

    private void sample(SocketModeServer slack, int requests) throws IOException {
        var now = Footprint.now(home);
        System.out.printf(
                "InboundSoakTest: %d requests, %d answers, %d connections: heap %.1f MB, %d threads, %d open files, disk %.1f MB%n",
                requests,
                answered.get(),
                slack.connections().size(),
                now.heap() / 1e6,
                now.threads(),
                now.handles(),
                now.disk() / 1e6);
        if (requests > WARM) {
            samples.add(now);
        }
    }

    /** Counts what is kept and then done. */
    private final class Jenkins implements ActHandler {
        @Override
        public Optional<ActResult> alreadyDone(InboundRequest request) {
            return Optional.empty();
        }

        @Override
        public ActResult act(InboundRequest request) {
            done.incrementAndGet();
            return ActResult.answered(Answer.ephemeral("Done."));
        }
    }

    /** Has all kept, so that each request takes the longest way. */
    private static final class Handler implements RequestHandler {
        @Override
        public Decision receive(InboundRequest request) {
            return Decision.keep(Acknowledgement.EMPTY);
        }

        @Override
        public void handle(InboundRequest request) {
            throw new IllegalStateException("kept");
        }
    }
}
