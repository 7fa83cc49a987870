package io.jenkins.plugins.slacknotify.trigger.commits;

import hudson.ExtensionPoint;
import hudson.scm.ChangeLogSet;
import java.util.List;
import java.util.Optional;

/** Reads the commits in the change logs of one kind of source control. */
interface CommitReader extends ExtensionPoint {
    /**
     * Returns the commits, the oldest first. Reads at most a file of the build; asks no server and no
     * security realm.
     *
     * @return empty where the change log is of another kind
     */
    Optional<List<Commit>> read(ChangeLogSet<?> changes);
}
