package io.jenkins.plugins.slacknotify.inbound.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.FakeJenkins;
import io.jenkins.plugins.slacknotify.inbound.act.FakeResponder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.benchmark.Timings;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints figures; see {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class InboundBenchmark {
    private static final int SECONDS = Integer.getInteger("slack-notify.inbound.seconds", 60);
    private static final int PER_SECOND = 50;
    private static final int UNSIGNED = 10_000;
    private static final SlackSigner SLACK = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");

    @TempDir
    Path home;

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void printFigures() throws Exception {
        System.out.println(Timings.machine(home));
        InstantSource clock = InstantSource.system();
        InboundApp app = new InboundApp("acme", Payloads.APP, SigningSecret.of(SLACK.secret()));
        InboundSettings settings = new InboundSettings(true, List.of(app), Set.of(Ability.values()), 1_000_000);
        PooledThreads threads = new PooledThreads("inbound", 12);
        ActQueue acts = new ActQueue(
                new JournalOutboxStore(home.resolve("inbound"), clock),
                new FakeJenkins(),
                new FakeResponder(),
                Backoff.standard(),
                threads,
                clock);
        InboundGate gate = new InboundGate(
                () -> settings, request -> {}, acts, new FakeResponder(), threads, clock, new InboundStatistics(clock));
        HttpTransport http = new HttpTransport(gate, clock);
        acts.start();
        try (LoggedRecords log = LoggedRecords.of(RefusalRecorder.class);
                Door bare = new Door(request -> {
                    request.body().readAllBytes();
                    return 200;
                });
                FileOutputStream file =
                        new FileOutputStream(home.resolve("bare").toFile());
                Door forced = new Door(request -> force(file, request.body().readAllBytes()));
                Door door = new Door(request -> http.handle(request).status())) {
            atRate(bare, 5);
            atRate(door, 5);
            System.out.printf("%d/s for %d s, bare transport:     %s%n", PER_SECOND, SECONDS, atRate(bare, SECONDS));
            System.out.printf("%d/s for %d s, and forced append:  %s%n", PER_SECOND, SECONDS, atRate(forced, SECONDS));
            System.out.printf("%d/s for %d s, acknowledgement:    %s%n", PER_SECOND, SECONDS, atRate(door, SECONDS));
            unsigned(http);
        } finally {
            acts.close();
        }
    }

    private static synchronized int force(FileOutputStream file, byte[] body) throws IOException {
        file.write(body);
        file.getFD().sync();
        return 200;
    }

    /** The time from the first byte of a request to the last one of its answer, at a steady rate, by real HTTP. */
    private Timings atRate(Door door, int seconds) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(8);
        int calls = seconds * PER_SECOND;
        long[] nanos = new long[calls];
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        Callable<Void> call = () -> {
            int index = next.getAndIncrement();
            byte[] body = command();
            long before = System.nanoTime();
            int status = client.send(request(door, body), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            nanos[index] = System.nanoTime() - before;
            if (status != 200) {
                refused.incrementAndGet();
            }
            return null;
        };
        for (int i = 0; i < calls; i++) {
            timer.schedule(call, i * 1_000L / PER_SECOND, TimeUnit.MILLISECONDS);
        }
        timer.shutdown();
        if (!timer.awaitTermination(seconds + 30L, TimeUnit.SECONDS) || refused.get() > 0) {
            throw new IllegalStateException("refused: " + refused);
        }
        return new Timings(LongStream.of(nanos).sorted().toArray());
    }

    private byte[] command() {
        Map<String, String> fields = Payloads.command("t" + ids.incrementAndGet(), "build shop");
        fields.put("user_id", "U" + ids.get() % 20);
        return Payloads.form(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static java.net.http.HttpRequest request(Door door, byte[] body) {
        Instant now = Instant.now();
        return java.net.http.HttpRequest.newBuilder(door.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", String.valueOf(now.getEpochSecond()))
                .header("X-Slack-Signature", SLACK.sign(now, body))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private void unsigned(HttpTransport http) throws IOException {
        byte[] body = Payloads.mention("Ev1", "again").getBytes(StandardCharsets.UTF_8);
        Map<String, String> none = Map.of("Content-Type", "application/json");
        Map<String, String> forged = new TreeMap<>(none);
        Instant now = Instant.now();
        forged.put("X-Slack-Request-Timestamp", String.valueOf(now.getEpochSecond()));
        forged.put("X-Slack-Signature", new SlackSigner("guessed").sign(now, body));
        flood(http, "without a signature", none, body);
        flood(http, "with a wrong signature", forged, body);
        flood(http, "with a wrong signature, 1 MB", forged, new byte[HttpTransport.MAX_BODY]);
    }

    private static void flood(HttpTransport http, String how, Map<String, String> headers, byte[] body)
            throws IOException {
        int calls = body.length > 100_000 ? UNSIGNED / 10 : UNSIGNED;
        send(http, headers, body, calls / 10);
        long heap = usedHeap();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long before = processor.getCurrentThreadCpuTime();
        send(http, headers, body, calls);
        double micros = (processor.getCurrentThreadCpuTime() - before) / 1e3 / calls;
        System.out.printf(
                Locale.ROOT,
                "%,d requests %s: %.1f µs of processor each, heap %+d kB%n",
                calls,
                how,
                micros,
                (usedHeap() - heap) >> 10);
    }

    private static void send(HttpTransport http, Map<String, String> headers, byte[] body, int calls)
            throws IOException {
        for (int i = 0; i < calls; i++) {
            HttpReply reply =
                    http.handle(new HttpRequest("POST", headers::get, body.length, new ByteArrayInputStream(body)));
            if (reply.status() != 401) {
                throw new IllegalStateException("answered " + reply.status());
            }
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** An HTTP server of the JDK, with as many threads as a small Jenkins has for requests. */
    private static final class Door implements AutoCloseable {
        @FunctionalInterface
        interface Handler {
            int handle(HttpRequest request) throws IOException;
        }

        private final HttpServer server;
        private final ExecutorService threads = Executors.newFixedThreadPool(8);

        Door(Handler handler) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                int status = handler.handle(new HttpRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestHeaders()::getFirst,
                        Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length")),
                        exchange.getRequestBody()));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack-notify/events");
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdown();
        }
    }
}
