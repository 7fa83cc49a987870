package io.jenkins.plugins.slacknotify.control;

import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Run;
import java.util.List;

/** Makes a build that runs again check out what the first one did. */
interface CommitPin extends ExtensionPoint {
    /** Returns the actions for the queue that do so; none where this kind of source control was not used. */
    List<Action> actionsFor(Run<?, ?> run);
}
