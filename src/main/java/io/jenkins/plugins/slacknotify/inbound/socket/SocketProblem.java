package io.jenkins.plugins.slacknotify.inbound.socket;

import java.time.Instant;

/**
 * A problem of a connection by Socket Mode, for an administrator.
 *
 * @param error Slack's code, such as {@code invalid_auth} or {@code link_disabled}
 * @param remedy sentences that say what is wrong and how to fix it; without a secret
 */
public record SocketProblem(Kind kind, String error, String remedy, Instant since) {
    /** The consequence of a problem for the connection. */
    public enum Kind {
        /** The connection has ended, and is not tried again before somebody has fixed the reason. */
        ENDED,
        /** The connection is lost, and is tried again. */
        DISCONNECTED,
        /** The connection stands, but another program has connections of the same app, so that each gets a part of the requests. */
        SHARED
    }
}
