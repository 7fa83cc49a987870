package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import java.util.List;
import jenkins.model.Jenkins;

/**
 * Pins the commit of a build that has checked out exactly one repository of Git. With several repositories, it is not known
 * which one is meant.
 */
@Extension
public final class GitCommitPin implements CommitPin {
    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        return Jenkins.get().getPlugin("git") == null ? List.of() : GitCheckout.pin(run);
    }
}
