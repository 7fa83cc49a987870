package io.jenkins.plugins.slacknotify.interaction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
        "1 hour and 30 minutes, PT1H30M",
        "for two hours, PT2H",
        "For Ten minutes, PT10M",
        "２ｈ, PT2H",
        "2h!, PT2H",
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
                "",
                "soon",
                "30",
                "m",
                "-5m",
                "1.5h",
                "30m x",
                "x 30m",
                "12345m",
                "30s",
                "a",
                "2 years",
                "and",
                "am",
                "ah",
                "onem",
                "anh",
                "1h and",
                "1M",
                "2 M",
                "1h30M",
                "1h2h",
                "2h 2h",
                "30m 1h",
                "for",
                "and 1h",
                "1h, 30m",
                "two",
                "twohours",
                "30m and a week"
            })
    void shouldReadNothingElse(String typed) {
        assertThat(TimeSpan.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1h 30 minutes channel, 3",
        "for 1 hour and 30m channel, 5",
        "30m and a reboot, 1",
        "30m and a week, 1",
        "30m 1 hour, 1",
        "and 1h, 0",
        "a, 0"
    })
    void shouldFindTheWordsOfASpan(String typed, int words) {
        assertThat(TimeSpan.atBeginningOf(List.of(typed.split(" ")))).isEqualTo(words);
    }
}
