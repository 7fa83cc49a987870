package io.jenkins.plugins.slacknotify.event.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogBytesTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void shouldReadWhatAnAgentHasWrittenInItsEncoding() {
        assertThat(LogBytes.decode("Größe: 5 €".getBytes(WINDOWS), WINDOWS)).isEqualTo("Größe: 5 €");
        assertThat(LogBytes.decode("Größe".getBytes(ISO_8859_1), ISO_8859_1)).isEqualTo("Größe");
    }

    /** A process on the agent may write UTF-8 whatever Jenkins takes it for. */
    @Test
    void shouldReadUtf8WhateverJenkinsTakesItFor() {
        for (Charset written : new Charset[] {UTF_8, WINDOWS, US_ASCII}) {
            assertThat(LogBytes.decode("Größe 🚀".getBytes(UTF_8), written)).isEqualTo("Größe 🚀");
        }
    }

    @Test
    void shouldReadAPieceThatBeginsAndEndsAmidACharacter() {
        byte[] all = "🚀ab🚀".getBytes(UTF_8);

        assertThat(LogBytes.decode(Arrays.copyOfRange(all, 2, all.length - 1), WINDOWS))
                .isEqualTo("ab");
        assertThat(LogBytes.decode(new byte[0], UTF_8)).isEmpty();
    }

    @Test
    void shouldReadWhatIsNoTextAtAll() {
        assertThat(LogBytes.decode(new byte[] {'a', (byte) 0xff, 'b'}, US_ASCII))
                .isEqualTo("a\ufffdb");
    }
}
