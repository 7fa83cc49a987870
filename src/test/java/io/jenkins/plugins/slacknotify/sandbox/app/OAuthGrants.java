package io.jenkins.plugins.slacknotify.sandbox.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes that "Add to Slack" gives out, and refresh tokens. Thread-safe. */
public final class OAuthGrants {
    /** DOCUMENTED. */
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    /** DOCUMENTED: of a token that is refreshed. */
    public static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final InstantSource clock;
    private final Map<String, Grant> codes = new HashMap<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Map<String, Grant> usedRefreshTokens = new HashMap<>();
    private boolean again;

    OAuthGrants(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The permission that a person has given to an app.
     *
     * @param teamId of the workspace
     * @param orgWide whether for the whole organisation of it
     * @param redirectUri as it was asked with, or null
     */
    public record Grant(
            String appId,
            String teamId,
            String userId,
            List<String> scopes,
            boolean orgWide,
            String redirectUri,
            Instant at) {
        public Grant {
            scopes = List.copyOf(scopes);
        }
    }

    public synchronized String newCode(Grant grant) {
        String code = clock.instant().getEpochSecond() + "." + AppSecrets.hex(6) + "." + AppSecrets.hex(24);
        codes.put(code, grant);
        return code;
    }

    /** @throws AppRefusal {@code invalid_code} where it is unknown, used, too old, or of another app; {@code bad_redirect_uri} */
    public synchronized Grant takeCode(String code, String appId, String redirectUri) {
        var grant = codes.get(code);
        if (grant == null
                || !grant.appId().equals(appId)
                || grant.at().plus(CODE_LIFETIME).isBefore(clock.instant())) {
            throw new AppRefusal("invalid_code");
        }
        // DOCUMENTED: the same as in the first step, or none in both.
        if (!String.valueOf(grant.redirectUri()).equals(String.valueOf(redirectUri))) {
            throw new AppRefusal("bad_redirect_uri");
        }
        codes.remove(code);
        return grant;
    }

    public synchronized String newRefreshToken(Grant grant) {
        String token = "xoxe-1-sandbox" + AppSecrets.hex(24);
        refreshTokens.put(token, grant);
        return token;
    }

    /** DOCUMENTED: a refresh token that was used is taken again for a short while; how long that is, a test decides. */
    public synchronized void allowRefreshAgain(boolean on) {
        again = on;
    }

    /** @throws AppRefusal {@code invalid_refresh_token} where it is unknown or used: each is good once. DOCUMENTED */
    public synchronized Grant takeRefreshToken(String token, String appId) {
        var grant = refreshTokens.getOrDefault(token, again ? usedRefreshTokens.get(token) : null);
        if (grant == null || !grant.appId().equals(appId)) {
            throw new AppRefusal("invalid_refresh_token");
        }
        refreshTokens.remove(token);
        usedRefreshTokens.put(token, grant);
        return grant;
    }
}
