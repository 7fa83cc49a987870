package io.jenkins.plugins.slacknotify.inbound.socket;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;

/**
 * The state of a connection by Socket Mode.
 *
 * @param connectedSince when the first of an unbroken row of sessions began; null while there is none
 * @param sessions how many sessions have begun since the start
 * @param otherConnections how many connections of the app belong to others, as Slack said at the beginning of the
 *     session; 0 where there are none
 * @param problem null while all is well
 */
public record SocketStatus(
        State state,
        @CheckForNull Instant connectedSince,
        long sessions,
        int otherConnections,
        @CheckForNull SocketProblem problem) {

    /** The states of a connection. */
    public enum State {
        /** The transport was not started, or was closed. */
        CLOSED,
        /** A session is being opened, for the first time or after a loss. */
        CONNECTING,
        /** A session is open, and requests come. */
        CONNECTED,
        /** The session is lost, and another is opened after a pause. */
        WAITING,
        /** The transport has ended for a reason that somebody has to fix. */
        ENDED
    }
}
