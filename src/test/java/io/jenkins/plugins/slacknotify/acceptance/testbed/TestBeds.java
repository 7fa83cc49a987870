package io.jenkins.plugins.slacknotify.acceptance.testbed;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsLab;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Jenkinses that classes of tests share: each serves one class at a time, and there are as many as classes have ever run
 * at once. Safe for use by many threads.
 */
final class TestBeds implements AutoCloseable {
    private final Path plugin;
    private final Deque<TestBed> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger started = new AtomicInteger();

    TestBeds(Path plugin) {
        this.plugin = plugin;
    }

    /** Until the loan is closed, nobody else gets the same. */
    Loan lend() {
        for (var bed = free.poll(); bed != null; bed = free.poll()) {
            if (bed.renew()) {
                return new Loan(bed, this::takeBack);
            }
            bed.close();
        }
        return new Loan(start("TestBed-" + started.incrementAndGet()), this::takeBack);
    }

    /** One that does not run any more is of no use to others, nor one that may still do what a former test has asked for. */
    private void takeBack(TestBed bed) {
        if (bed.process().isAlive() && !bed.hasUnanswered()) {
            free.push(bed);
        } else {
            bed.close();
        }
    }

    /** One that others may have had before, and nobody gets afterwards. */
    Loan lendForGood() {
        return new Loan(lend().bed(), TestBed::close);
    }

    /** A new one that nobody gets afterwards. */
    Loan lendOwn(String name) {
        return new Loan(start(name), TestBed::close);
    }

    private TestBed start(String name) {
        return TestBed.start(JenkinsLab.find().orElseThrow(), plugin, name);
    }

    @Override
    public void close() {
        free.forEach(TestBed::close);
    }
}
