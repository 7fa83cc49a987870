package io.jenkins.plugins.slacknotify.personal;

import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.Optional;

/** Sends direct messages to a member of Slack while a person waits. Each call runs on the caller's thread. */
interface DirectMessenger extends AutoCloseable {
    /**
     * Finds a member.
     *
     * @param addressOrId an e-mail address or a member id
     */
    SlackResult<Optional<SlackUser>> find(String addressOrId);

    /**
     * Sends a message to a member.
     *
     * @param text mrkdwn, escaped
     */
    SlackResult<MessageLocation> send(SlackUser member, String text);

    /** Returns whose token the messenger writes with. */
    SlackResult<BotIdentity> identify();

    @Override
    void close();
}
