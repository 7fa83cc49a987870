package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.interaction.account.BotMemberProfiles;
import io.jenkins.plugins.slacknotify.interaction.account.CachedMemberProfiles;
import io.jenkins.plugins.slacknotify.interaction.account.MemberProfiles;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.time.Clock;
import java.util.Optional;

/** The profiles of members by Slack, remembered for a minute, for all interactions of this Jenkins: so a person costs one call a minute. */
@Extension
public class SharedMemberProfiles implements MemberProfiles {
    private final MemberProfiles profiles = new CachedMemberProfiles(
            new BotMemberProfiles(InstalledBots.shared(), SharedSlackClient.interactiveGateway()), Clock.systemUTC());

    static SharedMemberProfiles get() {
        return ExtensionList.lookupSingleton(SharedMemberProfiles.class);
    }

    @Override
    public SlackResult<Optional<MemberProfile>> find(InstallationKey installation, String member) {
        return profiles.find(installation, member);
    }
}
