package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {
    private final WholeNumber days = new WholeNumber("days", 0, 30, () -> "Enter 0 to 30.");

    @ParameterizedTest
    @ValueSource(strings = {"7", " 7 ", "+7", "07"})
    void shouldTakeAWholeNumber(String written) {
        assertThat(days.parse(written)).isEqualTo(7);
    }

    static Stream<Number> wholeNumbers() {
        return Stream.of(7, 7L, 7.0, new BigDecimal("7.00"), new BigInteger("7"));
    }

    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void shouldTakeANumberOfAScript(Number written) {
        assertThat(days.parseQuoted(written)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.5", "1.0", "1e3", "1000.0", "1_000", "0x7", "7 days", "soon", "-1", "31", "99999999999", " "})
    @NullAndEmptySource
    void shouldRefuseWhatIsNone(String written) {
        assertThatThrownBy(() -> days.parse(written)).hasMessage("Enter 0 to 30.");
    }

    static Stream<Number> otherNumbers() {
        return Stream.of(
                0.5, new BigDecimal("0.5"), 1.9f, 4_294_967_297L, new BigInteger("4294967297"), Double.NaN, -1, 31);
    }

    @ParameterizedTest
    @MethodSource("otherNumbers")
    void shouldRefuseANumberThatWouldBecomeAnother(Number written) {
        assertThatThrownBy(() -> days.parseQuoted(written))
                .hasMessage("'" + written + "' cannot be taken. Enter 0 to 30.");
    }

    @Test
    void shouldCutWhatIsLong() {
        assertThatThrownBy(() -> days.parseQuoted("9".repeat(500)))
                .satisfies(invalid ->
                        assertThat(invalid.getMessage()).hasSizeLessThan(120).contains("…"));
    }
}
