package io.jenkins.plugins.slacknotify.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepArgumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"5", " 5 "})
    void shouldTakeAWholeNumberOfSeconds(String written) {
        assertThat(StepArguments.toStep(Map.of("timeout", written)).getTimeout())
                .isEqualTo(5);
    }

    static Stream<Object> noSeconds() {
        return Stream.of(new BigDecimal("0.5"), 1.9, 4_294_967_301L, "0.5", "soon");
    }

    @ParameterizedTest
    @MethodSource("noSeconds")
    void shouldSayThatATimeIsNoWholeNumberOfSeconds(Object written) {
        var step = StepArguments.toStep(Map.of("timeout", written));

        assertThat(step.problems()).containsExactly("timeout takes a whole number of seconds, not '" + written + "'.");
        assertThat(step.getTimeout()).isEqualTo(60);
    }
}
