package io.jenkins.plugins.slacknotify.trigger.commits;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.metadata.ContributorMetadataAction;

/** Reads the author of a pull request from what a multibranch project notes on its job. */
@Extension(optional = true)
public final class PullRequestContributorReader implements ContributorReader {
    /** {@inheritDoc} Asks only the jobs of branches for it: any plugin may add actions to a job, which takes time. */
    @Override
    public Optional<Person> of(Job<?, ?> job) {
        return SCMHead.HeadByItem.findHead(job) == null
                ? Optional.empty()
                : person(job.getAction(ContributorMetadataAction.class));
    }

    /** The login is one of the code host, not an account of this Jenkins, so it serves as a name at most. */
    private static Optional<Person> person(@CheckForNull ContributorMetadataAction action) {
        if (action == null) {
            return Optional.empty();
        }
        String address = Util.fixEmptyAndTrim(action.getContributorEmail());
        String login = Util.fixNull(action.getContributor());
        String name = Util.fixEmptyAndTrim(action.getContributorDisplayName());
        return address == null && login.isBlank()
                ? Optional.empty()
                : Optional.of(new Person(null, address == null || name == null ? login : name, address));
    }
}
