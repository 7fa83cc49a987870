package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.ExtensionPoint;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import java.util.List;

/**
 * An extension that provides interactions whose ports need jobs and builds, so that only packages above this one can fill them.
 *
 * <p>Each is asked once, whenever requests from Slack are switched on. The ordinal of the extension says whose interactions are asked
 * first whether a request is theirs.
 */
public interface InteractionSource extends ExtensionPoint {
    /** Makes the interactions, in the order in which they are asked. Called when the jobs are loaded. */
    List<Interaction> interactions();
}
