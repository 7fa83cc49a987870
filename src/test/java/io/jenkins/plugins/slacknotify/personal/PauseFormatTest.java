package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
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
        "4h, 2026-01-15T17:30:00Z",
        "1h30m, 2026-01-15T15:00:00Z",
        "for two hours, 2026-01-15T15:30:00Z",
        "30 mins, 2026-01-15T14:00:00Z",
        "5pm, 2026-01-15T16:00:00Z",
        "9 a.m., 2026-01-16T08:00:00Z",
        "until 5:30 PM, 2026-01-15T16:30:00Z",
        "12am, 2026-01-15T23:00:00Z",
        "Mon at 9:00, 2026-01-19T08:00:00Z",
        "until Mon 9am, 2026-01-19T08:00:00Z",
        "5pm tomorrow, 2026-01-16T16:00:00Z",
        "until 17:30 on friday, 2026-01-16T16:30:00Z",
        "１７：３０, 2026-01-15T16:30:00Z",
        "for 90 min, 2026-01-15T15:00:00Z",
        "3d, 2026-01-18T13:30:00Z",
        "17:30, 2026-01-15T16:30:00Z",
        "until 17:30, 2026-01-15T16:30:00Z",
        "at 17:30, 2026-01-15T16:30:00Z",
        "until at 5pm, 2026-01-15T16:00:00Z",
        "5.30pm, 2026-01-15T16:30:00Z",
        "tomorrow 5.30 p.m., 2026-01-16T16:30:00Z",
        "'9am, tomorrow', 2026-01-16T08:00:00Z",
        "9:05, 2026-01-16T08:05:00Z",
        "14:30, 2026-01-16T13:30:00Z",
        "tomorrow 17:30, 2026-01-16T16:30:00Z",
        "tomorrow at 9:00, 2026-01-16T08:00:00Z",
        "Friday, 2026-01-16T07:00:00Z",
        "thursday 9:00, 2026-01-22T08:00:00Z",
        "today 18:00, 2026-01-15T17:00:00Z",
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
    void shouldRefuseALongTextAtOnce() {
        String typed = "T".repeat(200_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatIllegalArgumentException().isThrownBy(() -> PauseFormat.read(typed, NOW)));
    }

    @Test
    void shouldPauseNothingForNothing() {
        assertThat(PauseFormat.read(" ", NOW)).isNull();
        assertThat(PauseFormat.read(null, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "0 hours",
                "1 fortnight",
                "2026-13-01",
                "24.12.2026",
                "2026-12-24T25:00",
                "-1 hour",
                "24:00",
                "17:60",
                "13pm",
                "9",
                "today",
                "for monday",
                "2026-02-30",
                "someday 8:00"
            })
    void shouldRefuseWhatItCannotRead(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauseFormat.read(typed, NOW))
                .withMessageContaining("4 hours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2026-01-15", "2026-01-15 14:30", "2026-01-15T09:00", "today 14:29"})
    void shouldRefuseWhatIsOver(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauseFormat.read(typed, NOW))
                .withMessageContaining("is over");
    }

    @Test
    void shouldTakeAPauseOfTheFormThatIsOverForNone() {
        assertThat(PauseFormat.read("2026-01-15T14:29:00+01:00", NOW)).isNull();
    }

    @Test
    void shouldSayItInWords() {
        assertThat(PauseFormat.inWords(Instant.parse("2026-11-29T16:00:00Z"), ZoneId.of("America/Los_Angeles")))
                .isEqualTo("Sunday, 29 November 2026, 08:00 (PT)");
    }

    @Test
    void shouldReadAgainWhatItWrites() {
        var end = Instant.parse("2026-07-01T10:20:30Z");

        assertThat(PauseFormat.read(PauseFormat.write(end, ZoneId.of("America/New_York")), NOW))
                .isEqualTo(end);
    }
}
