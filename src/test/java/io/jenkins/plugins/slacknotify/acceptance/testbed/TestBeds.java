package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The Jenkinses that classes of tests share: each serves one class at a time. There are as many as classes have ever run at once, and no
 * more than five: a class that finds all at work waits, as that takes less long than a start. Safe for use by many threads.
 */
final class TestBeds implements AutoCloseable {
    private final Path plugin;
    private final Map<Set<String>, Deque<TestBed>> free = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private final Semaphore atOnce = new Semaphore(5, true);

    TestBeds(Path plugin) {
        this.plugin = plugin;
    }

    /** One with those extra plugins, which is as good as new; until it is taken back, nobody else gets the same. */
    TestBed take(Set<String> extraPlugins) {
        return lend(() -> unused(extraPlugins));
    }

    private TestBed unused(Set<String> extraPlugins) {
        for (var bed = free(extraPlugins).poll();
                bed != null;
                bed = free(extraPlugins).poll()) {
            if (bed.renew()) {
                return bed;
            }
            bed.close();
        }
        return startNew("TestBed-" + started.incrementAndGet(), extraPlugins);
    }

    private TestBed lend(Supplier<TestBed> one) {
        atOnce.acquireUninterruptibly();
        try {
            return one.get();
        } catch (RuntimeException | Error e) {
            atOnce.release();
            throw e;
        }
    }

    /** One that does not run any more is of no use to others, nor one that may still do what a former test has asked for. */
    void takeBack(TestBed bed) {
        if (!bed.process().isAlive() || bed.hasUnanswered()) {
            discard(bed);
            return;
        }
        try {
            bed.leaveBrowser();
            free(bed.extraPlugins()).push(bed);
        } finally {
            atOnce.release();
        }
    }

    /** Ends one that is of no use to others. */
    void discard(TestBed bed) {
        try {
            bed.close();
        } finally {
            atOnce.release();
        }
    }

    /** A new one. */
    TestBed start(String name, Set<String> extraPlugins) {
        return lend(() -> startNew(name, extraPlugins));
    }

    private TestBed startNew(String name, Set<String> extraPlugins) {
        return TestBed.start(JenkinsLab.find().orElseThrow(), plugin, name, extraPlugins);
    }

    private Deque<TestBed> free(Set<String> extraPlugins) {
        return free.computeIfAbsent(extraPlugins, any -> new ConcurrentLinkedDeque<>());
    }

    @Override
    public void close() {
        free.values().forEach(beds -> beds.forEach(TestBed::close));
    }
}
