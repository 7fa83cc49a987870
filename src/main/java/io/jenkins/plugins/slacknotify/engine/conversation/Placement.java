package io.jenkins.plugins.slacknotify.engine.conversation;

import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;

/** The place of a message in its channel. */
public sealed interface Placement {
    /** A message of its own. */
    record Alone() implements Placement {}

    /**
     * An answer in a thread.
     *
     * @param parent the message that it answers
     * @param threadTs the first message of the thread
     * @param broadcast whether the channel shows the answer as well
     */
    record InThread(MessageLocation parent, String threadTs, boolean broadcast) implements Placement {}

    /** The place of an earlier message, whose content it replaces. */
    record InPlace(MessageLocation location) implements Placement {}

    /**
     * No place by this attempt.
     *
     * @param result the end of the attempt
     */
    record None(SendResult result) implements Placement {}
}
