package io.jenkins.plugins.slacknotify.people;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What somebody wants to be told in person.
 *
 * @param events the kinds of event to hear of, of builds that one has changed something in
 * @param startedByMe whether to hear of every completed build that one has started oneself
 * @param minimumSeverity what is less severe is not told
 * @param quietJobs patterns for full names of jobs of which one wants to hear nothing; {@code *} is any text within a folder,
 *     {@code **} any text at all
 * @param pausedUntil nothing is told before; null where nothing is paused
 */
public record Preferences(
        Set<EventKind> events,
        boolean startedByMe,
        Severity minimumSeverity,
        List<String> quietJobs,
        @CheckForNull Instant pausedUntil) {

    /** For whoever has chosen nothing: who broke it hears of it, and hears when it is fixed. */
    public static final Preferences STANDARD =
            new Preferences(Set.of(EventKind.REGRESSED, EventKind.FIXED), false, Severity.INFO, List.of(), null);

    public Preferences {
        events = Set.copyOf(events);
        quietJobs = List.copyOf(quietJobs);
    }
}
