package io.jenkins.plugins.slacknotify.personal;

import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import io.jenkins.plugins.slacknotify.slack.SlackUser;
import java.util.Optional;

/** The way to a person in Slack while another person waits: one call at a time, on the caller's thread. */
interface DirectMessenger extends AutoCloseable {
    /** @param addressOrId an e-mail address or a member id */
    SlackResult<Optional<SlackUser>> find(String addressOrId);

    /** @param text mrkdwn, escaped */
    SlackResult<MessageLocation> send(SlackUser member, String text);

    @Override
    void close();
}
