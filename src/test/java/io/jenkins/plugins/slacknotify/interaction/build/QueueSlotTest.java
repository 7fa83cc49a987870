package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueSlotTest {
    private static final Instant TIME = Instant.ofEpochSecond(100);

    @ParameterizedTest
    @CsvSource({"7, 0, true, true", "7, -1, false, true", "7, 1, false, false", "8, 0, false, false"})
    void shouldTellABuildFromAnotherOneOfItsNumber(long id, int seconds, boolean isSince, boolean isAsOf) {
        Instant since = TIME.plusSeconds(seconds);
        assertThat(QueueSlot.since(7, TIME).isOf(id, since)).isEqualTo(isSince);
        assertThat(QueueSlot.asOf(7, TIME).isOf(id, since)).isEqualTo(isAsOf);
    }
}
