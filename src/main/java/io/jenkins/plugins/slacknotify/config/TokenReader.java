package io.jenkins.plugins.slacknotify.config;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.memory.RecurringFailure;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Reads bot tokens. Whatever credentials providers of other plugins throw, as where their server does not answer, is a token
 * that cannot be read now. Safe for use by many threads.
 */
final class TokenReader {
    private static final Logger LOGGER = Logger.getLogger(TokenReader.class.getName());

    /** The failures to read a token, by the bots whose token could not be read the last time: each message that waits tries it again. */
    private final Map<BotKey, RecurringFailure> failures = new ConcurrentHashMap<>();

    /**
     * Reads a token, on a thread that may block.
     *
     * @param bot whose token it is
     * @param id of the credential
     * @param secret looks up what it holds; empty where there is none
     * @param gone says what to do where there is none
     * @throws TokenUnavailableException where there is none, it is not a bot token, or it cannot be read now
     */
    BotToken read(BotKey bot, String id, Supplier<Optional<String>> secret, Supplier<String> gone)
            throws TokenUnavailableException {
        Optional<BotToken> token;
        try {
            token = secret.get().map(BotToken::of);
        } catch (WrongTokenException e) {
            throw new TokenUnavailableException(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            failures.computeIfAbsent(bot, unused -> new RecurringFailure(LOGGER))
                    .log(e, () -> "The bot token in the credential '" + id + "' cannot be read; it is tried again");
            throw TokenUnavailableException.notNow(e);
        }
        failures.remove(bot);
        return token.orElseThrow(() -> new TokenUnavailableException(gone.get()));
    }
}
