package io.jenkins.plugins.slacknotify.engine;

/**
 * How a message refers to an earlier one, which need not have been sent yet.
 *
 * @param kind what to do with the earlier message
 * @param deliveryId the earlier message
 */
public record Reply(Kind kind, String deliveryId) {
    /** What to do with the earlier message. */
    public enum Kind {
        /** Answer in its thread. */
        THREAD,
        /** Put the new content in its place. */
        UPDATE
    }
}
