package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.ExtensionPoint;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import java.util.List;

/**
 * A source of interactions that need more of Jenkins than {@code lifecycle} knows, such as commands, which look into builds.
 *
 * <p>Implementations are asked once, when the way in starts, after jobs are loaded.
 */
public interface InteractionSource extends ExtensionPoint {
    /** Returns the interactions, in the order in which they are asked whether a request is theirs. Called once. */
    List<Interaction> interactions();
}
