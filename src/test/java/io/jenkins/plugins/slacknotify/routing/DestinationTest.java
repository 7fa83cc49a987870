package io.jenkins.plugins.slacknotify.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "builds,         #builds",
        "#builds,        #builds",
        "' #builds ',    #builds",
        "C0123456789,    C0123456789",
        "D0123456789,    D0123456789",
        "G0123456789,    G0123456789",
        "U0123456789,    U0123456789",
        "W0123456789,    W0123456789",
        "#C0123456789,   C0123456789",
        "c0123456789,    #c0123456789",
        "CI,             #CI",
        "X0123456789,    #X0123456789",
        "größe-и-文字,   #größe-и-文字",
    })
    void shouldSayNamesWithAHashAndIdsAsTheyAre(String typed, String label) {
        assertThat(new Destination(null, typed).label()).isEqualTo(label);
    }

    @Test
    void shouldBeOneDestinationHoweverItsChannelIsWritten() {
        assertThat(new Destination("bot", "#builds"))
                .isEqualTo(new Destination("bot", "builds"))
                .isEqualTo(new Destination("bot", " # builds\n"))
                .isNotEqualTo(new Destination("other-bot", "builds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "#", " # "})
    void shouldRefuseToLeadNowhere(String channel) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Destination(null, channel))
                .withMessage("A destination needs a channel");
    }
}
