package io.jenkins.plugins.slacknotify.control.run;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
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
        return Jenkins.get().getPlugin("git") == null ? List.of() : GitCheckout.pin(run);
    }
}
