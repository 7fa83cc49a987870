package io.jenkins.plugins.slacknotify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-24T17:30:00Z,           2026-12-24T17:30:00Z",
        "2026-12-24T17:30:59.999Z,       2026-12-24T17:30:59Z",
        "2026-12-24T17:30:00.000000001Z, 2026-12-24T17:30:00Z",
        "1969-12-31T23:59:59.5Z,         1969-12-31T23:59:59Z",
    })
    void shouldShowTheSecondThatHasBegun(String moment, String shown) {
        assertThat(PageTime.of(Instant.parse(moment))).isEqualTo(shown);
    }
}
