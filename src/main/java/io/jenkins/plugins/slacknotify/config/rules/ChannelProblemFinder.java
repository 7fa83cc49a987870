package io.jenkins.plugins.slacknotify.config.rules;

import hudson.ExtensionPoint;
import java.util.Optional;

/** Finds the problem that keeps messages from a channel now, for the field of the channel. */
public interface ChannelProblemFinder extends ExtensionPoint {
    /**
     * Finds the problem and how to fix it, in memory, without a call to Slack.
     *
     * @param label the channel as {@link io.jenkins.plugins.slacknotify.routing.Destination#label()} has it
     */
    Optional<String> findProblem(String label);
}
