package io.jenkins.plugins.slacknotify.control.run;

import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Run;
import java.util.List;

/** Makes a build that runs again check out what the first one did. */
interface CommitPin extends ExtensionPoint {
    /** Returns the place in which it is asked, the smallest first: the first that has any actions counts. */
    int order();

    /** Returns the actions for the queue that do so; none where this kind of source control was not used. */
    List<Action> actionsFor(Run<?, ?> run);
}
