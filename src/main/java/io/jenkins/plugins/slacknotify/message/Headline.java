package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.Trend.FIXED;
import static io.jenkins.plugins.slacknotify.event.Trend.REGRESSED;
import static io.jenkins.plugins.slacknotify.event.Trend.STILL_FAILING;

import io.jenkins.plugins.slacknotify.event.BadSeries;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKey;
import io.jenkins.plugins.slacknotify.event.FailedStage;
import io.jenkins.plugins.slacknotify.event.Moment;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.TestFigures;

/** The one line that says which build it is, what happened to it, and how bad that is. */
final class Headline {
    private static final int NAME_LIMIT = 200;
    private static final int BRIEF_NAME_LIMIT = 80;
    private static final int STAGE_LIMIT = 80;

    private Headline() {}

    static String of(BuildEvent event, Severity severity) {
        String name = name(event);
        Moment moment = event.moment();
        String said = moment == null
                ? howBad(inARow(happened(name, event), event), event)
                : MomentHeadline.of(name, event, moment);
        return icon(event, severity) + " " + said;
    }

    private static String name(BuildEvent event) {
        String name = "*" + Mrkdwn.link(Addresses.ofBuild(event), BuildNames.of(event), NAME_LIMIT) + "*";
        EventKey original = event.findings().rerunOf();
        return original == null ? name : Phrase.HEADLINE_RERUN.with(name, Integer.toString(original.build()));
    }

    /**
     * A line of a list: which build, and in one or two words what happened to it.
     *
     * @param limit the most characters; an address that does not fit is left out
     */
    static String inBrief(BuildEvent event, int limit) {
        String name = BuildNames.of(event);
        String said = " " + inOneWord(event);
        String linked = Mrkdwn.link(Addresses.ofBuild(event), name, BRIEF_NAME_LIMIT) + said;
        return linked.length() <= limit ? linked : Mrkdwn.line(name, BRIEF_NAME_LIMIT) + said;
    }

    /** What happened, as it can be counted: 3 fixed. */
    static String inOneWord(BuildEvent event) {
        Moment moment = event.moment();
        if (moment != null) {
            return MomentHeadline.inOneWord(moment);
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
        return word.with();
    }

    static String icon(BuildEvent event, Severity severity) {
        if (severity == Severity.CRITICAL) {
            return ":rotating_light:";
        }
        Moment moment = event.moment();
        if (moment != null) {
            return MomentHeadline.icon(moment);
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
            case UNSTABLE -> (still ? Phrase.HEADLINE_UNSTABLE_STILL : Phrase.HEADLINE_UNSTABLE).with(name);
            case FAILURE -> failed(event, still).with(name);
            case ABORTED -> Phrase.HEADLINE_ABORTED.with(name);
            case NOT_BUILT -> Phrase.HEADLINE_NOTBUILT.with(name);
        };
    }

    private static String good(String name, BuildEvent event) {
        boolean fixed = event.trend() == FIXED;
        if (event.running()) {
            return (fixed ? Phrase.HEADLINE_FIXED_SOFAR : Phrase.HEADLINE_GOOD_SOFAR).with(name);
        }
        BadSeries series = event.findings().badSeries();
        if (fixed && series != null) {
            return Phrase.HEADLINE_FIXED_AFTER.with(name, Durations.spoken(series.until(event.at())));
        }
        return (fixed ? Phrase.HEADLINE_FIXED : Phrase.HEADLINE_SUCCEEDED).with(name);
    }

    private static Phrase failed(BuildEvent event, boolean still) {
        if (still) {
            return Phrase.HEADLINE_FAILED_STILL;
        }
        return event.trend() == REGRESSED ? Phrase.HEADLINE_BROKE : Phrase.HEADLINE_FAILED;
    }

    private static String inARow(String happened, BuildEvent event) {
        BadSeries series = event.findings().badSeries();
        if (series == null || event.trend() != STILL_FAILING) {
            return happened;
        }
        int count = series.builds();
        boolean teen = count % 100 / 10 == 1;
        return series.mayBeOlder()
                ? Phrase.HEADLINE_SERIES_OLDER.with(happened, count)
                : Phrase.HEADLINE_SERIES.with(
                        happened, count, teen ? 0 : count % 10, Integer.toString(series.firstBuild()));
    }

    private static String howBad(String happened, BuildEvent event) {
        TestFigures tests = event.findings().tests();
        FailedStage stage = event.findings().failedStage();
        if (!event.outcome().isBad()) {
            return happened;
        }
        if (tests != null && tests.failed() > 0) {
            return tests(happened, tests);
        }
        return stage != null && event.outcome() == Outcome.FAILURE
                ? Phrase.HEADLINE_STAGE.with(happened, Mrkdwn.line(stage.name(), STAGE_LIMIT))
                : happened;
    }

    private static String tests(String happened, TestFigures tests) {
        if (tests.newlyFailed() <= 0) {
            return Phrase.HEADLINE_TESTS.with(happened, tests.failed());
        }
        return tests.newlyFailed() < tests.failed()
                ? Phrase.HEADLINE_TESTS_SOMENEW.with(happened, tests.failed(), tests.newlyFailed())
                : Phrase.HEADLINE_TESTS_ALLNEW.with(happened, tests.failed());
    }
}
