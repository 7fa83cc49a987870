package io.jenkins.plugins.slacknotify.control.run;

import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.Run;
import java.util.List;

/** Makes a build that runs again begin with a stage. */
interface StageRestart extends ExtensionPoint {
    /** Returns whether Jenkins lets the account as which the thread runs do so now. */
    boolean isAllowed(Run<?, ?> run);

    /** Returns the actions for the queue, besides the cause. */
    List<Action> actionsFor(Run<?, ?> run);

    /** Returns the cause, which names the stage to begin with. */
    Cause causeFor(Run<?, ?> run, String stage);
}
