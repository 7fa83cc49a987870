package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import java.net.URI;

/**
 * The settings of a connection by Socket Mode: where, and as which app, it is opened.
 *
 * @param apiUrl where the Web API is
 */
public record SocketModeSettings(URI apiUrl, AppToken token, SocketTimings timings) {

    /** Makes settings with the times for production. */
    public SocketModeSettings(URI apiUrl, AppToken token) {
        this(apiUrl, token, SocketTimings.standard());
    }
}
