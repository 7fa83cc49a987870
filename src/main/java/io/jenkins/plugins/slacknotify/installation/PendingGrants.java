package io.jenkins.plugins.slacknotify.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The grants of Slack that no administrator has confirmed yet, one for a session. They are in memory alone, and forgotten after a
 * while: an unconfirmed token must be nowhere. Safe for use by many threads.
 */
public final class PendingGrants {
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final int MAX_GRANTS = 50;

    private final Clock clock;
    private final Map<String, Pending> bySession = new LinkedHashMap<>();

    /**
     * A grant that waits.
     *
     * @param id by which a form refers to it; it is no secret
     */
    public record Pending(String id, AppGrant grant, Instant since) {}

    public PendingGrants(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a grant in place of an earlier one of the session. */
    public synchronized Pending put(String session, AppGrant grant) {
        forgetOld();
        bySession.remove(session);
        if (bySession.size() >= MAX_GRANTS) {
            bySession.remove(bySession.keySet().iterator().next());
        }
        Pending pending = new Pending(UUID.randomUUID().toString(), grant, clock.instant());
        bySession.put(session, pending);
        return pending;
    }

    public synchronized Optional<Pending> of(String session) {
        forgetOld();
        return Optional.ofNullable(bySession.get(session));
    }

    /** Returns the grant that a form of the session refers to; empty where it is another one by now, or none. */
    public synchronized Optional<Pending> of(String session, @CheckForNull String id) {
        return of(session).filter(pending -> pending.id().equals(id));
    }

    public synchronized void forget(String session) {
        bySession.remove(session);
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(LIFETIME);
        bySession.values().removeIf(pending -> pending.since().isBefore(oldest));
    }
}
