package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.inbound.InboundBench;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Prints how long Slack finds no connection; see {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class SocketModeBenchmark {
    private static final int ROUNDS = 30;

    private static int sent;

    @Test
    void printFigures() throws Exception {
        InboundBench bench = new InboundBench();
        SocketTimings standard = SocketTimings.standard();
        SocketTimings timings = new SocketTimings(
                standard.hello(),
                standard.beforeExpiry(),
                standard.drain(),
                Duration.ZERO,
                standard.recheck(),
                Backoff.standard());
        PooledThreads threads = new PooledThreads("inbound", 4);
        try (SocketModeServer slack = new SocketModeServer();
                LoggedRecords log = LoggedRecords.of(SocketModeTransport.class);
                SocketModeTransport transport = new SocketModeTransport(
                        bench.app,
                        new SocketModeSettings(slack.apiUrl(), AppToken.of(slack.appToken()), timings),
                        new SlackClient(HttpSettings.defaults()).sockets(),
                        bench.gate,
                        SocketListener.NONE,
                        threads,
                        InstantSource.system())) {
            transport.start();
            await(() -> slack.openConnections().size() == 1);
            print(slack, "planned refresh (warning)", holes(slack, connection -> connection.disconnect("warning")));
            print(slack, "cut (RST)", holes(slack, SocketConnection::cut));
        } finally {
            threads.close();
        }
    }

    @FunctionalInterface
    private interface Disturbance {
        void happen(SocketConnection connection);
    }

    /**
     * For how long Slack found no connection around each disturbance, in milliseconds. An envelope is sent every few
     * milliseconds meanwhile, on whichever connection is open.
     */
    private static double[] holes(SocketModeServer slack, Disturbance disturbance) {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            await(() -> slack.openConnections().size() == 1);
            SocketConnection old = slack.openConnections().get(0);
            int before = slack.connections().size();
            disturbance.happen(old);
            while (old.isOpen() || slack.connections().size() == before) {
                long empty = System.nanoTime();
                await(() -> !slack.openConnections().isEmpty());
                millis[round] = Math.max(millis[round], (System.nanoTime() - empty) / 1e6);
                sendOne(slack);
                LockSupport.parkNanos(3_000_000);
                if (slack.connections().size() > before && old.isOpen()) {
                    // As Slack does, some seconds after its warning.
                    LockSupport.parkNanos(50_000_000);
                    old.close();
                }
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void sendOne(SocketModeServer slack) {
        String id = "e" + sent++;
        slack.openConnections().stream()
                .findFirst()
                .ifPresent(connection -> connection.send(
                        SocketModeServer.envelope(id, "events_api", Payloads.event("Ev" + id, "{\"type\": \"x\"}"))));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void print(SocketModeServer slack, String what, double[] sorted) {
        long deadline = System.nanoTime() + 1_000_000_000L;
        while (slack.acknowledged().size() < sent && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: no connection for %.1f ms (median), %.1f ms (longest) in %d rounds; %d of %d envelopes not acknowledged%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                sorted.length,
                sent - slack.acknowledged().size(),
                sent);
    }
}
