package io.jenkins.plugins.slacknotify.sandbox.method;

import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.DOCUMENTED;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Provenance.INFERRED;

import io.jenkins.plugins.slacknotify.sandbox.rules.Provenance;

/** The limit of how often a method may be called: by an app in a workspace, or (the last) in one channel. */
public enum Rate {
    TIER_1(1, 1, DOCUMENTED),
    /** apps.connections.open: tier 1 is DOCUMENTED; that a few come at once is needed for two connections. */
    CONNECTIONS(2, 10, INFERRED),
    TIER_2(20, 20, DOCUMENTED),
    TIER_3(50, 50, DOCUMENTED),
    TIER_4(100, 100, DOCUMENTED),
    /** auth.test: "hundreds a minute". */
    GENEROUS(600, 100, INFERRED),
    /** chat.postMessage in a whole workspace: "several hundred a minute". */
    POSTING(300, 60, INFERRED),
    /** chat.postMessage in one channel: one a second is DOCUMENTED; how long a burst may be is not. */
    POSTING_IN_CHANNEL(60, 5, INFERRED);

    private final int perMinute;
    private final int burst;
    private final Provenance provenance;

    Rate(int perMinute, int burst, Provenance provenance) {
        this.perMinute = perMinute;
        this.burst = burst;
        this.provenance = provenance;
    }

    public int perMinute() {
        return perMinute;
    }

    public int burst() {
        return burst;
    }

    public Provenance provenance() {
        return provenance;
    }
}
