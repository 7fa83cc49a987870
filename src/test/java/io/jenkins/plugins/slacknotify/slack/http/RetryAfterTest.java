package io.jenkins.plugins.slacknotify.slack.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "30, 30", "' 7 ', 7", "900, 900", "0, 1", "901, 900", "999999999, 900"})
    void shouldHonourWhatIsSane(String header, long seconds) {
        assertThat(RetryAfter.parse(header)).hasSeconds(seconds);
    }

    @Test
    void shouldCapWhatDoesNotFitANumber() {
        assertThat(RetryAfter.parse("9".repeat(100))).isEqualTo(RetryAfter.MAX_WAIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "soon", "1.5", "0x10", "Wed, 21 Oct 2026 07:28:00 GMT", "\u0661\u0662"})
    void shouldTakeTheDefaultForAnythingElse(String header) {
        assertThat(RetryAfter.parse(header)).isEqualTo(RetryAfter.DEFAULT);
    }

    @Test
    void shouldTakeTheDefaultIfThereIsNoHeader() {
        assertThat(RetryAfter.parse(null)).isEqualTo(RetryAfter.DEFAULT);
    }
}
