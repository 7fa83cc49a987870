package io.jenkins.plugins.slacknotify.acceptance.testbed;

import java.util.function.Consumer;

/** A test bed for one class of tests. */
record Loan(TestBed bed, Consumer<TestBed> end) implements AutoCloseable {
    @Override
    public void close() {
        end.accept(bed);
    }
}
