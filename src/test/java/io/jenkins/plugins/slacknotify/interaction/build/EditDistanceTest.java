package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "main, main, 0",
        "mian, main, 1",
        "man, main, 1",
        "maiin, main, 1",
        "mein, main, 1",
        "kitten, sitting, 3",
        "abcdefghijkl, a, 2147483647"
    })
    void shouldCountSlips(String one, String other, int slips) {
        assertThat(EditDistance.of(one, other)).isEqualTo(slips);
        assertThat(EditDistance.of(other, one)).isEqualTo(slips);
    }
}
