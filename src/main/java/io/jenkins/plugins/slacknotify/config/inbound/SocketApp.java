package io.jenkins.plugins.slacknotify.config.inbound;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;

/** A Slack app whose requests come by Socket Mode, and the token that opens its connection. */
public record SocketApp(InboundApp app, AppToken token) {
    public SocketApp {
        requireNonNull(app, "app");
        requireNonNull(token, "token");
    }
}
