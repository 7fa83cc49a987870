package io.jenkins.plugins.slacknotify.inbound.app;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A check whether Slack has signed a request for one of our apps, by
 * <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">version 0 of its scheme</a>: HMAC-SHA256 over
 * the raw bytes and a timestamp that is at most five minutes off.
 *
 * <p>Signatures are compared in constant time. Safe for use by many threads.
 */
public final class SignatureVerifier {
    /** How far the signed time may be from this Jenkins' clock, in either direction. */
    public static final Duration TOLERANCE = Duration.ofSeconds(300);

    /** The result of a check. */
    public sealed interface Result {
        /**
         * Slack has signed the request, just now.
         *
         * @param signature for {@code ReplayGuard}: the same for the same request
         */
        record Genuine(InboundApp app, String signature) implements Result {}

        /**
         * The request was signed with our secret, but not within five minutes of this Jenkins' clock. Either that clock
         * is off, or somebody repeats an old request, so nothing may be done.
         *
         * @param behind how much older than this clock the signature is; negative where it is from the future, which
         *     can be the fault of this clock only
         */
        record WrongTime(Duration behind) implements Result {}

        /** The request has no signature, or none of Slack's form. */
        record Unsigned() implements Result {}

        /** The request was signed with a secret that no app here has, or was changed on the way. */
        record Forged() implements Result {}
    }

    private final InstantSource clock;

    public SignatureVerifier(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns whether two headers have the form of a signature; costs next to nothing. */
    public static boolean isSigned(@CheckForNull String timestamp, @CheckForNull String signature) {
        return Signature.of(timestamp, signature).isPresent();
    }

    /**
     * Checks the signature of a request.
     *
     * @param apps those that have no secret are skipped
     * @param timestamp the header {@code X-Slack-Request-Timestamp}
     * @param signature the header {@code X-Slack-Signature}
     * @param body the raw bytes, before anybody decodes them
     */
    public Result verify(
            List<InboundApp> apps, @CheckForNull String timestamp, @CheckForNull String signature, byte[] body) {
        Optional<Signature> given = Signature.of(timestamp, signature);
        if (given.isEmpty()) {
            return new Result.Unsigned();
        }
        return apps.stream()
                .filter(app -> hasSigned(app.secret(), given.get(), body))
                .findFirst()
                .map(app -> judgeTime(app, given.get()))
                .orElseGet(Result.Forged::new);
    }

    private static boolean hasSigned(@CheckForNull SigningSecret secret, Signature given, byte[] body) {
        if (secret == null) {
            return false;
        }
        byte[] prefix = ("v0:" + given.timestamp() + ":").getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(secret.sign(prefix, body), given.value());
    }

    private Result judgeTime(InboundApp app, Signature given) {
        Duration behind = given.behind(clock.instant().getEpochSecond());
        return behind.abs().compareTo(TOLERANCE) <= 0
                ? new Result.Genuine(app, HexFormat.of().formatHex(given.value()))
                : new Result.WrongTime(behind);
    }
}
