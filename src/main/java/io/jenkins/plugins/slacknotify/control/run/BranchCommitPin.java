package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.List;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMRevisionAction;

/** Pins the revision of a branch of a multibranch project, as Jenkins' own replay does; {@link ScriptPin} adds the script. */
@Extension
public final class BranchCommitPin implements CommitPin {
    /** {@inheritDoc} First, as the merge commit of a pull request is in no repository, by which Git could find it. */
    @Override
    public int order() {
        return 0;
    }

    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        return Jenkins.get().getPlugin("scm-api") == null ? List.of() : List.copyOf(revisions(run));
    }

    private static List<SCMRevisionAction> revisions(Run<?, ?> run) {
        return run.getActions(SCMRevisionAction.class);
    }
}
