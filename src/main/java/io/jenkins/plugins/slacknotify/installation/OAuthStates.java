package io.jenkins.plugins.slacknotify.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The values of {@code state} with which browsers were sent to Slack. Each is good once, for ten minutes, in the session that it
 * was made for. Without that, somebody could have an administrator's browser bring the code of a stranger's workspace.
 *
 * <p>They are kept in memory: after a restart the person begins again. Safe for use by many threads.
 */
public final class OAuthStates {
    /** How long a state is valid: as long as Slack's code. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The greatest number of states; the oldest are dropped. Nobody has as many pages open at once. */
    private static final int MAX_STATES = 200;

    private static final int BYTES = 24;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LruCache<String, Issued> issued = new LruCache<>(MAX_STATES);

    /** The latest that have come back, by which a page that is loaded again is told from a forged one. */
    private final LruCache<String, Boolean> used = new LruCache<>(MAX_STATES);

    /** The verdict on a state that has come back. */
    public enum Verdict {
        GOOD,
        /** The state was never made here, or before Jenkins was started. */
        UNKNOWN,
        /** The state was used before. */
        USED,
        /** The state is older than {@link #LIFETIME}. */
        TOO_OLD,
        /** The state was made in another session, or for another person. */
        OTHER_SESSION
    }

    /**
     * A state that has come back.
     *
     * @param app what {@link #issue} was given; empty unless the verdict is {@link Verdict#GOOD}
     */
    public record Redeemed(Verdict verdict, String app) {}

    private record Issued(String session, String app, Instant at) {}

    public OAuthStates(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a state for one consent.
     *
     * @param session names the session and the person; it is compared and never shown
     * @param app the name of the app that is to be installed
     */
    public synchronized String issue(String session, String app) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        issued.put(state, new Issued(session, app, clock.instant()));
        return state;
    }

    /**
     * Takes a state back. Whatever is said, and whatever comes of the code that it came with, it serves no other time: Slack takes a
     * code once, and the page from which the person came makes another state.
     *
     * @param state as a browser has brought it; null where it has none
     */
    public synchronized Redeemed redeem(@CheckForNull String state, String session) {
        if (state != null && used.get(state).isPresent()) {
            return new Redeemed(Verdict.USED, "");
        }
        Issued known = state == null ? null : issued.get(state).orElse(null);
        if (known != null) {
            issued.remove(state);
            used.put(state, true);
        }
        Verdict verdict = verdict(known, session);
        return new Redeemed(verdict, known != null && verdict == Verdict.GOOD ? known.app() : "");
    }

    private Verdict verdict(@CheckForNull Issued known, String session) {
        if (known == null) {
            return Verdict.UNKNOWN;
        }
        if (!same(known.session(), session)) {
            return Verdict.OTHER_SESSION;
        }
        return known.at().plus(LIFETIME).isBefore(clock.instant()) ? Verdict.TOO_OLD : Verdict.GOOD;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
