package io.jenkins.plugins.slacknotify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimeTest {
    private static final PageTime MOMENT = PageTime.of(Instant.parse("2026-12-24T23:30:05.9Z"));

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T17:30:00Z,           2026-12-24T17:30:00Z",
        "2026-12-24T17:30:59.999Z,       2026-12-24T17:30:59Z",
        "2026-12-24T17:30:00.000000001Z, 2026-12-24T17:30:00Z",
        "1969-12-31T23:59:59.5Z,         1969-12-31T23:59:59Z",
    })
    void shouldTellTheSecondThatHasBegunExactly(String moment, String exact) {
        assertThat(PageTime.of(Instant.parse(moment)).getExact()).isEqualTo(exact);
    }

    /** Which blanks stand in it is up to the version of Java. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Berlin    | de | 25.12.2026, 00:30:05",
                "Europe/Berlin    | en | Dec 25, 2026, 12:30:05 AM",
                "America/New_York | en | Dec 24, 2026, 6:30:05 PM",
                "UTC              | fr | 24 déc. 2026, 23:30:05",
            })
    void shouldShowTheZoneAndTheLanguageOfTheReader(String zone, String language, String shown) {
        assertThat(MOMENT.shown(ZoneId.of(zone), Locale.forLanguageTag(language))
                        .replaceAll("\\p{Z}", " "))
                .isEqualTo(shown);
    }

    @Test
    void shouldNameTheZoneInASentence() {
        assertThat(MOMENT.sentence(ZoneId.of("Asia/Tokyo"))).isEqualTo("25 December 2026, 08:30 JST");
        assertThat(MOMENT.sentence(ZoneOffset.UTC)).isEqualTo("24 December 2026, 23:30 Z");
    }
}
