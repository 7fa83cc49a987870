package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.slack.Answer;
import io.jenkins.plugins.slacknotify.slack.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.BotToken;
import io.jenkins.plugins.slacknotify.slack.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackGateway;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import jenkins.model.Jenkins;

/**
 * Asks Slack whose token it is, and posts a message to the channel, because only a post shows that a post is possible:
 * whether a channel takes one depends on its settings, the bot's membership and its scopes together.
 */
record ConnectionTest(
        @CheckForNull String credentialsId,
        @CheckForNull String channel,
        @CheckForNull String botName,
        @CheckForNull String botIcon,
        URI apiUrl) {

    /** For each step; a person is waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    FormValidation run() {
        if (credentialsId == null) {
            return FormValidation.error(Messages.ConnectionTest_noToken());
        }
        return BotTokenCredentials.findForSystem(credentialsId)
                .map(credentials -> BotToken.of(credentials.getSecret().getPlainText()))
                .map(token -> run(new SlackConnection(apiUrl, token)))
                .orElseGet(() -> FormValidation.error(Messages.BotTokenCredentials_gone(credentialsId)));
    }

    private FormValidation run(SlackConnection connection) {
        HttpSettings http = HttpSettings.defaults().withTimeout(PATIENCE).withProxy(JenkinsProxy.chooser());
        try (SlackGateway gateway = new SlackApiGateway(http)) {
            Answer<BotIdentity> identity = gateway.identify(connection);
            return identity instanceof Answer.Success<BotIdentity> success
                    ? post(gateway, connection, success.value())
                    : FormValidation.error(Trouble.in(identity));
        }
    }

    private FormValidation post(SlackGateway gateway, SlackConnection connection, BotIdentity bot) {
        if (channel == null) {
            return FormValidation.warning(Messages.ConnectionTest_noChannel(bot.workspace(), bot.botName()));
        }
        OutgoingMessage message = OutgoingMessage.of(
                        channel,
                        Messages.ConnectionTest_message(Jenkins.get().getRootUrl()),
                        UUID.randomUUID().toString())
                .withSender(botName, botIcon);
        Answer<MessageLocation> posted = gateway.post(connection, message);
        if (posted instanceof Answer.Success<MessageLocation>) {
            return FormValidation.ok(Messages.ConnectionTest_posted(bot.workspace(), bot.botName(), channel));
        }
        return FormValidation.error(Messages.ConnectionTest_notPosted(
                bot.workspace(), bot.botName(), channel, Trouble.in(naming(bot, posted))));
    }

    private static <T> Answer<T> naming(BotIdentity bot, Answer<T> answer) {
        return answer instanceof Answer.Refused<T> refused
                ? new Answer.Refused<>(refused.refusal().namingBot(bot.botName()))
                : answer;
    }
}
