package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.engine.FastTime;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An outbox in a process whose memory another thread uses up over and over, so that any step of it can find none. Then there is
 * memory again, and nobody hands over any more. Arguments: the folder, how many entries, for how many seconds, a seed.
 */
final class ScarceMemoryChild {
    private static final int LANES = 8;
    private static final int THREADS = 6;

    /** How many seconds of the outbox pass in one. */
    private static final int SPEED = 300;

    private static final SendResult SENT = new SendResult.Sent("posted", null);
    private static final SendResult ABSENT = new SendResult.Absent("not there");
    private static final Logger LOGGER = Logger.getLogger("io.jenkins.plugins.slacknotify");

    private final int entries;
    private final long seed;
    private final AtomicIntegerArray arrived;
    private final Outbox outbox;
    private volatile boolean isScarce = true;

    private ScarceMemoryChild(Path folder, int entries, long seed) {
        this.entries = entries;
        this.seed = seed;
        arrived = new AtomicIntegerArray(entries);
        FastTime time = new FastTime(SPEED);
        outbox = Outbox.builder(new JournalOutboxStore(folder, time), new CountingCourier(), time)
                .clock(time)
                .untilTheClockIsSet(Duration.ZERO)
                .build();
    }

    public static void main(String[] args) throws Exception {
        LOGGER.setLevel(Level.OFF);
        int entries = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[3]);
        // Every class is there before, as one that finds no memory when it is made is never there again.
        new ScarceMemoryChild(Path.of(args[0], "before"), entries / 4, seed).run(Duration.ZERO);
        new ScarceMemoryChild(Path.of(args[0], "outbox"), entries, seed)
                .run(Duration.ofSeconds(Long.parseLong(args[2])));
        System.exit(0);
    }

    private void run(Duration scarce) throws Exception {
        outbox.start();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads.add(start(() -> handOver(number)));
        }
        Thread hog = start(() -> useUp(scarce));
        hog.join();
        isScarce = false;
        for (Thread thread : threads) {
            thread.join();
        }
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (outbox.waiting() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            if (arrived.get(i) != 1) {
                int number = i;
                String state = outbox.find(id(i))
                        .map(it -> it.state() + " of " + it.carrier())
                        .orElse("unknown");
                wrong.add(id(number) + " arrived " + arrived.get(i) + " times and is " + state);
            }
        }
        if (outbox.waiting() > 0 || !wrong.isEmpty()) {
            System.out.println(outbox.waiting() + " wait, stuck: " + outbox.dispatchProblem() + ", " + wrong);
            System.exit(1);
        }
        outbox.close();
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static String id(int number) {
        return "n" + number;
    }

    private void handOver(int thread) {
        Random random = new Random(seed + thread);
        for (int number = thread; number < entries; number += THREADS) {
            boolean isKnown = false;
            while (!isKnown) {
                try {
                    SendOrder order = new SendOrder(
                            "lane" + number % LANES, "sequence" + number / 3, "job" + number % 5, 0, number % 4 != 0);
                    outbox.accept(new Entry(id(number), order, outboxTime(), "x".repeat(200)));
                    isKnown = true;
                } catch (Throwable noMemory) {
                    // Whoever hands over learns of it, and does it again.
                }
            }
            do {
                LockSupport.parkNanos(isScarce ? random.nextInt(4_000_000) : 1);
            } while (outbox.waiting() > 200);
        }
    }

    private static java.time.Instant outboxTime() {
        return java.time.Instant.parse("2026-03-01T12:00:00Z");
    }

    /** Leaves none, then some, then none again. */
    private void useUp(Duration time) {
        Random random = new Random(seed);
        AtomicReference<Object[]> chain = new AtomicReference<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                while (true) {
                    Object[] link = new Object[16];
                    link[0] = chain.get();
                    chain.set(link);
                }
            } catch (OutOfMemoryError full) {
                LockSupport.parkNanos(random.nextInt(8_000_000));
                chain.set(null);
            }
            LockSupport.parkNanos(random.nextInt(12_000_000));
        }
    }

    /** Counts what arrives. Between its doing so and its answer nothing of its own needs memory. */
    private final class CountingCourier implements Courier {
        private int index(Delivery delivery) {
            String id = delivery.entry().id();
            int number = 0;
            for (int i = 1; i < id.length(); i++) {
                number = 10 * number + id.charAt(i) - '0';
            }
            return number;
        }

        @Override
        public SendResult send(Delivery delivery) {
            int index = index(delivery);
            if (delivery.state().mayHaveArrived() && arrived.get(index) > 0) {
                return SENT;
            }
            arrived.incrementAndGet(index);
            return SENT;
        }

        @Override
        public SendResult sendTogether(List<Delivery> deliveries) {
            Delivery first = deliveries.get(0);
            if (first.state().mayHaveArrived() && arrived.get(index(first)) > 0) {
                return SENT;
            }
            for (int i = 0; i < deliveries.size(); i++) {
                arrived.incrementAndGet(index(deliveries.get(i)));
            }
            return SENT;
        }

        @Override
        public SendResult lookFor(List<Delivery> deliveries) {
            return arrived.get(index(deliveries.get(0))) > 0 ? SENT : ABSENT;
        }

        @Override
        public Map<String, SendResult> lookForEach(List<Delivery> deliveries) {
            Map<String, SendResult> results = new HashMap<>();
            deliveries.forEach(it -> results.put(it.entry().id(), lookFor(List.of(it))));
            return results;
        }
    }
}
