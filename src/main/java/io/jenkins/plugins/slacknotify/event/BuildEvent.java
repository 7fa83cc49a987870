package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One build as it stood at one moment. The strings come from the build as they are, unescaped and of any length and
 * content; whoever shows them escapes them.
 *
 * @param key which build
 * @param jobName the job's name for people, folders included
 * @param buildName the build's name for people, such as {@code #12}
 * @param url where people open the build, ending in a slash; null where Jenkins does not know its own address
 * @param outcome how it ended or, while it runs, how it stands
 * @param trend how that compares with the verdict before
 * @param running whether the build still ran at that moment
 * @param at the moment: the build's end or, while it runs, when it was looked at
 * @param duration from start to {@code at}
 * @param cause what started the build, in Jenkins' words; null where nothing is known
 * @param changes what was changed since the build before, newest last; possibly empty, never null
 * @param participants who has to do with the build; possibly empty, never null
 * @param findings what else was found out about it; never null
 * @param moment what happens to it while it runs, and is to be told; null for how it stands, or how it ended
 */
public record BuildEvent(
        BuildKey key,
        String jobName,
        String buildName,
        @CheckForNull String url,
        Outcome outcome,
        Trend trend,
        boolean running,
        Instant at,
        Duration duration,
        @CheckForNull String cause,
        List<Change> changes,
        List<Participant> participants,
        Findings findings,
        @CheckForNull Milestone moment) {

    public BuildEvent {
        requireNonNull(outcome, "outcome");
        requireNonNull(trend, "trend");
        changes = List.copyOf(changes);
        // A file of a version that knew none has none.
        participants = participants == null ? List.of() : List.copyOf(participants);
        findings = findings == null ? Findings.NONE : findings;
    }

    /** A build as it stands, or as it ended. */
    public BuildEvent(
            BuildKey key,
            String jobName,
            String buildName,
            @CheckForNull String url,
            Outcome outcome,
            Trend trend,
            boolean running,
            Instant at,
            Duration duration,
            @CheckForNull String cause,
            List<Change> changes,
            List<Participant> participants,
            Findings findings) {
        this(
                key,
                jobName,
                buildName,
                url,
                outcome,
                trend,
                running,
                at,
                duration,
                cause,
                changes,
                participants,
                findings,
                null);
    }

    /** The same without the lines of the log, where these are nobody's business. */
    public BuildEvent withoutLog() {
        FailedStage stage = findings.failedStage();
        return stage == null || stage.log().isEmpty()
                ? this
                : with(participants, findings.with(new FailedStage(stage.name(), stage.error(), List.of())));
    }

    /** The same without its people, for messages that are not for them. */
    public BuildEvent withoutParticipants() {
        return participants.isEmpty() ? this : with(List.of(), findings);
    }

    private BuildEvent with(List<Participant> newParticipants, Findings newFindings) {
        return with(running, newParticipants, newFindings, moment);
    }

    /** The same at a moment while it runs. */
    public BuildEvent with(Milestone newMoment) {
        return with(true, participants, findings, newMoment);
    }

    private BuildEvent with(
            boolean newRunning,
            List<Participant> newParticipants,
            Findings newFindings,
            @CheckForNull Milestone newMoment) {
        return new BuildEvent(
                key,
                jobName,
                buildName,
                url,
                outcome,
                trend,
                newRunning,
                at,
                duration,
                cause,
                changes,
                newParticipants,
                newFindings,
                newMoment);
    }

    /** Every kind of event that this is. */
    public Set<EventKind> kinds() {
        return moment == null ? EventKind.of(outcome, trend) : Set.of(moment.kind());
    }

    /**
     * Every kind of event that this is to somebody: whoever breaks tests of a job that is bad already makes it worse, though
     * its verdict stays as it was.
     *
     * @param involvements how that person has to do with the build
     */
    public Set<EventKind> kindsFor(Set<Involvement> involvements) {
        TestResultSummary tests = findings.tests();
        boolean breaksTests = tests != null && tests.newlyFailed() > 0;
        boolean isTheirs = involvements.containsAll(Set.of(Involvement.COMMITTER, Involvement.BREAKER));
        if (!breaksTests || !isTheirs || !kinds().contains(EventKind.STILL_FAILING)) {
            return kinds();
        }
        EnumSet<EventKind> kinds = EnumSet.copyOf(kinds());
        kinds.add(EventKind.REGRESSED);
        return kinds;
    }
}
