package io.jenkins.plugins.slacknotify.trigger.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
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
