package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void shouldTakeWhatIsInTheMiddle() {
        assertThat(Seconds.median(List.of(9_000L, 1L, 3L))).isEqualTo(3);
        assertThat(Seconds.median(List.of(4L, 1L, 9_000L, 3L))).isEqualTo(3.5);
    }

    @Test
    void shouldHaveNoMedianOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seconds.median(List.of()));
    }

    @Test
    void shouldTellSeconds() {
        assertThat(Seconds.waited(List.of(30_018L, 30_024L, 59_000L))).isEqualTo("30.02");
    }

    @Test
    void shouldTakeChanceForNoWaiting() {
        assertThat(Seconds.waited(List.of(-20L))).isEqualTo("0.00");
    }
}
