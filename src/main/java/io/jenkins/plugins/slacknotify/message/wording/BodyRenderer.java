package io.jenkins.plugins.slacknotify.message.wording;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Renders the part between headline and footer: what somebody wrote about the build, what failed, what is asked, then what was
 * changed.
 *
 * <p>A text has at most 2,900 characters, whatever the build contains.
 */
public final class BodyRenderer {
    /** The most changes that are shown. The others are counted. */
    public static final int CHANGES_SHOWN = 5;

    /** The most newly failing tests that are shown. The others are counted. */
    public static final int TESTS_SHOWN = 5;

    private static final int MAX_DESCRIPTION = 300;
    private static final int MAX_CLAIMER = 80;
    private static final int MAX_TITLE = 120;
    private static final int MAX_PULL_REQUEST_ADDRESS = 400;

    private BodyRenderer() {}

    /** Renders what people look for first: up to five texts in mrkdwn, possibly none. */
    public static List<String> renderReasons(BuildEvent event) {
        return joined(
                renderClaim(event),
                renderDescription(event),
                failures(event, null),
                tests(event),
                InputRenderer.lines(event),
                ProgressRenderer.lines(event));
    }

    /** Renders the reasons as {@link #renderReasons} does, without those that a build before had as well. */
    public static List<String> renderNewReasons(BuildEvent event, BuildEvent before) {
        return joined(
                isSame(event, before, Findings::claimedBy) ? List.of() : renderClaim(event),
                isSame(event, before, Findings::description) ? List.of() : renderDescription(event),
                failures(event, before),
                tests(event));
    }

    /** Whether a stage fails otherwise than it did in a build before, or has no words for it. */
    public static boolean isNew(FailedStage stage, @CheckForNull BuildEvent before) {
        return StageRenderer.isNew(stage, before);
    }

    private static boolean isSame(BuildEvent event, BuildEvent before, Function<Findings, String> part) {
        return Objects.equals(part.apply(event.findings()), part.apply(before.findings()));
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return Stream.of(parts)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> String.join("\n", lines))
                .toList();
    }

    /** Renders what was changed, as a text in mrkdwn; empty where nothing was. */
    public static Optional<String> renderChanges(BuildEvent event) {
        List<String> lines = changes(event, !renderReasons(event).isEmpty());
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Renders who has claimed the build; nothing for a build that runs. */
    private static List<String> renderClaim(BuildEvent event) {
        String name = event.findings().claimedBy();
        if (name == null || event.running()) {
            return List.of();
        }
        Phrase said = event.outcome().isBad() ? Phrase.BODY_CLAIMED : Phrase.BODY_CLAIMED_FIXED;
        return List.of(said.format(Mrkdwn.line(name, MAX_CLAIMER)));
    }

    /** Renders the description of the build; nothing at a milestone, before a description makes sense. */
    private static List<String> renderDescription(BuildEvent event) {
        String description = event.findings().description();
        return description == null || event.milestone() != null
                ? List.of()
                : List.of(Mrkdwn.line(description, MAX_DESCRIPTION));
    }

    /** A good build, too, may have had a stage that failed, of which nobody would hear otherwise. */
    private static List<String> failures(BuildEvent event, @CheckForNull BuildEvent before) {
        if (event.milestone() != null) {
            return List.of();
        }
        return StageRenderer.lines(event, before);
    }

    /** A text of its own: with stages, it would be too long for one. */
    private static List<String> tests(BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        if (event.milestone() != null || tests == null || tests.newlyFailing().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(Phrase.BODY_TESTS_NEW.format()));
        lines.addAll(ListRenderer.firstLines(TESTS_SHOWN, ListRenderer.newlyFailing(tests), tests.newlyFailed()));
        return lines;
    }

    /** @param headed whether the changes need a heading, because another text stands above them */
    private static List<String> changes(BuildEvent event, boolean headed) {
        List<String> lines = new ArrayList<>();
        pullRequest(event.findings().branch()).ifPresent(lines::add);
        if (headed && !event.changes().isEmpty()) {
            lines.add(InputRenderer.headingOfChanges(event).orElseGet(Phrase.BODY_CHANGES::format));
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
                        Mrkdwn.link(request.url(), title, MAX_TITLE, MAX_PULL_REQUEST_ADDRESS)));
    }
}
