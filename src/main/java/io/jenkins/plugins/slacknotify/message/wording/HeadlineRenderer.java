package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.Trend.FIXED;
import static io.jenkins.plugins.slacknotify.event.Trend.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.Trend.STILL_FAILING;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.util.List;
import java.util.Optional;

/** Renders the first line of a message: which build it is, what happened to it, and how bad that is. */
public final class HeadlineRenderer {
    private static final int MAX_BRIEF_NAME = 80;
    private static final int MAX_VIEWPOINT = 80;

    private HeadlineRenderer() {}

    /** Renders the headline of a build as mrkdwn. */
    public static String render(BuildEvent event, Severity severity) {
        String name = name(event);
        Milestone milestone = event.milestone();
        String text = milestone == null
                ? withFailureDetail(withStreak(headline(name, event), event), event)
                : MilestoneHeadlineRenderer.render(name, event, milestone);
        return icon(event, severity) + " " + text;
    }

    private static String name(BuildEvent event) {
        String name = bold(event, BuildNames.of(event, Mrkdwn.MAX_NAME));
        BuildKey original = event.findings().rerunOf();
        return original == null ? name : Phrase.HEADLINE_RERUN.format(name, Integer.toString(original.build()));
    }

    private static String bold(BuildEvent event, String name) {
        return "*" + Mrkdwn.link(BuildLinks.ofBuild(event), name) + "*";
    }

    /**
     * Renders a line of a list: the build's name, and its outcome in one or two words.
     *
     * @param limit the most characters; the link is left out if it does not fit
     */
    public static String renderBrief(BuildEvent event, int limit) {
        String name = BuildNames.of(event, MAX_BRIEF_NAME);
        String text = " " + outcomeLabel(event);
        String linked = Mrkdwn.link(BuildLinks.ofBuild(event), name, MAX_BRIEF_NAME) + text;
        return linked.length() <= limit ? linked : Mrkdwn.line(name, MAX_BRIEF_NAME) + text;
    }

    /** The outcome of a build in one or two words, such as "fixed", that can follow a number. */
    public static String outcomeLabel(BuildEvent event) {
        Milestone milestone = event.milestone();
        if (milestone != null) {
            return MilestoneHeadlineRenderer.milestoneLabel(milestone);
        }
        Optional<Phrase> interrupted = InterruptionRenderer.label(event);
        if (interrupted.isPresent()) {
            return interrupted.get().format();
        }
        boolean still = event.trend() == STILL_FAILING;
        Phrase label =
                switch (event.outcome()) {
                    case SUCCESS -> event.trend() == FIXED ? Phrase.DIGEST_FIXED : Phrase.DIGEST_GOOD;
                    case UNSTABLE -> still ? Phrase.DIGEST_UNSTABLE_STILL : Phrase.DIGEST_UNSTABLE;
                    case FAILURE ->
                        still
                                ? Phrase.DIGEST_FAILED_STILL
                                : event.trend() == REGRESSED ? Phrase.DIGEST_BROKEN : Phrase.DIGEST_FAILED;
                    case ABORTED -> Phrase.DIGEST_ABORTED;
                    case NOT_BUILT -> Phrase.DIGEST_NOTBUILT;
                };
        return label.format();
    }

    /** The emoji that a headline begins with, as {@code :name:}. */
    public static String icon(BuildEvent event, Severity severity) {
        return EmojiSet.chosen(event, severity).orElseGet(() -> usualIcon(event, severity));
    }

    private static String usualIcon(BuildEvent event, Severity severity) {
        if (severity == Severity.CRITICAL) {
            return ":rotating_light:";
        }
        Milestone milestone = event.milestone();
        if (milestone != null) {
            return MilestoneHeadlineRenderer.icon(milestone);
        }
        return InterruptionRenderer.icon(event).orElseGet(() -> icon(event));
    }

    private static String icon(BuildEvent event) {
        return switch (event.outcome()) {
            case SUCCESS -> event.running() ? ":hourglass_flowing_sand:" : ":white_check_mark:";
            case UNSTABLE -> ":warning:";
            case FAILURE -> ":x:";
            case ABORTED -> ":black_square_for_stop:";
            case NOT_BUILT -> ":white_circle:";
        };
    }

