package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {
    @ParameterizedTest
    @EnumSource
    void shouldReadTheNameThatItWritesInAnyCase(Severity severity) {
        assertThat(Severity.parse(severity.id())).isEqualTo(severity);
        assertThat(Severity.parse(severity.id().toLowerCase(Locale.ROOT))).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fatal", "ERR", "<!channel>"})
    void shouldNameTheSeveritiesThereAreWhereItKnowsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severity.parse(text))
                .withMessage("Unknown severity '%s'. Use one of: INFO, NOTICE, WARNING, ERROR, CRITICAL", text);
    }

    @Test
    void shouldRankFromInfoToCritical() {
        assertThat(Severity.values())
                .containsExactly(Severity.INFO, Severity.NOTICE, Severity.WARNING, Severity.ERROR, Severity.CRITICAL);
    }
}
