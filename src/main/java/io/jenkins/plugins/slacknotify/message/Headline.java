package io.jenkins.plugins.slacknotify.message;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;

/** The one line that says which build it is, what happened to it, and how bad that is. */
final class Headline {
    private static final int NAME_LIMIT = 200;
    private static final int BRIEF_NAME_LIMIT = 80;

    private Headline() {}

    static String of(BuildEvent event, Severity severity) {
        String name = event.jobName() + " " + event.buildName();
        return icon(event, severity) + " *" + Mrkdwn.link(event.url(), name, NAME_LIMIT) + "* " + verb(event);
    }

    /**
     * A line of a list: which build, and in one or two words what happened to it.
     *
     * @param limit the most characters; an address that does not fit is left out
     */
    static String inBrief(BuildEvent event, int limit) {
        String name = event.jobName() + " " + event.buildName();
        String said = " " + inOneWord(event);
        String linked = Mrkdwn.link(event.url(), name, BRIEF_NAME_LIMIT) + said;
        return linked.length() <= limit ? linked : Mrkdwn.line(name, BRIEF_NAME_LIMIT) + said;
    }

    /** What happened, as it can be counted: 3 fixed. */
    static String inOneWord(BuildEvent event) {
        boolean still = event.trend() == Trend.STILL_FAILING;
        return switch (event.outcome()) {
            case SUCCESS -> event.trend() == Trend.FIXED ? "fixed" : "good";
            case UNSTABLE -> still ? "still unstable" : "unstable";
            case FAILURE -> still ? "still failing" : event.trend() == Trend.REGRESSED ? "broken" : "failed";
            case ABORTED -> "aborted";
            case NOT_BUILT -> "not built";
        };
    }

    static String icon(BuildEvent event, Severity severity) {
        if (severity == Severity.CRITICAL) {
            return ":rotating_light:";
        }
        return switch (event.outcome()) {
            case SUCCESS -> event.running() ? ":hourglass_flowing_sand:" : ":white_check_mark:";
            case UNSTABLE -> ":warning:";
            case FAILURE -> ":x:";
            case ABORTED -> ":black_square_for_stop:";
            case NOT_BUILT -> ":white_circle:";
        };
    }

    private static String verb(BuildEvent event) {
        if (event.running() && event.outcome() == Outcome.SUCCESS) {
            return event.trend() == Trend.FIXED ? "is good again so far" : "is good so far";
        }
        boolean still = event.trend() == Trend.STILL_FAILING;
        return switch (event.outcome()) {
            case SUCCESS -> event.trend() == Trend.FIXED ? "is fixed" : "succeeded";
            case UNSTABLE -> still ? "is still unstable" : "is unstable";
            case FAILURE -> failed(event, still);
            case ABORTED -> "was aborted";
            case NOT_BUILT -> "was not built";
        };
    }

    private static String failed(BuildEvent event, boolean still) {
        if (still) {
            return "still fails";
        }
        return event.trend() == Trend.REGRESSED ? "broke" : "failed";
    }
}
