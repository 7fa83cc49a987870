package io.jenkins.plugins.slacknotify.message.wording;

import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_DAYS;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_DAYS_HOURS;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_HOURS;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_HOURS_MINUTES;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_MINUTES;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_MINUTES_SECONDS;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_MOMENT;
import static io.jenkins.plugins.slacknotify.message.wording.Phrase.DURATION_SECONDS;

import java.time.Duration;

/** Formats durations for people. */
public final class DurationFormatter {
    /** The shortest duration that is counted in days. */
    private static final Duration DAYS = Duration.ofHours(48);

    private DurationFormatter() {}

    /** Formats a duration by its two largest units, such as {@code 2 h 10 min} or {@code 45 s}. */
    public static String format(Duration duration) {
        if (duration.compareTo(DAYS) >= 0) {
            return pair(DURATION_DAYS, duration.toDays(), DURATION_DAYS_HOURS, duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return pair(DURATION_HOURS, duration.toHours(), DURATION_HOURS_MINUTES, duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return pair(DURATION_MINUTES, duration.toMinutes(), DURATION_MINUTES_SECONDS, duration.toSecondsPart());
        }
        return duration.toSeconds() > 0 ? DURATION_SECONDS.format(duration.toSeconds()) : DURATION_MOMENT.format();
    }

    private static String pair(Phrase one, long large, Phrase both, int small) {
        return small == 0 ? one.format(large) : both.format(large, small);
    }
}
