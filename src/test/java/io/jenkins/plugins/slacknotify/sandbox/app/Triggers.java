package io.jenkins.plugins.slacknotify.sandbox.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code trigger_id}s: each lets its app open one view for one member, within three seconds. Thread-safe. */
public final class Triggers {
    /** DOCUMENTED. */
    public static final Duration LIFETIME = Duration.ofSeconds(3);

    private static final int KEPT = 1_000;

    private final InstantSource clock;
    private final Map<String, Trigger> triggers = new LinkedHashMap<>();
    private int number;

    Triggers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The validity of a trigger.
     *
     * @param viewId the view in which it came to be, or null
     */
    public record Trigger(
            String id, String appId, String teamId, String userId, String viewId, Instant until, boolean used) {
        Trigger asUsed() {
            return new Trigger(id, appId, teamId, userId, viewId, until, true);
        }
    }

    public synchronized Trigger issue(String appId, String teamId, String userId, String viewId) {
        String id = clock.instant().getEpochSecond() + "." + ++number + "." + AppSecrets.hex(16);
        var trigger =
                new Trigger(id, appId, teamId, userId, viewId, clock.instant().plus(LIFETIME), false);
        triggers.put(id, trigger);
        if (triggers.size() > KEPT) {
            triggers.remove(triggers.keySet().iterator().next());
        }
        return trigger;
    }

    /** That trigger is too old from now on. */
    public synchronized void expire(String id) {
        triggers.computeIfPresent(
                id,
                (key, old) -> new Trigger(
                        id, old.appId(), old.teamId(), old.userId(), old.viewId(), Instant.EPOCH, old.used()));
    }

    /**
     * Uses a trigger up.
     *
     * @throws AppRefusal with Slack's error: unknown, of another app, used, or too late
     */
    public synchronized Trigger take(String id, String appId) {
        var trigger = triggers.get(id);
        if (trigger == null || !trigger.appId().equals(appId)) {
            throw new AppRefusal("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new AppRefusal("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.until())) {
            throw new AppRefusal("expired_trigger_id");
        }
        triggers.put(id, trigger.asUsed());
        return trigger;
    }
}
