package io.jenkins.plugins.slacknotify.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.connection.SlackProblem;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.config.inbound.AppTokenTester;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketProblems;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.interactivity.SocketAddress;
import java.util.Optional;

/**
 * The test button of an app-level token. It asks Slack for the address of a connection, which Slack refuses without the token and
 * its scope, and opens none: an open connection would get a part of the requests.
 */
@Extension
public final class AppTokenCheck implements AppTokenTester {
    @Override
    public FormValidation test(@CheckForNull String credentialsId) {
        Optional<String> id = Optional.ofNullable(credentialsId)
                .or(() -> ControllerEnvironment.get().credentialsId(EnvironmentVariable.APP_TOKEN));
        if (id.isEmpty()) {
            return FormValidation.error(Messages.AppTokenCheck_none());
        }
        try {
            return BotTokenCredentials.checkWithLookup(() -> BotTokenCredentials.findForPage(id.get())
                    .map(found -> AppToken.of(found.secret().strip()))
                    .map(AppTokenCheck::ask)
                    .orElseGet(() -> FormValidation.error(BotTokenCredentials.gone(id.get()))));
        } catch (WrongTokenException wrong) {
            return FormValidation.error(wrong.getMessage());
        }
    }

    private static FormValidation ask(AppToken token) {
        try (SlackSockets sockets = SharedSlackClient.sockets()) {
            SlackResult<SocketAddress> address = sockets.address(SlackNotifyConfiguration.currentApiUrl(), token);
            if (address instanceof SlackResult.Refused<SocketAddress> refused) {
                return FormValidation.error(SocketProblems.remedy(refused.refusal()));
            }
            return address instanceof SlackResult.Success<SocketAddress>
                    ? FormValidation.ok(Messages.AppTokenCheck_good(
                            token.appId().map(Messages::AppTokenCheck_ofApp).orElse("")))
                    : FormValidation.error(SlackProblem.describe(address));
        }
    }
}
