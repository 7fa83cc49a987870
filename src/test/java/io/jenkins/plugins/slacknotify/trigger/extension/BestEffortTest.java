package io.jenkins.plugins.slacknotify.trigger.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class BestEffortTest {
    @Test
    void shouldTellAnswer() {
        assertThat(BestEffort.read("answer", () -> "yes")).contains("yes");
    }

    @Test
    void shouldTakeNullForNone() {
        assertThat(BestEffort.read("answer", () -> null)).isEmpty();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Object overflow() {
        return overflow();
    }

    @Test
    void shouldSurviveFaultOfAnotherPlugin() {
        assertThat(BestEffort.read("fault that a test provokes", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isEmpty();
        assertThat(BestEffort.read("fault that a test provokes", () -> {
                    throw new NoSuchMethodError("other version");
                }))
                .isEmpty();
        assertThat(BestEffort.read("fault that a test provokes", BestEffortTest::overflow))
                .isEmpty();
        assertThat(BestEffort.read("fault that a test provokes", () -> {
                    throw new AssertionError("cannot be");
                }))
                .isEmpty();
    }

    /** Another plugin may bring a handler of the log, and the names of jobs. */
    @Test
    void shouldSurviveALogThatFailsAndWhatHasNoName() {
        Object nameless = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no name");
            }
        };
        Handler broken = new Handler() {
            @Override
            public void publish(LogRecord line) {
                throw new IllegalStateException(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        try (LoggedRecords log = LoggedRecords.of(BestEffort.class)) {
            assertThat(BestEffort.run("overflow, as a test provokes it: ", nameless, BestEffortTest::overflow))
                    .isFalse();
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains(getClass().getName());
        }
        Logger logger = Logger.getLogger(BestEffort.class.getName());
        logger.addHandler(broken);
        try {
            assertThat(BestEffort.run("overflow, as a test provokes it", "", BestEffortTest::overflow))
                    .isFalse();
            assertThat(BestEffort.read("fault that a test provokes", BestEffortTest::overflow))
                    .isEmpty();
        } finally {
            logger.removeHandler(broken);
        }
    }

    @Test
    void shouldSayWhetherACallHasFailed() {
        AtomicBoolean isDone = new AtomicBoolean();

        assertThat(BestEffort.run("do what a test does", "", () -> isDone.set(true)))
                .isTrue();
        assertThat(BestEffort.run("overflow, as a test provokes it", "", BestEffortTest::overflow))
                .isFalse();
        assertThat(isDone).isTrue();
    }
}