    private static String headline(String name, BuildEvent event) {
        boolean still = event.trend() == STILL_FAILING;
        return switch (event.outcome()) {
            case SUCCESS -> success(name, event);
            case UNSTABLE -> (still ? Phrase.HEADLINE_UNSTABLE_STILL : Phrase.HEADLINE_UNSTABLE).format(name);
            case FAILURE -> failed(event, still).format(name);
            case ABORTED, NOT_BUILT -> InterruptionRenderer.headline(name, event);
        };
    }

    private static String success(String name, BuildEvent event) {
        boolean fixed = event.trend() == FIXED;
        if (event.running()) {
            return soFar(name, fixed, event.findings().viewpoint());
        }
        Promotion promotion = event.findings().promotion();
        if (promotion != null) {
            return Phrase.HEADLINE_PROMOTED.format(
                    bold(event, BuildNames.ofBuild(event)), Mrkdwn.line(promotion.process(), MAX_VIEWPOINT));
        }
        List<String> flaky = event.findings().flakyTests();
        if (!flaky.isEmpty()) {
            String first = Mrkdwn.line(SummaryRenderer.shortName(flaky.get(0)), MAX_VIEWPOINT);
            return Phrase.HEADLINE_FLAKY.format(name, first, flaky.size() - 1);
        }
        FailureStreak streak = event.findings().failureStreak();
        if (fixed && streak != null) {
            return Phrase.HEADLINE_FIXED_AFTER.format(name, DurationFormatter.format(streak.durationUntil(event.at())));
        }
        return (fixed ? Phrase.HEADLINE_FIXED : Phrase.HEADLINE_SUCCEEDED).format(name);
    }

    /** @param viewpoint the branch or cell that is good; null for the whole build */
    private static String soFar(String name, boolean fixed, @CheckForNull String viewpoint) {
        if (viewpoint == null) {
            return (fixed ? Phrase.HEADLINE_FIXED_SOFAR : Phrase.HEADLINE_GOOD_SOFAR).format(name);
        }
        return (fixed ? Phrase.HEADLINE_FIXED_SOFAR_IN : Phrase.HEADLINE_GOOD_SOFAR_IN)
                .format(name, Mrkdwn.line(viewpoint, MAX_VIEWPOINT));
    }

    private static Phrase failed(BuildEvent event, boolean still) {
        if (still) {
            return Phrase.HEADLINE_FAILED_STILL;
        }
        return event.trend() == REGRESSED ? Phrase.HEADLINE_BROKE : Phrase.HEADLINE_FAILED;
    }

    private static String withStreak(String headline, BuildEvent event) {
        FailureStreak streak = event.findings().failureStreak();
        if (streak == null || event.trend() != STILL_FAILING) {
            return headline;
        }
        int count = streak.builds();
        boolean teen = count % 100 / 10 == 1;
        return streak.mayBeOlder()
                ? Phrase.HEADLINE_SERIES_OLDER.format(headline, count)
                : Phrase.HEADLINE_SERIES.format(
                        headline, count, teen ? 0 : count % 10, Integer.toString(streak.firstBuild()));
    }

    private static String withFailureDetail(String headline, BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        if (!event.outcome().isBad()) {
            return StageRenderer.withStages(headline, event);
        }
        return tests != null && tests.failed() > 0
                ? tests(headline, tests)
                : StageRenderer.withStages(InterruptionRenderer.withReason(headline, event), event);
    }

    private static String tests(String headline, TestResultSummary tests) {
        if (tests.newlyFailed() <= 0) {
            return Phrase.HEADLINE_TESTS.format(headline, tests.failed());
        }
        return tests.newlyFailed() < tests.failed()
                ? Phrase.HEADLINE_TESTS_SOMENEW.format(headline, tests.failed(), tests.newlyFailed())
                : Phrase.HEADLINE_TESTS_ALLNEW.format(headline, tests.failed());
    }
}
