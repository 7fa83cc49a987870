package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.util.Optional;

/** Who is who in a Slack workspace. Safe for use by many threads; asks Slack on the caller's. */
public interface SlackDirectory {
    /**
     * Finds somebody in the workspace of the connection's token, and in no other.
     *
     * @param addressOrId an e-mail address in any case, or a member id
     * @return a success with nothing in it where the workspace has nobody of that address or id; any other answer where Slack
     *     was asked and did not tell
     */
    SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId);
}
