package io.jenkins.plugins.slacknotify.inbound.app;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signing secret of a Slack app, with which Slack signs what it sends over HTTP. Nobody can read
 * it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class SigningSecret {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningSecret(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @throws IllegalArgumentException if there is nothing but white space, which would let everybody sign */
    public static SigningSecret of(String secret) {
        String stripped = PastedText.clean(requireNonNull(secret, "secret"));
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("The signing secret is empty. Copy \"Signing Secret\" from the page"
                    + " \"Basic Information\" of your app on https://api.slack.com/apps.");
        }
        return new SigningSecret(stripped);
    }

    /**
     * Returns the signature of a body as Slack writes it into the header {@code X-Slack-Signature}, for a test of requests.
     *
     * @param timestamp the seconds since 1970, as in the header {@code X-Slack-Request-Timestamp}
     */
    public String signatureOf(String timestamp, byte[] body) {
        byte[] prefix = ("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII);
        return "v0=" + HexFormat.of().formatHex(sign(prefix, body));
    }

    /** Returns the HMAC-SHA256 of several pieces in a row. */
    byte[] sign(byte[]... pieces) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] piece : pieces) {
                mac.update(piece);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
