package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Sha256;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.people.account.CodeUse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open wishes to link an account, each under a code that stands in the address which its member gets in Slack.
 *
 * <p><b>Guaranteed:</b> a code is valid for ten minutes and for one confirmation that is done, and stands for one member. A member has one
 * code at a time, the newest. A code is no password: it gives nobody an account, and its page wants a sign-in and shows the
 * member.
 *
 * <p>Everything is in memory only, codes by their digest: a restart forgets them, and the member asks again. Safe for use by
 * many threads.
 */
public final class LinkRequests {
    /** The time for which a code is valid. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    /** So that memory is bounded; the oldest one goes. */
    static final int MAX_OPEN = 5_000;

    private static final int BYTES = 24;

    private record Open(LinkRequest request, Instant expiresAt) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new LinkedHashMap<>();

    /** The digests of the codes that are being redeemed at this moment. They are open until that is done. */
    private final Set<String> inUse = new HashSet<>();

    private final LruCache<String, Open> redeemed = new LruCache<>(MAX_OPEN);

    public LinkRequests(InstantSource clock) {
        this.clock = clock;
    }

    /** Opens a request, and ends an older one of the same member. @return the code, of letters, digits, hyphens and underscores */
    public synchronized String open(LinkRequest request) {
        removeExpired();
        open.values().removeIf(other -> other.request().equals(request));
        if (open.size() >= MAX_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(digest(code), new Open(request, clock.instant().plus(VALIDITY)));
        return code;
    }

    /** Returns the request of a code, which stays valid; empty where it is none, or none any more. Of one that is being redeemed, too. */
    public synchronized Optional<LinkRequest> look(String code) {
        removeExpired();
        return Optional.ofNullable(open.get(digest(code))).map(Open::request);
    }

    /**
     * Does what a code is good for, and ends the code. Meanwhile nobody else can redeem it; where that fails, it is valid as before,
     * unless its member has got another one.
     *
     * @return the request of the code; empty where it is none, none any more, or redeemed by somebody else at this moment, and nothing was
     *     done
     * @throws IOException where the use throws it
     */
    public Optional<LinkRequest> redeem(String code, CodeUse use) throws IOException {
        String digest = digest(code);
        Open request = begin(digest);
        if (request == null) {
            return Optional.empty();
        }
        use.run(isUsed -> end(digest, request, isUsed));
        return Optional.of(request.request());
    }

    @CheckForNull
    private synchronized Open begin(String digest) {
        removeExpired();
        Open request = open.get(digest);
        return request != null && inUse.add(digest) ? request : null;
    }

    private synchronized void end(String digest, Open request, boolean isUsed) {
        inUse.remove(digest);
        if (isUsed) {
            open.remove(digest);
            redeemed.put(digest, request);
        }
    }

    /**
     * Returns the request of a code that was redeemed, for as long as the code would have been valid: a double click sends a confirmation
     * twice. It confirms nothing.
     */
    public Optional<LinkRequest> redeemed(String code) {
        return redeemed.get(digest(code)).filter(request -> !isExpired(request)).map(Open::request);
    }

    private void removeExpired() {
        open.values().removeIf(this::isExpired);
    }

    private boolean isExpired(Open request) {
        return !clock.instant().isBefore(request.expiresAt());
    }

    private static String digest(String code) {
        return Sha256.hex(code);
    }
}
