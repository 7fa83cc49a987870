package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.build.BuildCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.CredentialsUnavailableException;
import io.jenkins.plugins.slacknotify.config.credentials.PageLookup;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import java.util.Optional;
import java.util.function.Supplier;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * The engine's source of bot tokens: Jenkins' credentials, whatever provider they come from.
 *
 * <p>A credential that a job names is looked up as its build sees it. So a job never gets the token of another folder, nor one of scope
 * {@code SYSTEM}.
 */
public final class CredentialsTokenSource implements TokenSource {
    private static final TokenReader READER = new TokenReader();

    @Override
    public BotToken find(Destination destination, BuildKey build) throws TokenUnavailableException {
        String workspace = destination.workspace();
        String credentialsId = destination.credentialsId();
        if (workspace != null) {
            return ofWorkspace(workspace);
        }
        return credentialsId == null
                ? ofSystem()
                : read(
                        BotKey.of(destination, build),
                        credentialsId,
                        () -> BuildCredentials.find(credentialsId, build),
                        () -> BotTokenCredentials.goneForJob(credentialsId, build.job()));
    }

    /** Finds a token as {@link #find}, for a page, on the terms of {@link PageLookup}. */
    public BotToken findForPage(Destination destination, BuildKey build) throws TokenUnavailableException {
        return forPage(() -> find(destination, build));
    }

    /** The look-up of something that needs a token. */
    @FunctionalInterface
    interface TokenLookup<T> {
        T find() throws TokenUnavailableException;
    }

    /**
     * Looks up what needs a token, on the terms of {@link PageLookup}.
     *
     * @throws TokenUnavailableException as the look-up, and where there is no answer in time
     */
    static <T> T forPage(TokenLookup<T> lookup) throws TokenUnavailableException {
        try {
            Attempt<T> attempt = PageLookup.shared().call(() -> attempt(lookup));
            TokenUnavailableException problem = attempt.problem();
            if (problem != null) {
                throw problem;
            }
            return attempt.found();
        } catch (CredentialsUnavailableException e) {
            throw TokenUnavailableException.notNow(e.getCause());
        }
    }

    /** What a look-up has come to; one of the two is null. */
    private record Attempt<T>(T found, @CheckForNull TokenUnavailableException problem) {}

    private static <T> Attempt<T> attempt(TokenLookup<T> lookup) {
        try {
            return new Attempt<>(lookup.find(), null);
        } catch (TokenUnavailableException e) {
            return new Attempt<>(null, e);
        }
    }

    @Override
    @CheckForNull
    public String teamId(Destination destination) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        if (destination.workspace() != null) {
            return configuration
                    .getRouting()
                    .teamOf(configuration.currentWorkspace(destination.workspace()))
                    .orElse(null);
        }
        return destination.credentialsId() == null ? configuration.getTeamId() : null;
    }

    /** Finds the token of the whole system: the configured one, or else that of the environment. */
    static BotToken ofSystem() throws TokenUnavailableException {
        String id = SlackNotifyConfiguration.get()
                .credentialsIdInUse()
                .orElseThrow(() -> new TokenUnavailableException(Messages.CredentialsTokenSource_none()));
        return readForSystem(new BotKey.OfSystem(), id);
    }

    /**
     * Finds the token of a workspace, by the settings as they are now.
     *
     * @param workspace its name, or a former one
     */
    static BotToken ofWorkspace(String workspace) throws TokenUnavailableException {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        String id = configuration
                .getRouting()
                .credentialsOf(configuration.currentWorkspace(workspace))
                .orElseThrow(
                        () -> new TokenUnavailableException(Messages.CredentialsTokenSource_workspaceGone(workspace)));
        return readForSystem(new BotKey.OfWorkspace(workspace), id);
    }

    private static BotToken readForSystem(BotKey bot, String id) throws TokenUnavailableException {
        return read(bot, id, () -> BotTokenCredentials.findForSystem(id), () -> BotTokenCredentials.gone(id));
    }

    /** Reads a token as the system. */
    private static BotToken read(
            BotKey bot, String id, Supplier<Optional<StringCredentials>> lookup, Supplier<String> gone)
            throws TokenUnavailableException {
        return READER.read(
                bot,
                id,
                () -> {
                    try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
                        return lookup.get().map(found -> found.getSecret().getPlainText());
                    }
                },
                gone);
    }
}
