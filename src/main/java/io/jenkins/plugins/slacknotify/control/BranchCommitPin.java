package io.jenkins.plugins.slacknotify.control;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.List;
import jenkins.scm.api.SCMRevisionAction;

/** Pins the revision of a branch of a multibranch project, as Jenkins' own replay does. */
@Extension(optional = true, ordinal = 1)
public final class BranchCommitPin implements CommitPin {
    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        return List.copyOf(revisions(run));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static List<SCMRevisionAction> revisions(Run<?, ?> run) {
        return run.getActions(SCMRevisionAction.class);
    }
}
