package io.jenkins.plugins.slacknotify.interaction.preferences;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import java.util.List;
import java.util.Set;

/**
 * The choices of a person about direct messages.
 *
 * @param events kinds of completed builds with the person's own changes
 * @param startedByMe whether to be notified of every build that the person has started
 * @param quietJobs patterns for the jobs of which the person hears nothing
 * @param pausedUntil the end of a pause, as people type it; null where nothing is paused
 */
public record PersonalSettings(
        Set<EventKind> events,
        boolean startedByMe,
        Severity minimumSeverity,
        List<String> quietJobs,
        @CheckForNull String pausedUntil) {
    /** Says that this Jenkins sends no direct messages of builds on its own initiative, as a sentence. */
    public static final String SWITCHED_OFF =
            "Jenkins sends no direct messages of builds by itself until an administrator has switched them on.";

    public PersonalSettings {
        events = Set.copyOf(events);
        requireNonNull(minimumSeverity, "minimumSeverity");
        quietJobs = List.copyOf(quietJobs);
    }

    PersonalSettings withQuietJobs(List<String> newQuietJobs) {
        return new PersonalSettings(events, startedByMe, minimumSeverity, newQuietJobs, pausedUntil);
    }
}
