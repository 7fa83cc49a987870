package io.jenkins.plugins.slacknotify.trigger.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogMaskTest {
    private static final LogMask MASK = byLine(line -> line.replace("hunter3", "****"));

    @Test
    void shouldMaskWhatTheFilterMasks() {
        assertThat(MASK.mask("token hunter3, twice: hunter3")).isEqualTo("token ****, twice: ****");
        assertThat(MASK.mask("one\n\nhunter3\n")).isEqualTo("one\n\n****\n");
    }

    /** Slack shows no colours, so what stands on both sides of one would be read as one word again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token hunt\u001b[31mer3",
                "token \u001b[1mhunter\u001b[0m3",
                "token hunter\u001b]8;;https://x\u00073\u001b]8;;\u0007"
            })
    void shouldMaskWhatAColourStandsIn(String text) {
        assertThat(MASK.mask(text)).isEqualTo("token ****");
        assertThat(LogMask.ofTexts(MASK::quote).mask(text)).isEqualTo("token ****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "nothing to mask", "  indented\t", "two\r\nlines", "👩‍👩‍👧 ünï\u202e"})
    void shouldLeaveAnyOtherTextAsItIs(String text) {
        assertThat(MASK.mask(text)).isEqualTo(text);
        assertThat(LogMask.NONE.mask(text)).isEqualTo(text);
    }

    @Test
    void shouldNotTakeOverWhatAFilterAddsToLines() {
        LogMask timestamps = byLine(line -> "[2026-03-01T10:00:00Z] " + line.replace("hunter3", "****") + " (1 ms)");

        assertThat(timestamps.mask("one hunter3\ntwo")).isEqualTo("one ****\ntwo");
    }

    @Test
    void shouldMaskALineAsAWholeThatAFilterLeavesOut() {
        LogMask selective = byLine(line -> line.contains("hunter3") ? "" : line);

        assertThat(selective.mask("one\nhunter3\ntwo")).isEqualTo("one\n****\ntwo");
    }

    @Test
    void shouldMaskTheWholeTextWhereAFilterFails() {
        LogMask broken = new LogMask(log -> {
            throw new IOException("a fault that a test provokes");
        });

        assertThat(broken.mask("token hunter3\nand more")).isEqualTo("****");
    }

    @Test
    void shouldMaskByOneAfterTheOther() {
        LogMask both = LogMask.NONE.then(MASK).then(byLine(line -> line.replace("swordfish", "****")));

        assertThat(both.mask("hunter3 and swordfish")).isEqualTo("**** and ****");
    }

    @Test
    void shouldQuoteNothingWhereItIsNotKnownWhatIsSecret() {
        assertThat(LogMask.UNKNOWN.quote("token hunter3")).isEmpty();
        assertThat(LogMask.UNKNOWN.mask("token hunter3")).isEqualTo("****");
        assertThat(MASK.then(LogMask.UNKNOWN).quote("token hunter3")).isEmpty();
        assertThat(LogMask.UNKNOWN.then(MASK).mask("token hunter3")).isEqualTo("****");
    }

    @Test
    void shouldQuoteOnlyTheTextsOfWhichItIsKnown() {
        LogMask some = LogMask.ofTexts(text -> text.startsWith("token") ? Optional.of("token ****") : Optional.empty());

        assertThat(some.quote("token hunter3")).contains("token ****");
        assertThat(some.quote("hunter3")).isEmpty();
        assertThat(some.then(byLine(line -> line.replace("token", "key"))).quote("token hunter3"))
                .contains("key ****");
    }

    @Test
    void shouldNotBeLedAstrayByTheCharactersThatFrameLines() {
        assertThat(MASK.mask("\u00020\u0003hunter3\u0004 hunter3\u0002")).isEqualTo(" 0 ****  **** ");
    }

    /** A filter of lines, as those of Jenkins are. */
    private static LogMask byLine(UnaryOperator<String> change) {
        return new LogMask(log -> new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int character) throws IOException {
                if (character != '\n') {
                    line.write(character);
                    return;
                }
                log.write(
                        (change.apply(line.toString(StandardCharsets.UTF_8)) + "\n").getBytes(StandardCharsets.UTF_8));
                line.reset();
            }
        });
    }
}
