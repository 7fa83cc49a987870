package io.jenkins.plugins.slacknotify.config.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.CredentialsUnavailableException;
import io.jenkins.plugins.slacknotify.config.credentials.KnownInstallations;
import io.jenkins.plugins.slacknotify.manifest.ScopeCheck;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * A check of a connection to Slack for the button of a form. It asks Slack whose token it is, and posts a message to the channel.
 * Only a post shows that a post is possible: this depends on the channel's settings, the bot's membership and its scopes together.
 *
 * @param credentialsId the credential with the bot token; null where none is chosen
 * @param teamId the id of the workspace, which the token of a whole organisation needs; null for any other token
 * @param channel null to post nothing
 * @param botName the name of the sender; null for the name of the app
 * @param botIcon the picture of the sender; null for the icon of the app
 * @param needs what the token is needed for, besides the sender
 */
public record ConnectionCheck(
        @CheckForNull String credentialsId,
        @CheckForNull String teamId,
        @CheckForNull String channel,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        ScopeNeeds needs,
        URI apiUrl) {

    /**
     * The result of a check.
     *
     * @param text sentences for a person, as plain text
     */
    public record Result(FormValidation.Kind kind, String text) {
        /** Returns whether the message was posted, or Slack took the token where there is no channel. */
        public boolean isGood() {
            return kind != FormValidation.Kind.ERROR;
        }

        private static Result error(String text) {
            return new Result(FormValidation.Kind.ERROR, text);
        }

        private static Result warning(String text) {
            return new Result(FormValidation.Kind.WARNING, text);
        }

        private static Result ok(String text) {
            return new Result(FormValidation.Kind.OK, text);
        }

        private FormValidation toFormValidation() {
            return switch (kind) {
                case OK -> FormValidation.ok(text);
                case WARNING -> FormValidation.warning(text);
                case ERROR -> FormValidation.error(text);
            };
        }
    }

    /** Asks Slack on the caller's thread, and returns the result as the message of the form. */
    public FormValidation run() {
        return check().toFormValidation();
    }

    /** Asks Slack on the caller's thread. */
    public Result check() {
        if (credentialsId == null) {
            return Result.error(Messages.ConnectionCheck_noToken());
        }
        Optional<BotTokenCredentials.Found> found;
        try {
            found = BotTokenCredentials.findForPage(credentialsId);
        } catch (CredentialsUnavailableException e) {
            return Result.error(e.getMessage());
        }
        return found.map(credential -> BotToken.of(credential.secret()))
                .map(token -> run(new SlackConnection(apiUrl, token, teamId)))
                .orElseGet(() -> Result.error(BotTokenCredentials.gone(credentialsId)));
    }

    private Result run(SlackConnection connection) {
        try (SlackGateway gateway = SharedSlackClient.interactiveGateway()) {
            SlackResult<BotIdentity> identity = gateway.identify(connection);
            return identity instanceof SlackResult.Success<BotIdentity> success
                    ? post(gateway, connection, success.value())
                    : Result.error(SlackProblem.describe(identity));
        }
    }

    private Result post(SlackGateway gateway, SlackConnection connection, BotIdentity bot) {
        if (connection.token().isRotating() && !KnownInstallations.get().isRenewed(credentialsId)) {
            return Result.warning(Messages.ConnectionCheck_rotating(workspaceOf(bot), bot.botName()));
        }
        if (channel == null) {
            return Result.warning(
                    withScopes(Messages.ConnectionCheck_noChannel(workspaceOf(bot), bot.botName()), scopes(bot)));
        }
        OutgoingMessage message = OutgoingMessage.of(
                        channel,
                        Messages.ConnectionCheck_message(Jenkins.get().getRootUrl()),
                        UUID.randomUUID().toString())
                .withSender(botName, botIcon);
        SlackResult<PostedMessage> posted = post(gateway, connection, message);
        if (posted instanceof SlackResult.Success<PostedMessage>) {
            return success(Messages.ConnectionCheck_posted(workspaceOf(bot), bot.botName(), channel), scopes(bot));
        }
        return Result.error(Messages.ConnectionCheck_notPosted(
                workspaceOf(bot),
                bot.botName(),
                channel,
                SlackProblem.describe(posted.mapRefusal(refusal -> refusal.namingBot(bot.botName())))));
    }

    /** Posts by name, and then by id: the token of a whole organisation finds no channel by its name alone. */
    private static SlackResult<PostedMessage> post(
            SlackGateway gateway, SlackConnection connection, OutgoingMessage message) {
        SlackResult<PostedMessage> posted = gateway.post(connection, message);
        boolean needsId = posted.isRefused("team_not_found");
        return needsId && connection.teamId() != null
                ? gateway.channelId(connection, message.channel().replaceFirst("^#", ""))
                        .flatMap(id -> gateway.post(connection, message.to(id)))
                : posted;
    }

    /** The name of the workspace; the token of a whole organisation belongs to none. */
    private static String workspaceOf(BotIdentity bot) {
        return bot.workspace().isBlank() ? Messages.ConnectionCheck_organisation() : bot.workspace();
    }

    private static Result success(String text, Optional<ScopeCheck> scopes) {
        String message = withScopes(text, scopes);
        boolean lacksSome = scopes.flatMap(ScopeMessages::missing).isPresent();
        return lacksSome ? Result.warning(message) : Result.ok(message);
    }

    /** The check of the token's scopes; empty where Slack did not return them. */
    private Optional<ScopeCheck> scopes(BotIdentity bot) {
        ScopeNeeds all = needs.withOwnSender(botName != null || botIcon != null);
        return Optional.of(bot.scopes()).filter(granted -> !granted.isEmpty()).map(it -> ScopeCheck.of(all, it));
    }

    private static String withScopes(String text, Optional<ScopeCheck> scopes) {
        return Stream.of(
                        Optional.of(text),
                        scopes.flatMap(ScopeMessages::missing),
                        scopes.flatMap(ScopeMessages::advisable))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
