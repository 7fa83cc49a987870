package io.jenkins.plugins.slacknotify.trigger.merges;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ids of commits that came into a build of a branch only by a merge of the primary branch, after a build there was good with them.
 * Their authors have not changed the branch. It is stored with the build.
 */
public final class MergedCommits extends InvisibleAction {
    private final List<String> ids;

    private MergedCommits(Collection<String> ids) {
        this.ids = new ArrayList<>(ids);
    }

    private Object readResolve() {
        return ids == null ? new MergedCommits(List.of()) : this;
    }

    /** Notes, with a build, the merged commits of one checkout. */
    static void add(Run<?, ?> run, Collection<String> ids) {
        run.addAction(new MergedCommits(ids));
    }

    /** Returns the ids of the merged commits of all checkouts of a build. */
    public static Set<String> of(Run<?, ?> run) {
        Set<String> all = new HashSet<>();
        StoredActions.all(run, MergedCommits.class).forEach(merged -> all.addAll(merged.ids));
        return all;
    }
}
