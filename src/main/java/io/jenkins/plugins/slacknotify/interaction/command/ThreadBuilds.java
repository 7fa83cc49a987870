package io.jenkins.plugins.slacknotify.interaction.command;

/** The port to the builds in whose threads people talk. */
@FunctionalInterface
public interface ThreadBuilds {
    /**
     * Returns the builds that a message is about, and so its thread.
     *
     * @param channel the channel's id
     * @param ts the message; for a thread, its first one
     * @return none where nobody knows
     */
    ContextBuilds find(String channel, String ts);
}
