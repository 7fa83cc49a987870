package io.jenkins.plugins.slacknotify.outbox.benchmark;

import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that prints the figures of {@code docs/benchmarks.md}. Its name keeps it out of the ordinary tests. */
class OutboxBenchmark {
    private static final String PAYLOAD = "x".repeat(1_000);

    /** About as many bytes as a hand-over writes. */
    private static final byte[] LINE = "x".repeat(1_300).getBytes(StandardCharsets.UTF_8);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int LONG = 100_000;

    /** How many rounds are not counted, in which the compiler still works. */
    private static final int WARM_UP = 3;

    @TempDir
    Path home;

    private final AtomicInteger ids = new AtomicInteger();
    private final List<Outbox> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (Outbox outbox : open) {
            outbox.close();
        }
    }

    @Test
    void printFigures() throws Exception {
        System.out.println(Timings.machine(home));
        handOver();
        whileSlackIsSlow();
        recover();
        oneChannel();
        fillTheHeap();
    }

    private void handOver() throws Exception {
        Outbox outbox = outbox("hand-over", delivery -> new SendResult.Sent("", null));
        for (int threads : new int[] {1, 8, 32}) {
            // In turns, because the disk is not ours alone.
            for (int round = 1; round <= WARM_UP + 3; round++) {
                Timings bare = append(threads, 1_000);
                System.out.println(
                        round <= WARM_UP ? "Warm-up, which does not count:" : "Round " + (round - WARM_UP) + ":");
                System.out.printf("%d thread(s), bare forced append: %s%n", threads, bare);
                long compiled = millisOfCompiler();
                Beside figures = withAppendsBeside(() -> Timings.of(threads, 1_000, thread -> accept(outbox)));
                System.out.printf("%d thread(s), hand-over:          %s%n", threads, figures.measured());
                System.out.printf(
                        Locale.ROOT,
                        "%d thread(s), append beside it:   %s; p99 of hand-over in bare appends: %.1f, in those beside it: %.1f;"
                                + " compiler %d ms%n",
                        threads,
                        figures.append(),
                        figures.measured().millis(0.99) / bare.millis(0.99),
                        figures.measured().millis(0.99) / figures.append().millis(0.99),
                        millisOfCompiler() - compiled);
            }
        }
    }

    /**
     * Some calls, and the bare appends of one more thread in the same time. Where the calls make the compiler work, or the machine has
     * other work, those appends wait for a processor and for the disk as well.
     */
    private record Beside(Timings measured, Timings append) {}

    private Beside withAppendsBeside(Callable<Timings> calls) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Timings> append = thread.submit(() -> appendUntil(over));
            Timings measured;
            try {
                measured = calls.call();
            } finally {
                over.set(true);
            }
            return new Beside(measured, append.get());
        } finally {
            thread.shutdown();
        }
    }

    private Timings appendUntil(AtomicBoolean over) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        try (FileOutputStream file =
                new FileOutputStream(home.resolve("bare-beside").toFile())) {
            while (!over.get()) {
                long before = System.nanoTime();
                file.write(LINE);
                file.getFD().sync();
                nanos.add(System.nanoTime() - before);
            }
        }
        return new Timings(nanos.build().sorted().toArray());
    }

    /** The time that the compiler has worked so far; 0 where there is none. */
    private static long millisOfCompiler() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler == null ? 0 : compiler.getTotalCompilationTime();
    }

    /** As many bytes, forced to disk, each thread to a file of its own. */
    private Timings append(int threads, int calls) throws Exception {
        List<FileOutputStream> files = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            files.add(new FileOutputStream(home.resolve("bare-" + i).toFile()));
        }
        Timings timings = Timings.of(threads, calls, thread -> {
            files.get(thread).write(LINE);
            files.get(thread).getFD().sync();
        });
        for (FileOutputStream file : files) {
            file.close();
        }
        return timings;
    }

    private void whileSlackIsSlow() throws Exception {
        whileSlack("answers in 200 ms", Fault.delay(Duration.ofMillis(200)), 10);
        whileSlack("answers in 5 s", Fault.delay(Duration.ofSeconds(5)), 2);
        whileSlack("answers 429, Retry-After 2 s", Fault.rateLimited(RETRY_AFTER), 3);
        whileSlack("never answers", Fault.never(), 1);
    }

    private void whileSlack(String does, Fault fault, int posts) throws Exception {
        try (SlackSandbox slack = SlackSandbox.start();
                SlackApiGateway gateway = new SlackApiGateway(HttpSettings.defaults())) {
            slack.enforceRateLimits(false);
            SandboxWorkspace acme = slack.workspace("acme");
            SlackConnection connection =
                    new SlackConnection(ApiUrl.of(slack.apiUrl()), BotToken.of(acme.installBot("jenkins")));
            acme.channel("builds").invite("jenkins");
            slack.faults().always("chat.postMessage", fault);

            Outbox outbox = outbox(does, delivery -> {
                post(gateway, connection);
                return new SendResult.Retry(RETRY_AFTER, "for the benchmark");
            });
            outbox.start();
            Timings.of(8, 250, thread -> accept(outbox));
            System.out.printf("Slack %s, hand-over:   %s%n", does, Timings.of(8, 250, thread -> accept(outbox)));
            Timings synchronous = Timings.of(1, posts, thread -> postPatiently(gateway, connection));
            System.out.printf("Slack %s, synchronous: %s%n", does, synchronous);
        }
    }

    /** Posts as a build would that posts by itself and obeys Slack: at a 429 it waits once, as long as it is asked to. */
    private static void postPatiently(SlackApiGateway gateway, SlackConnection connection) throws InterruptedException {
        if (post(gateway, connection) instanceof SlackResult.RateLimited<?>) {
            Thread.sleep(RETRY_AFTER.toMillis());
            post(gateway, connection);
        }
    }

    private static SlackResult<?> post(SlackApiGateway gateway, SlackConnection connection) {
        return gateway.post(connection, OutgoingMessage.of("#builds", "Hello", "benchmark"));
    }

    private void recover() throws Exception {
        fill("recovery", 10_000);
        for (int round = 1; round <= 3; round++) {
            long before = System.nanoTime();
            JournalOutboxStore store = store("recovery");
            int found = store.heads().size();
            double seconds = (System.nanoTime() - before) / 1e9;
            store.close();
            System.out.printf(
                    Locale.ROOT, "Recovery: %,d waiting in %.2f s, %,.0f a second%n", found, seconds, found / seconds);
        }
    }

    /** A bad day: everything waits in one channel, and meanwhile builds hand over to it and to others. */
    private void oneChannel() throws Exception {
        JournalOutboxStore full = store("one-channel");
        Timings.of(8, LONG / 8, thread -> full.add(waiting(ofOneChannel())));
        full.close();
        long empty = usedHeap();
        long before = System.nanoTime();
        JournalOutboxStore store = store("one-channel");
        Outbox outbox = outbox(store, new DownCourier());
        outbox.start();
        outbox.awaitRead();
        System.out.printf(
                Locale.ROOT, "One channel: %,d waiting, ready after %.2f s", LONG, (System.nanoTime() - before) / 1e9);
        System.out.printf(", %d MB of heap%n", (usedHeap() - empty) >> 20);
        for (int round = 1; round <= 3; round++) {
            System.out.printf("One channel, bare forced append:    %s%n", append(8, 1_000));
            System.out.printf(
                    "One channel, hand-over to it:       %s%n",
                    Timings.of(8, 1_000, thread -> outbox.accept(ofOneChannel())));
            System.out.printf(
                    "One channel, hand-over to others:   %s%n", Timings.of(8, 1_000, thread -> accept(outbox)));
        }
    }

    /** A Slack that takes nothing for an hour, whether one by one or together. */
    private static final class DownCourier implements Courier {
        @Override
        public SendResult send(Delivery delivery) {
            return new SendResult.Retry(Duration.ofHours(1), "for the benchmark");
        }

        @Override
        public SendResult sendTogether(List<Delivery> deliveries) {
            return send(deliveries.get(0));
        }
    }

    private Entry ofOneChannel() {
        int id = ids.incrementAndGet();
        String job = "folder/job-" + id % 200;
        SendOrder order = new SendOrder("slack-bot #builds", job + " " + id + " 1764316800000", job, id % 5, true);
        return new Entry(UUID.randomUUID().toString(), order, Instant.now(), PAYLOAD);
    }

    private void fillTheHeap() throws Exception {
        fill("heap", LONG);
        long empty = usedHeap();
        JournalOutboxStore store = store("heap");
        store.find("none");
        System.out.printf("Heap for 100,000 waiting: %d MB in the store", (usedHeap() - empty) >> 20);
        Outbox outbox = outbox(store, new DownCourier());
        outbox.start();
        outbox.awaitRead();
        System.out.printf(
                ", %d MB with the outbox, payloads of 1,000 characters included%n", (usedHeap() - empty) >> 20);
    }

    private static long usedHeap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void fill(String folder, int count) throws Exception {
        JournalOutboxStore store = store(folder);
        Timings.of(8, count / 8, thread -> store.add(waiting(entry())));
        store.close();
    }

    private Delivery waiting(Entry entry) {
        return new Delivery(entry, ids.get(), Delivery.State.WAITING, 0, null, null, null, entry.acceptedAt());
    }

    private boolean accept(Outbox outbox) {
        return outbox.accept(entry());
    }

    private Entry entry() {
        int id = ids.incrementAndGet();
        return new Entry("id-" + id, "channel-" + id % 20, Instant.now(), PAYLOAD);
    }

    private JournalOutboxStore store(String folder) {
        return new JournalOutboxStore(home.resolve(folder), InstantSource.system());
    }

    private Outbox outbox(String folder, Courier courier) {
        return outbox(store(folder), courier);
    }

    private Outbox outbox(JournalOutboxStore store, Courier courier) {
        Outbox outbox = Outbox.builder(store, courier, new PooledThreads()).build();
        open.add(outbox);
        return outbox;
    }
}
