package io.jenkins.plugins.slacknotify.people.directory;

import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.Optional;

/** The port to the members of Slack workspaces. Safe for use by many threads; it asks Slack on the caller's thread. */
public interface SlackDirectory {
    /**
     * Finds a member in the workspace of the connection's token, and in no other.
     *
     * @param addressOrId an e-mail address in any case, or a member id
     * @return a success with nothing in it where the workspace has nobody of that address or id; any other result where Slack
     *     was asked and did not answer
     */
    SlackResult<Optional<SlackUser>> find(SlackConnection connection, String addressOrId);
}
