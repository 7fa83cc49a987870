package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.Optional;

/** Finds the problem that keeps messages from a channel now, for the field of the channel. */
public interface ChannelProblemFinder extends ExtensionPoint {
    /**
     * Finds the problem and how to fix it, in memory, without a call to Slack.
     *
     * @param item the folder or job in whose form the field is, of whose jobs alone messages count: what others send where is not for
     *     everybody; null for the settings of the system
     * @param label the channel as {@link io.jenkins.plugins.slacknotify.routing.Destination#label()} has it
     */
    Optional<String> findProblem(@CheckForNull Item item, String label);
}
