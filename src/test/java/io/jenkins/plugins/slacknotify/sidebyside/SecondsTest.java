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
    void shouldCountOnlyWhatTellingAddsToABuild() {
        assertThat(Seconds.waited(List.of(480L, 500L, 2_000L), List.of(30_520L)))
                .isEqualTo("30.02");
    }

    @Test
    void shouldTakeChanceForNoWaiting() {
        assertThat(Seconds.waited(List.of(500L), List.of(480L))).isEqualTo("0.00");
    }
}
