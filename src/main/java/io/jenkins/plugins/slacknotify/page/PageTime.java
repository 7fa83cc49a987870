package io.jenkins.plugins.slacknotify.page;

import io.jenkins.plugins.slacknotify.config.form.UserTimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * A moment as pages show it, to the second: in the zone and the language of the reader, as Jenkins itself does it, and exactly, which is a
 * tooltip. A view shows one by {@code <st:include it="${moment}" page="time.jelly"/>}.
 *
 * @param moment without what is less than a second
 */
public record PageTime(Instant moment) {
    public PageTime {
        moment = moment.truncatedTo(ChronoUnit.SECONDS);
    }

    public static PageTime of(Instant moment) {
        return new PageTime(moment);
    }

    /** The moment in the zone and the language of the reader of this thread. Outside of a page, in English. */
    public String getShown() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        return shown(UserTimeZone.current(), request == null ? Locale.ENGLISH : request.getLocale());
    }

    /** The moment in UTC, such as {@code 2026-12-24T17:30:00Z}, which a machine can read and sort. */
    public String getExact() {
        return moment.toString();
    }

    String shown(ZoneId zone, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(language)
                .withZone(zone)
                .format(moment);
    }

    /** {@inheritDoc} For a sentence: as it is shown, with the name of the zone, as there is no tooltip. */
    @Override
    public String toString() {
        return sentence(UserTimeZone.current());
    }

    String sentence(ZoneId zone) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH)
                .withZone(zone)
                .format(moment);
    }
}
