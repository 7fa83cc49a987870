package io.jenkins.plugins.slacknotify.inbound.socket;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.memory.Freshness;
import java.time.Duration;
import java.time.Instant;

/**
 * The connections of an app that belong to other programs, by what Slack counts at the beginning of each session. Sessions of this
 * transport that have just ended may be counted still, and so may those of a process that was killed: what looks like another program is
 * a suspicion first, and a problem when the next session finds the same.
 *
 * <p>Not safe for threads.
 */
final class OtherConnections {
    /** For how long Slack may still count a connection that has ended. */
    private static final Duration COUNTED_AFTER_END = Duration.ofMinutes(1);

    private int others;
    private boolean isSuspicious;
    private Instant lastGone = Instant.MIN;
    private int goneLately;

    @CheckForNull
    private SocketProblem problem;

    /** Notes that a session of this transport has ended. */
    void gone(Instant now) {
        goneLately = mayCountGone(now) ? goneLately + 1 : 1;
        lastGone = now;
    }

    private boolean mayCountGone(Instant now) {
        return Freshness.isFresh(lastGone, COUNTED_AFTER_END, now);
    }

    /**
     * Takes in how many connections Slack counts of the app.
     *
     * @param counted all of the app
     * @param open those of this transport
     */
    void counted(int counted, int open, Instant now) {
        others = Math.max(0, counted - open - (mayCountGone(now) ? goneLately : 0));
        problem = others > 0 && isSuspicious
                ? new SocketProblem(SocketProblem.Kind.SHARED, "num_connections", SocketProblems.shared(others), now)
                : null;
        isSuspicious = others > 0;
    }

    /** Returns how many connections belong to others, as far as is known. */
    int count() {
        return others;
    }

    /** Returns the problem that others have connections; null where they have none, or it is only a suspicion. */
    @CheckForNull
    SocketProblem problem() {
        return problem;
    }
}
