package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.event.EventKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumParserTest {
    @ParameterizedTest
    @ValueSource(strings = {"stillFailing", "still_failing", "still-failing", "STILL_FAILING", " stillfailing "})
    void shouldReadANameAsItIsWrittenAnywhere(String name) {
        assertThat(EventKind.parse(name)).isEqualTo(EventKind.STILL_FAILING);
    }

    /** A hyphen before it means elsewhere that it is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"-failure", "--failure", "failure-", "_failure", "still--failing", "!failure", "+failure"})
    void shouldReadNoNameWithSomethingAroundIt(String name) {
        assertThatThrownBy(() -> EventKind.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Unknown event '" + name + "'");
    }
}
