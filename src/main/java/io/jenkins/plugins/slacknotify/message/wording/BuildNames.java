package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.Promotion;

/** Names builds for people: by branch or pull request if there is one, otherwise by job. */
public final class BuildNames {
    private BuildNames() {}

    /** The name of a build, not escaped and of any length. */
    public static String of(BuildEvent event) {
        Promotion promotion = event.findings().promotion();
        String build = ofBuild(event);
        return promotion == null ? build : Phrase.NAME_PROMOTION.format(build, promotion.process());
    }

    /** The name of the build alone, without the promotion that the event is about. */
    static String ofBuild(BuildEvent event) {
        Branch branch = event.findings().branch();
        if (branch == null) {
            return Phrase.NAME_BUILD.format(event.jobName(), event.buildName());
        }
        Branch.PullRequest request = branch.pullRequest();
        return request == null
                ? Phrase.NAME_BRANCH.format(branch.name(), branch.project(), event.buildName())
                : Phrase.NAME_PULLREQUEST.format(request.id(), branch.project(), event.buildName());
    }
}
