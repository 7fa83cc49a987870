package io.jenkins.plugins.slacknotify.message.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationFormatterTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,          less than a second",
        "PT0.999S,      less than a second",
        "PT-5S,         less than a second",
        "PT1S,          1 s",
        "PT59.9S,       59 s",
        "PT1M,          1 min",
        "PT2M5S,        2 min 5 s",
        "PT1H,          1 h",
        "PT1H59S,       1 h",
        "PT2H10M30S,    2 h 10 min",
        "PT47H59M,      47 h 59 min",
        "PT50H1M,       2 days 2 h",
        "PT480H,        20 days",
    })
    void shouldSayTheTwoLargestUnits(Duration duration, String spoken) {
        assertThat(DurationFormatter.format(duration)).isEqualTo(spoken);
    }
}
