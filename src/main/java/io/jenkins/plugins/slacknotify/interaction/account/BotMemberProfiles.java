package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.answer.BotConnections;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks Slack for members as the bot of the installation. Safe for use by many threads. */
public final class BotMemberProfiles implements MemberProfiles {
    private static final Logger LOGGER = Logger.getLogger(BotMemberProfiles.class.getName());

    private final BotConnections bots;
    private final SlackGateway gateway;

    public BotMemberProfiles(BotConnections bots, SlackGateway gateway) {
        this.bots = bots;
        this.gateway = gateway;
    }

    @Override
    public SlackResult<Optional<MemberProfile>> find(InstallationKey installation, String member) {
        SlackResult<Optional<MemberProfile>> result =
                bots.of(installation).flatMap(bot -> ask(bot, installation, member));
        if (!(result instanceof SlackResult.Success<Optional<MemberProfile>>)) {
            LOGGER.log(
                    Level.WARNING,
                    () -> "A request from Slack is refused, as Slack does not say who has made it: " + result);
        }
        return result;
    }

    private SlackResult<Optional<MemberProfile>> ask(
            Optional<SlackConnection> bot, InstallationKey installation, String member) {
        return bot.map(connection -> gateway.profile(connection, member))
                .orElseGet(() ->
                        new SlackResult.Unknown<>("no bot token of this Jenkins is of the workspace or organisation "
                                + installation.id().orElse("that Slack has not named")));
    }
}
