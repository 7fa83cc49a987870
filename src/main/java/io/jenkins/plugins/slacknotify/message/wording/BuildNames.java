package io.jenkins.plugins.slacknotify.message.wording;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.function.UnaryOperator;

/** Names builds for people: by branch or pull request if there is one, otherwise by job. */
public final class BuildNames {
    private BuildNames() {}

    /** The shortest that the name of a branch or job is cut to. */
    private static final int MIN_CUT = 10;

    /** The name of a build, not escaped and of any length. */
    public static String of(BuildEvent event) {
        return of(event, name -> name);
    }

    /**
     * The name of a build, not escaped. Where it has more characters than the limit, the name of its branch or job is cut, so that the
     * project and the number stay, as far as they have room.
     */
    static String of(BuildEvent event, int limit) {
        String name = of(event);
        int over = name.length() - limit;
        return over <= 0
                ? name
                : of(event, part -> Excerpt.truncateWithEllipsis(part, Math.max(MIN_CUT, part.length() - over - 1)));
    }

    private static String of(BuildEvent event, UnaryOperator<String> cut) {
        Promotion promotion = event.findings().promotion();
        String build = ofBuild(event, cut);
        return promotion == null ? build : Phrase.NAME_PROMOTION.format(build, promotion.process());
    }

    /** The name of the build alone, without the promotion that the event is about. */
    static String ofBuild(BuildEvent event) {
        return ofBuild(event, name -> name);
    }

    /** @param cut shortens the name of the job, or that of the branch, or of a pull request that of its project */
    private static String ofBuild(BuildEvent event, UnaryOperator<String> cut) {
        Branch branch = event.findings().branch();
        if (branch == null) {
            return Phrase.NAME_BUILD.format(cut.apply(event.jobName()), event.buildName());
        }
        Branch.PullRequest request = branch.pullRequest();
        return request == null
                ? Phrase.NAME_BRANCH.format(cut.apply(branch.name()), branch.project(), event.buildName())
                : Phrase.NAME_PULLREQUEST.format(request.id(), cut.apply(branch.project()), event.buildName());
    }
}
