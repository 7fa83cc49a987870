package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import java.net.URISyntaxException;
import java.util.List;
import jenkins.model.Jenkins;
import org.eclipse.jgit.transport.URIish;

/**
 * Pins the commit of a build that has checked out one repository of Git. Of several, nobody knows which is meant.
 *
 * <p>The repository is named, too. A build that has failed may have got to one of its repositories only, and the next one may get to
 * another, which has no such commit.
 */
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
        return checkouts.size() == 1 ? commit(checkouts.get(0)) : List.of();
    }

    private static List<Action> commit(BuildData checkout) {
        Revision revision = checkout.getLastBuiltRevision();
        if (revision == null) {
            return List.of();
        }
        return checkout.getRemoteUrls().stream()
                .limit(1)
                .<Action>map(
                        address -> new RevisionParameterAction(revision.getSha1String(), false, repository(address)))
                .toList();
    }

    private static URIish repository(String address) {
        try {
            return new URIish(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No address of a repository: " + address, e);
        }
    }
}
