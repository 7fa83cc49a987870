package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import java.util.List;
import jenkins.model.Jenkins;

/** Pins the commit of a build that has checked out one repository of Git. Of several, nobody knows which is meant. */
@Extension
public final class GitCommitPin implements CommitPin {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        return Jenkins.get().getPlugin("git") == null ? List.of() : commit(run);
    }

    private static List<Action> commit(Run<?, ?> run) {
        List<BuildData> checkouts = run.getActions(BuildData.class);
        Revision revision = checkouts.size() == 1 ? checkouts.get(0).getLastBuiltRevision() : null;
        return revision == null ? List.of() : List.of(new RevisionParameterAction(revision.getSha1String(), false));
    }
}
