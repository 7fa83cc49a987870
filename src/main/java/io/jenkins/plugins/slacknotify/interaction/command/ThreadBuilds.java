package io.jenkins.plugins.slacknotify.interaction.command;

import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import java.util.Optional;

/** The port to the builds in whose threads people talk. */
@FunctionalInterface
public interface ThreadBuilds {
    /**
     * Returns the build that a thread is about.
     *
     * @param channel the channel's id
     * @param threadTs the first message of the thread
     * @return empty where nobody knows
     */
    Optional<BuildReference> find(String channel, String threadTs);
}
