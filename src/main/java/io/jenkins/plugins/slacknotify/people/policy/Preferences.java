package io.jenkins.plugins.slacknotify.people.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.text.Glob;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The preferences of one person: of which events to be notified in person.
 *
 * @param events the kinds of event to be notified of, for builds that contain the person's own changes
 * @param startedByMe whether to be notified of every completed build that the person has started
 * @param minimumSeverity less severe events are not notified
 * @param quietJobs patterns for full names of jobs of which the person wants no notifications; {@code *} is any text within a
 *     folder, {@code **} any text at all. Case does not matter, as Jenkins takes names that differ in nothing else for one
 *     ({@code jenkins.model.Jenkins#items})
 * @param pausedUntil nothing is notified before; null where nothing is paused
 * @param onlyOnce whether to be told nothing in person of a build that a channel shows of which the person is a member
 * @param language of the messages to the person; null for that of the whole system
 * @param own whether the person has chosen events and severity; they are the administrator's defaults otherwise
 */
public record Preferences(
        Set<EventKind> events,
        boolean startedByMe,
        Severity minimumSeverity,
        List<String> quietJobs,
        @CheckForNull Instant pausedUntil,
        boolean onlyOnce,
        @CheckForNull Locale language,
        boolean own) {

    /** The preferences of whoever has chosen nothing: notified of a build that they broke, and of its fix. */
    public static final Preferences STANDARD = new Preferences(
                    Set.of(EventKind.REGRESSED, EventKind.FIXED), false, Severity.INFO, List.of(), null)
            .asDefaults();

    public Preferences {
        events = Set.copyOf(events);
        quietJobs = List.copyOf(quietJobs);
    }

    /** Creates preferences that the person has chosen, told in person whatever channels show, in the language of the whole system. */
    public Preferences(
            Set<EventKind> events,
            boolean startedByMe,
            Severity minimumSeverity,
            List<String> quietJobs,
            @CheckForNull Instant pausedUntil) {
        this(events, startedByMe, minimumSeverity, quietJobs, pausedUntil, false, null, true);
    }

    /** Returns these preferences as those of somebody who has chosen nothing. */
    public Preferences asDefaults() {
        return new Preferences(events, startedByMe, minimumSeverity, quietJobs, pausedUntil, onlyOnce, language, false);
    }

    public Preferences withQuietJobs(List<String> more) {
        return more.isEmpty()
                ? this
                : new Preferences(
                        events,
                        startedByMe,
                        minimumSeverity,
                        Stream.concat(quietJobs.stream(), more.stream()).toList(),
                        pausedUntil,
                        onlyOnce,
                        language,
                        own);
    }

    /**
     * Finds the first part of the preferences that is against a notification of an event on the system's own initiative.
     *
     * @param involvements how the person is involved in the build; an event is not wanted where there are none
     */
    public Optional<PreferenceObjection> findObjection(
            BuildEvent event, Severity severity, Set<Involvement> involvements, Instant now) {
        Optional<PreferenceObjection> toJob = findObjection(event.ownerJob(), now);
        if (toJob.isPresent()) {
            return toJob;
        }
        if (!wantsAsAuthor(event, involvements) && !wantsAsRequester(event, involvements)) {
            return Optional.of(PreferenceObjection.EVENT);
        }
        return severity.compareTo(minimumSeverity) < 0 ? Optional.of(PreferenceObjection.SEVERITY) : Optional.empty();
    }

    /**
     * Whether to notify of a job at a job author's request. The author chooses kinds of event and severity then: only the pause
     * and the quiet jobs count.
     *
     * @param job the full name of the job
     */
    public boolean allowsJob(String job, Instant now) {
        return findObjection(job, now).isEmpty();
    }

    /** Finds the part of the preferences that is against what {@link #allowsJob} asks about. */
    public Optional<PreferenceObjection> findObjection(String job, Instant now) {
        if (isPaused(now)) {
            return Optional.of(PreferenceObjection.PAUSE);
        }
        return isQuiet(job) ? Optional.of(PreferenceObjection.QUIET_JOB) : Optional.empty();
    }

    /** Whether nothing is notified at a moment. */
    public boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    private boolean isQuiet(String job) {
        return quietJobs.stream().anyMatch(pattern -> quiets(pattern, job));
    }

    /**
     * Returns the patterns of quiet jobs that a job matches.
     *
     * @param job its full name
     */
    public static List<String> quieting(List<String> quietJobs, String job) {
        return quietJobs.stream().filter(pattern -> quiets(pattern, job)).toList();
    }

    private static boolean quiets(String pattern, String job) {
        return Glob.forJobNames(pattern).matches(job);
    }

    private boolean wantsAsAuthor(BuildEvent event, Set<Involvement> involvements) {
        return involvements.stream().anyMatch(how -> how != Involvement.REQUESTER)
                && !Collections.disjoint(events, event.kindsFor(involvements));
    }

    private boolean wantsAsRequester(BuildEvent event, Set<Involvement> involvements) {
        return startedByMe && involvements.contains(Involvement.REQUESTER) && !event.running();
    }
}
