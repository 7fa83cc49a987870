package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renders the part between headline and footer: what failed, then what was changed.
 *
 * <p>A text has at most 2,900 characters, whatever the build contains.
 */
public final class BodyRenderer {
    /** The most changes that are shown. The others are counted. */
    public static final int CHANGES_SHOWN = 5;

    /** The most newly failing tests that are shown. The others are counted. */
    public static final int TESTS_SHOWN = 5;

    private static final int STAGE_LIMIT = 80;
    private static final int ERROR_LIMIT = 300;
    private static final int TITLE_LIMIT = 120;
    private static final int PULL_REQUEST_ADDRESS_LIMIT = 400;

    private BodyRenderer() {}

    /** Renders the body of a build: no text, one or two, in mrkdwn. */
    public static List<String> render(BuildEvent event) {
        List<String> failed = failures(event);
        return Stream.of(failed, changes(event, !failed.isEmpty()))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> String.join("\n", lines))
                .toList();
    }

    private static List<String> failures(BuildEvent event) {
        if (!event.outcome().isBad() || event.moment() != null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        FailedStage stage = event.findings().failedStage();
        TestResultSummary tests = event.findings().tests();
        if (stage != null) {
            boolean unnamed = event.outcome() != Outcome.FAILURE || tests != null && tests.failed() > 0;
            lines.addAll(stage(stage, unnamed));
        }
        if (tests != null && !tests.newlyFailing().isEmpty()) {
            lines.add(Phrase.BODY_TESTS_NEW.format());
            lines.addAll(ListRenderer.firstLines(
                    TESTS_SHOWN, ListRenderer.tests(tests.newlyFailing()), tests.newlyFailed()));
        }
        return lines;
    }

    /** @param unnamed whether the headline does not name the stage, because it counts tests instead */
    private static List<String> stage(FailedStage stage, boolean unnamed) {
        String name = Mrkdwn.line(stage.name(), STAGE_LIMIT);
        String reason = stage.error();
        if (reason == null) {
            return unnamed ? List.of(Phrase.BODY_STAGE.format(name)) : List.of();
        }
        String error = Mrkdwn.code(reason, ERROR_LIMIT);
        return List.of(unnamed ? Phrase.BODY_STAGE_ERROR.format(name, error) : Phrase.BODY_ERROR.format(error));
    }

    /** @param headed whether the changes need a heading, because another text stands above them */
    private static List<String> changes(BuildEvent event, boolean headed) {
        List<String> lines = new ArrayList<>();
        pullRequest(event.findings().branch()).ifPresent(lines::add);
        if (headed && !event.changes().isEmpty()) {
            lines.add(Phrase.BODY_CHANGES.format());
        }
        lines.addAll(ListRenderer.firstLines(CHANGES_SHOWN, ListRenderer.changes(event.changes()), 0));
        return lines;
    }

    private static Optional<String> pullRequest(@CheckForNull Branch branch) {
        Branch.PullRequest request = branch == null ? null : branch.pullRequest();
        String title = request == null ? null : request.title();
        return title == null
                ? Optional.empty()
                : Optional.of(Phrase.BODY_PULLREQUEST.format(
                        Mrkdwn.link(request.url(), title, TITLE_LIMIT, PULL_REQUEST_ADDRESS_LIMIT)));
    }
}
