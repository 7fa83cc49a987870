package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PauseFormatTest {
    /** A Thursday, in a zone an hour ahead of UTC. */
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-01-15T14:30:00+01:00[Europe/Berlin]");

    private static final Iterable<String> OFFERED = PauseFormat.OFFERED;

    @ParameterizedTest
    @CsvSource({
        "1 hour, 2026-01-15T14:30:00Z",
        "4 HOURS, 2026-01-15T17:30:00Z",
        "2 days, 2026-01-17T13:30:00Z",
        "1week, 2026-01-22T13:30:00Z",
        "tomorrow, 2026-01-16T07:00:00Z",
        "Monday, 2026-01-19T07:00:00Z",
        "2026-12-24, 2026-12-23T23:00:00Z",
        "2026-12-24T17:30, 2026-12-24T16:30:00Z",
        "2026-12-24 17:30, 2026-12-24T16:30:00Z",
        "2026-12-24T17:30Z, 2026-12-24T17:30:00Z",
        "2026-12-24T17:30:00-05:00, 2026-12-24T22:30:00Z"
    })
    void shouldReadWhatPeopleWrite(String typed, Instant end) {
        assertThat(PauseFormat.read(typed, NOW)).isEqualTo(end);
    }

    @ParameterizedTest
    @FieldSource("OFFERED")
    void shouldReadWhatItOffers(String offered) {
        assertThat(PauseFormat.read(offered, NOW)).isAfter(NOW.toInstant());
    }

    @Test
    void shouldPauseNothingForNothing() {
        assertThat(PauseFormat.read(" ", NOW)).isNull();
        assertThat(PauseFormat.read(null, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "0 hours", "1 fortnight", "2026-13-01", "24.12.2026", "2026-12-24T25:00", "-1 hour"})
    void shouldRefuseWhatItCannotRead(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauseFormat.read(typed, NOW))
                .withMessageContaining("4 hours");
    }

    @Test
    void shouldReadAgainWhatItWrites() {
        var end = Instant.parse("2026-07-01T10:20:30Z");

        assertThat(PauseFormat.read(PauseFormat.write(end, ZoneId.of("America/New_York")), NOW))
                .isEqualTo(end);
    }
}
