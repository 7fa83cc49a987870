package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Action;
import hudson.model.Run;
import hudson.plugins.git.Revision;
import hudson.plugins.git.RevisionParameterAction;
import hudson.plugins.git.util.BuildData;
import java.net.URISyntaxException;
import java.util.List;
import org.eclipse.jgit.transport.URIish;

/**
 * The checkout of a build from Git. Not loaded where the Git plugin is missing: an extension whose methods name a type that is missing
 * could not be.
 */
final class GitCheckout {
    private GitCheckout() {}

    /**
     * Returns what has another build check out the same commit of the same repository; nothing where there was not one repository.
     *
     * <p>The repository is named, too. A build that has failed may have got to one of its repositories only, and the next one may get to
     * another, which has no such commit.
     */
    static List<Action> pin(Run<?, ?> run) {
        List<BuildData> checkouts = run.getActions(BuildData.class);
        return checkouts.size() == 1 ? pin(checkouts.get(0)) : List.of();
    }

    private static List<Action> pin(BuildData checkout) {
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
