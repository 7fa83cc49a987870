package io.jenkins.plugins.slacknotify.event.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final String HUGE = "─\u200d".repeat(1_000_000);

    @Test
    void shouldKeepNoMoreOfACommitThanMessagesShow() {
        Change change = new Change(HUGE, HUGE, HUGE, "https://example.org/" + HUGE);

        assertThat(change.id()).hasSizeBetween(1, 100);
        assertThat(change.author()).hasSizeBetween(1, 100);
        assertThat(change.summary()).hasSizeBetween(1, 300);
        assertThat(change.url()).as("half an address leads elsewhere").isNull();
    }

    @Test
    void shouldKeepAnOrdinaryCommitWhole() {
        Change change = new Change("a1b2c3", "Ada", "Fix the 🐛", "https://example.org/a1b2c3");

        assertThat(change.toString()).contains("a1b2c3", "Ada", "Fix the 🐛", "https://example.org/a1b2c3");
        assertThat(new Change(null, "Ada", "").url()).isNull();
    }
}
