package io.jenkins.plugins.slacknotify.slack.http;

import java.io.IOException;

/** Thrown before anything of a request is sent: the connection that was kept for it may be dead. It is closed then. */
public final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    StaleConnectionException() {
        super("The connection that was kept is no longer surely alive");
    }
}
