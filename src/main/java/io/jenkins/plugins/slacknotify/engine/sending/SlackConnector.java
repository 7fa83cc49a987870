package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import java.util.Optional;

/** Finds the token of a notification's destination, anew for every attempt. Safe for use by many threads. */
public final class SlackConnector {
    private final TokenSource tokens;
    private final ReportedChanges reported;

    /** @param reported says which bots may not be used */
    public SlackConnector(TokenSource tokens, ReportedChanges reported) {
        this.tokens = tokens;
        this.reported = reported;
    }

    /**
     * @throws TokenUnavailableException where there is no token, or the build's job may not use it, or it cannot be read now, or Slack has
     *     reported that it is worth nothing any more
     */
    SlackConnection connect(Notification notification, EngineSettings settings) throws TokenUnavailableException {
        Optional<String> suspension = reported.suspensionOf(notification.lane().bot());
        if (suspension.isPresent()) {
            throw new TokenUnavailableException(suspension.get());
        }
        Destination destination = notification.destination();
        SlackConnection connection = new SlackConnection(
                settings.apiUrl(), tokens.find(destination, notification.event().key()), tokens.teamId(destination));
        reported.uses(notification.lane().bot(), connection);
        return connection;
    }

    /**
     * Whether two notifications are sent with the same token. Asks for tokens only where equal {@link BotKey}s can lead to
     * different ones. False where one has none.
     */
    boolean haveOneToken(Notification one, Notification other, EngineSettings settings) {
        if (!(one.lane().bot() instanceof BotKey.OfCredential)) {
            return one.lane().bot().equals(other.lane().bot());
        }
        try {
            return connect(one, settings).equals(connect(other, settings));
        } catch (TokenUnavailableException e) {
            return false;
        }
    }
}
