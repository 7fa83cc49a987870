package io.jenkins.plugins.slacknotify.event.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** From FIPS 180-2, appendix B. */
    @Test
    void shouldGiveTheDigestOfTheStandard() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void shouldReadATextAsUtf8() {
        assertThat(Sha256.hex("Ü")).isEqualTo(Sha256.hex("Ü".getBytes(StandardCharsets.UTF_8)));
        assertThat(Sha256.hex("Ü")).isNotEqualTo(Sha256.hex("Ü".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void shouldGiveTheBeginningOfADigest() {
        assertThat(Sha256.hex("abc", 16)).isEqualTo("ba7816bf8f01cfea");
    }
}
