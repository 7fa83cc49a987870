package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;

/** The place of a message in its channel. */
public sealed interface Placement {
    /** The message stands in the channel, outside of any thread. */
    record Alone() implements Placement {}

    /**
     * The message is a reply in a thread.
     *
     * @param parent the message to which it replies
     * @param threadTs the first message of the thread
     * @param broadcast whether the channel shows the reply as well
     */
    record InThread(MessageLocation parent, String threadTs, boolean broadcast) implements Placement {}

    /** The message replaces the content of an earlier message. */
    record InPlace(MessageLocation location) implements Placement {}

    /**
     * The message is not sent by this attempt.
     *
     * @param result the result of the attempt
     */
    record None(SendResult result) implements Placement {}
}
