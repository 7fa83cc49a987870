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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds the token of a notification's destination, anew for every attempt. Safe for use by many threads. */
public final class SlackConnector {
    private static final Logger LOGGER = Logger.getLogger(SlackConnector.class.getName());

    private final TokenSource tokens;
    private final ReportedChanges reported;

    /** The bots whose token could not be read the last time. */
    private final Set<BotKey> unread = ConcurrentHashMap.newKeySet();

    /** @param reported says which bots may not be used */
    public SlackConnector(TokenSource tokens, ReportedChanges reported) {
        this.tokens = tokens;
        this.reported = reported;
    }

    /**
     * @throws TokenUnavailableException where there is no token, or the build's job may not use it, or Slack has reported that it
     *     is worth nothing any more, or the credentials provider fails
     */
    SlackConnection connect(Notification notification, EngineSettings settings) throws TokenUnavailableException {
        Optional<String> suspension = reported.suspensionOf(notification.lane().bot());
        if (suspension.isPresent()) {
            throw new TokenUnavailableException(suspension.get());
        }
        SlackConnection connection = ask(notification, settings);
        reported.uses(notification.lane().bot(), connection);
        return connection;
    }

    /** Asks the port, behind which providers of other plugins may throw anything, as where their server does not answer. */
    private SlackConnection ask(Notification notification, EngineSettings settings) throws TokenUnavailableException {
        Destination destination = notification.destination();
        BotKey bot = notification.lane().bot();
        try {
            SlackConnection connection = new SlackConnection(
                    settings.apiUrl(),
                    tokens.find(destination, notification.event().key()),
                    tokens.teamId(destination));
            unread.remove(bot);
            return connection;
        } catch (RuntimeException | LinkageError e) {
            // Loudly once: each message that waits tries it every few minutes.
            Level level = unread.add(bot) ? Level.WARNING : Level.FINE;
            LOGGER.log(level, "The token for a notification cannot be read; it is tried again", e);
            // Without the exception's words, which may hold a path or a secret.
            throw new TokenUnavailableException("The token cannot be read from its credentials provider now ("
                    + e.getClass().getSimpleName() + "; see the Jenkins log)");
        }
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
