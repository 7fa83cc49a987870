package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptTest {
    @Test
    void shouldTellAnswer() {
        assertThat(Attempt.at("answer", () -> "yes")).contains("yes");
    }

    @Test
    void shouldTakeNullForNone() {
        assertThat(Attempt.at("answer", () -> null)).isEmpty();
    }

    @Test
    void shouldSurviveFaultOfAnotherPlugin() {
        assertThat(Attempt.at("fault that a test provokes", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isEmpty();
        assertThat(Attempt.at("fault that a test provokes", () -> {
                    throw new NoSuchMethodError("other version");
                }))
                .isEmpty();
    }
}
