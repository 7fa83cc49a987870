package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.Branch;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.FailedStage;
import io.jenkins.plugins.slacknotify.event.TestFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between the headline and the last line: what failed, then what was changed. A text holds at most 2,900
 * characters, whatever the build contains.
 */
final class Body {
    /** How many changes are shown; those beyond are counted. */
    static final int CHANGES_SHOWN = 5;

    /** How many newly failing tests are shown; those beyond are counted. */
    static final int TESTS_SHOWN = 5;

    private static final int STAGE_LIMIT = 80;
    private static final int ERROR_LIMIT = 300;
    private static final int TITLE_LIMIT = 120;
    private static final int PULL_REQUEST_ADDRESS_LIMIT = 400;

    private Body() {}

    /** None, one or two texts in mrkdwn. */
    static List<String> of(BuildEvent event) {
        return Stream.of(whatFailed(event), whatChanged(event))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> String.join("\n", lines))
                .toList();
    }

    private static List<String> whatFailed(BuildEvent event) {
        if (!event.outcome().isBad()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        FailedStage stage = event.findings().failedStage();
        TestFigures tests = event.findings().tests();
        if (stage != null) {
            lines.addAll(stage(stage, tests != null && tests.failed() > 0));
        }
        if (tests != null && !tests.newlyFailing().isEmpty()) {
            lines.add(Phrase.BODY_TESTS_NEW.with());
            lines.addAll(Items.first(TESTS_SHOWN, Items.tests(tests.newlyFailing()), tests.newlyFailed()));
        }
        return lines;
    }

    /** @param unnamed whether the headline has not named the stage, because it counts tests instead */
    private static List<String> stage(FailedStage stage, boolean unnamed) {
        String name = Mrkdwn.line(stage.name(), STAGE_LIMIT);
        if (stage.error() != null) {
            return List.of(Phrase.BODY_STAGE_ERROR.with(name, Mrkdwn.code(stage.error(), ERROR_LIMIT)));
        }
        return unnamed ? List.of(Phrase.BODY_STAGE.with(name)) : List.of();
    }

    private static List<String> whatChanged(BuildEvent event) {
        List<String> lines = new ArrayList<>();
        Branch branch = event.findings().branch();
        if (branch != null
                && branch.pullRequest() != null
                && branch.pullRequest().title() != null) {
            lines.add(Phrase.BODY_PULLREQUEST.with(Mrkdwn.link(
                    branch.pullRequest().url(),
                    branch.pullRequest().title(),
                    TITLE_LIMIT,
                    PULL_REQUEST_ADDRESS_LIMIT)));
        }
        lines.addAll(Items.first(CHANGES_SHOWN, Items.changes(event.changes()), 0));
        return lines;
    }
}
