package io.jenkins.plugins.slacknotify.event.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest of a text, as 64 hexadecimal digits in lower case. Nobody can find another text that has the same. */
public final class Sha256 {
    private Sha256() {}

    /** Returns the digest of the text in UTF-8, in which lone surrogates are all alike. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the beginning of the digest of a text, for a short name or id. The fewer digits, the easier is another text with the same.
     *
     * @param digits from 1 to 64
     */
    public static String hex(String text, int digits) {
        return hex(text).substring(0, digits);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(of(bytes));
    }

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
