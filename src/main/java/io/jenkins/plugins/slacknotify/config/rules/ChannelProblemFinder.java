package io.jenkins.plugins.slacknotify.config.rules;

import hudson.ExtensionPoint;
import java.util.Optional;

/** Knows what keeps messages from a channel now, so that its field can say so. */
public interface ChannelProblemFinder extends ExtensionPoint {
    /**
     * What is wrong and how to mend it; asks nobody for it.
     *
     * @param label the channel as {@link io.jenkins.plugins.slacknotify.routing.Destination#label()} has it
     */
    Optional<String> findProblem(String label);
}
