package io.jenkins.plugins.slacknotify.trigger.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongRunningBuildMonitorTest {
    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource({
        "PT20M,   PT10M,  true",
        "PT19M,   PT10M,  false",
        "PT5M,    PT10S,  true",
        "PT4M59S, PT10S,  false",
        "PT20H,   PT0S,   false",
        "PT20H,   PT-1S,  false",
    })
    void shouldTakeForLongWhatTakesTwiceAsLongAsUsualAndSomeMinutes(Duration soFar, Duration usual, boolean isLong) {
        assertThat(LongRunningBuildMonitor.isLong(soFar, () -> usual)).isEqualTo(isLong);
    }

    @Test
    void shouldNotAskHowLongItUsuallyTakesInTheFirstMinutes() {
        assertThat(LongRunningBuildMonitor.isLong(Duration.ofMinutes(4), () -> {
                    throw new AssertionError("asked");
                }))
                .isFalse();
    }
}
