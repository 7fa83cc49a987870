package io.jenkins.plugins.slacknotify.inbound.app;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signature of a request as it came in two headers, checked for its form only.
 *
 * @param timestamp the seconds since 1970 that were signed, as text
 * @param seconds the number that it is
 * @param value 32 bytes
 */
record Signature(String timestamp, long seconds, byte[] value) {
    private static final String VERSION = "v0=";
    private static final int HEX_DIGITS = 64;
    private static final int MAX_DIGITS = 12;

    /** Reads both headers. The result is empty where one is missing or of another form. */
    static Optional<Signature> of(@CheckForNull String timestamp, @CheckForNull String signature) {
        if (!isNumber(timestamp)
                || signature == null
                || !signature.startsWith(VERSION)
                || signature.length() != VERSION.length() + HEX_DIGITS) {
            return Optional.empty();
        }
        try {
            byte[] value = HexFormat.of().parseHex(signature, VERSION.length(), signature.length());
            return Optional.of(new Signature(timestamp, Long.parseLong(timestamp), value));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(@CheckForNull String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Returns how far the clock of the signer is behind the given one; negative where it is ahead. */
    Duration behind(long nowSeconds) {
        return Duration.ofSeconds(nowSeconds - seconds);
    }
}
