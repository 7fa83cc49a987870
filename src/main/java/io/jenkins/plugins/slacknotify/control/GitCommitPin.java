package io.jenkins.plugins.slacknotify.control;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import java.util.List;

/** Pins the commit of a build that has checked out one repository of Git. Of several, nobody knows which is meant. */
@Extension(optional = true)
public final class GitCommitPin implements CommitPin {
    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        List<BuildData> checkouts = checkouts(run);
        Revision revision = checkouts.size() == 1 ? checkouts.get(0).getLastBuiltRevision() : null;
        return revision == null ? List.of() : List.of(new RevisionParameterAction(revision.getSha1String(), false));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static List<BuildData> checkouts(Run<?, ?> run) {
        return run.getActions(BuildData.class);
    }
}
