package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.event.Trend.FIXED;
import static io.jenkins.plugins.slacknotify.event.Trend.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.Trend.STILL_FAILING;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;

/** The one line that says which build it is, what happened to it, and how bad that is. */
public final class HeadlineRenderer {
    private static final int NAME_LIMIT = 200;
    private static final int BRIEF_NAME_LIMIT = 80;
    private static final int STAGE_LIMIT = 80;

    private HeadlineRenderer() {}

    public static String render(BuildEvent event, Severity severity) {
        String name = name(event);
        Milestone moment = event.moment();
        String said = moment == null
                ? howBad(inARow(happened(name, event), event), event)
                : MilestoneHeadlineRenderer.render(name, event, moment);
        return icon(event, severity) + " " + said;
    }

    private static String name(BuildEvent event) {
        String name = "*" + Mrkdwn.link(BuildLinks.ofBuild(event), BuildNames.of(event), NAME_LIMIT) + "*";
        BuildKey original = event.findings().rerunOf();
        return original == null ? name : Phrase.HEADLINE_RERUN.format(name, Integer.toString(original.build()));
    }

    /**
     * A line of a list: which build, and in one or two words what happened to it.
     *
     * @param limit the most characters; an address that does not fit is left out
     */
    public static String renderBrief(BuildEvent event, int limit) {
        String name = BuildNames.of(event);
        String said = " " + outcomeLabel(event);
        String linked = Mrkdwn.link(BuildLinks.ofBuild(event), name, BRIEF_NAME_LIMIT) + said;
        return linked.length() <= limit ? linked : Mrkdwn.line(name, BRIEF_NAME_LIMIT) + said;
    }

    /** What happened, as it can be counted: 3 fixed. */
    public static String outcomeLabel(BuildEvent event) {
        Milestone moment = event.moment();
        if (moment != null) {
            return MilestoneHeadlineRenderer.milestoneLabel(moment);
        }
        boolean still = event.trend() == STILL_FAILING;
        Phrase word =
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
        return word.format();
    }

    public static String icon(BuildEvent event, Severity severity) {
        if (severity == Severity.CRITICAL) {
            return ":rotating_light:";
        }
        Milestone moment = event.moment();
        if (moment != null) {
            return MilestoneHeadlineRenderer.icon(moment);
        }
        return switch (event.outcome()) {
            case SUCCESS -> event.running() ? ":hourglass_flowing_sand:" : ":white_check_mark:";
            case UNSTABLE -> ":warning:";
            case FAILURE -> ":x:";
            case ABORTED -> ":black_square_for_stop:";
            case NOT_BUILT -> ":white_circle:";
        };
    }

    private static String happened(String name, BuildEvent event) {
        boolean still = event.trend() == STILL_FAILING;
        return switch (event.outcome()) {
            case SUCCESS -> good(name, event);
            case UNSTABLE -> (still ? Phrase.HEADLINE_UNSTABLE_STILL : Phrase.HEADLINE_UNSTABLE).format(name);
            case FAILURE -> failed(event, still).format(name);
            case ABORTED -> Phrase.HEADLINE_ABORTED.format(name);
            case NOT_BUILT -> Phrase.HEADLINE_NOTBUILT.format(name);
        };
    }

    private static String good(String name, BuildEvent event) {
        boolean fixed = event.trend() == FIXED;
        if (event.running()) {
            return (fixed ? Phrase.HEADLINE_FIXED_SOFAR : Phrase.HEADLINE_GOOD_SOFAR).format(name);
        }
        FailureStreak series = event.findings().badSeries();
        if (fixed && series != null) {
            return Phrase.HEADLINE_FIXED_AFTER.format(name, DurationFormatter.format(series.durationUntil(event.at())));
        }
        return (fixed ? Phrase.HEADLINE_FIXED : Phrase.HEADLINE_SUCCEEDED).format(name);
    }

    private static Phrase failed(BuildEvent event, boolean still) {
        if (still) {
            return Phrase.HEADLINE_FAILED_STILL;
        }
        return event.trend() == REGRESSED ? Phrase.HEADLINE_BROKE : Phrase.HEADLINE_FAILED;
    }

    private static String inARow(String happened, BuildEvent event) {
        FailureStreak series = event.findings().badSeries();
        if (series == null || event.trend() != STILL_FAILING) {
            return happened;
        }
        int count = series.builds();
        boolean teen = count % 100 / 10 == 1;
        return series.mayBeOlder()
                ? Phrase.HEADLINE_SERIES_OLDER.format(happened, count)
                : Phrase.HEADLINE_SERIES.format(
                        happened, count, teen ? 0 : count % 10, Integer.toString(series.firstBuild()));
    }

    private static String howBad(String happened, BuildEvent event) {
        TestResultSummary tests = event.findings().tests();
        FailedStage stage = event.findings().failedStage();
        if (!event.outcome().isBad()) {
            return happened;
        }
        if (tests != null && tests.failed() > 0) {
            return tests(happened, tests);
        }
        return stage != null && event.outcome() == Outcome.FAILURE
                ? Phrase.HEADLINE_STAGE.format(happened, Mrkdwn.line(stage.name(), STAGE_LIMIT))
                : happened;
    }

    private static String tests(String happened, TestResultSummary tests) {
        if (tests.newlyFailed() <= 0) {
            return Phrase.HEADLINE_TESTS.format(happened, tests.failed());
        }
        return tests.newlyFailed() < tests.failed()
                ? Phrase.HEADLINE_TESTS_SOMENEW.format(happened, tests.failed(), tests.newlyFailed())
                : Phrase.HEADLINE_TESTS_ALLNEW.format(happened, tests.failed());
    }
}
