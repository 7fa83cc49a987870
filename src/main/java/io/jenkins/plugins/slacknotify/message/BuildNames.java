package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.Branch;
import io.jenkins.plugins.slacknotify.event.BuildEvent;

/** What people call a build: by its branch or pull request where it has one, otherwise by its job. */
final class BuildNames {
    private BuildNames() {}

    /** Not escaped, and of any length. */
    static String of(BuildEvent event) {
        Branch branch = event.findings().branch();
        if (branch == null) {
            return Phrase.NAME_BUILD.with(event.jobName(), event.buildName());
        }
        Branch.PullRequest request = branch.pullRequest();
        return request == null
                ? Phrase.NAME_BRANCH.with(branch.name(), branch.project(), event.buildName())
                : Phrase.NAME_PULLREQUEST.with(request.id(), branch.project(), event.buildName());
    }
}
