package io.jenkins.plugins.slacknotify.message;

import java.time.Duration;

/** Durations as people say them. */
final class Durations {
    private Durations() {}

    /** The two largest units that matter, such as {@code 2 h 10 min} or {@code 45 s}. */
    static String spoken(Duration duration) {
        if (duration.toHours() > 0) {
            return pair(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return pair(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : "less than a second";
    }

    private static String pair(long large, String largeUnit, int small, String smallUnit) {
        String first = large + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }
}
