package io.jenkins.plugins.slacknotify.interaction.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "30m, PT30M",
        "30 min, PT30M",
        "2h, PT2H",
        "2 Hours, PT2H",
        "1h30m, PT1H30M",
        "1h 30 min, PT1H30M",
        "an hour, PT1H",
        "a week, PT168H",
        "3d, PT72H",
        "0m, PT0S",
        "9999h, PT9999H"
    })
    void shouldReadASpan(String typed, Duration span) {
        assertThat(TimeSpan.parse(typed)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "soon", "30", "m", "-5m", "1.5h", "30m x", "x 30m", "12345m", "30s", "a", "2 years", "and", "am",
                "ah", "onem", "anh", "1h and", "1M", "2 M", "1h30M", "1h2h", "2h 2h", "30m 1h"
            })
    void shouldReadNothingElse(String typed) {
        assertThat(TimeSpan.parse(typed)).isEmpty();
    }

    @Test
    void shouldJoinTheWordsOfASpan() {
        assertThat(TimeSpan.join(List.of("My", "2", "jobs", "for", "1h", "30", "minutes", "channel")))
                .containsExactly("My", "2", "jobs", "for", "1h 30 minutes", "channel");
        assertThat(TimeSpan.join(List.of("Nightly 2 days", "2", "days"))).containsExactly("Nightly 2 days", "2 days");
        assertThat(TimeSpan.join(List.of("a"))).containsExactly("a");
        assertThat(TimeSpan.join(List.of("for", "1", "hour", "and", "30m", "channel")))
                .containsExactly("for", "1 hour 30m", "channel");
        assertThat(TimeSpan.join(List.of("30m", "and", "a", "reboot"))).containsExactly("30m", "and", "a", "reboot");
        assertThat(TimeSpan.join(List.of("30m", "and", "a", "week"))).containsExactly("30m", "and", "a week");
        assertThat(TimeSpan.join(List.of("30m", "1", "hour"))).containsExactly("30m", "1 hour");
        assertThat(TimeSpan.join(List.of("and", "1h", "and"))).containsExactly("and", "1h", "and");
    }
}
