package io.jenkins.plugins.slacknotify.control;

import hudson.model.Action;
import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import java.util.List;
import org.jenkinsci.plugins.variant.OptionalExtension;

/** Pins the commit of a build that has checked out one repository of Git. Of several, nobody knows which is meant. */
@OptionalExtension(requirePlugins = "git")
public final class GitCommitPin implements CommitPin {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        List<BuildData> checkouts = checkouts(run);
        Revision revision = checkouts.size() == 1 ? checkouts.get(0).getLastBuiltRevision() : null;
        return revision == null ? List.of() : List.of(new RevisionParameterAction(revision.getSha1String(), false));
    }

    private static List<BuildData> checkouts(Run<?, ?> run) {
        return run.getActions(BuildData.class);
    }
}
