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
import java.util.Set;

/**
 * What somebody wants to be told in person.
 *
 * @param events the kinds of event to hear of, of builds that one has changed something in
 * @param startedByMe whether to hear of every completed build that one has started oneself
 * @param minimumSeverity what is less severe is not told
 * @param quietJobs patterns for full names of jobs of which one wants to hear nothing; {@code *} is any text within a folder,
 *     {@code **} any text at all. Case does not matter, as Jenkins takes names that differ in nothing else for one
 *     ({@code jenkins.model.Jenkins#items})
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

    /**
     * Whether to tell a build that the system tells of its own accord.
     *
     * @param involvements how the owner of these preferences has to do with the build; nothing is wanted where there are none
     */
    public boolean wants(BuildEvent event, Severity severity, Set<Involvement> involvements, Instant now) {
        return allowsJob(event.key().job(), now)
                && severity.compareTo(minimumSeverity) >= 0
                && (wantsAsAuthor(event, involvements) || wantsAsRequester(event, involvements));
    }

    /**
     * Whether to tell what a job's author asks to be told. Kinds of event and severity are for the author to choose then: only
     * the pause and the quiet jobs count.
     *
     * @param job the full name of the job
     */
    public boolean allowsJob(String job, Instant now) {
        return !isPaused(now) && !isQuiet(job);
    }

    /** Whether nothing at all is told at that moment. */
    public boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    private boolean isQuiet(String job) {
        return quietJobs.stream().anyMatch(pattern -> Glob.forJobNames(pattern).matches(job));
    }

    private boolean wantsAsAuthor(BuildEvent event, Set<Involvement> involvements) {
        return involvements.stream().anyMatch(how -> how != Involvement.REQUESTER)
                && !Collections.disjoint(events, event.kindsFor(involvements));
    }

    private boolean wantsAsRequester(BuildEvent event, Set<Involvement> involvements) {
        return startedByMe && involvements.contains(Involvement.REQUESTER) && !event.running();
    }
}
