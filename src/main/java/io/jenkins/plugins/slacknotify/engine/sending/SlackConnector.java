package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;

/** Finds the token of a notification's destination, anew for every attempt. */
public record SlackConnector(TokenSource tokens) {
    /** @throws TokenUnavailableException where there is no token, or the build's job may not use it */
    SlackConnection connect(Notification notification, EngineSettings now) throws TokenUnavailableException {
        Destination destination = notification.destination();
        return new SlackConnection(
                now.apiUrl(), tokens.find(destination, notification.event().key()), tokens.teamId(destination));
    }
}
