package io.jenkins.plugins.slacknotify.interaction.account;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import java.util.Optional;

/** The port to what Slack says of its members at this moment, by the token of the installation. */
@FunctionalInterface
public interface MemberProfiles {
    /**
     * Asks Slack for a member, on the caller's thread. Never throws.
     *
     * @return a success with nothing in it where Slack knows nobody of that id; any other result where it cannot be asked
     */
    SlackResult<Optional<MemberProfile>> find(InstallationKey installation, String member);
}
