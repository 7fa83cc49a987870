package io.jenkins.plugins.slacknotify.event;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.Promotion;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One build as it stood at one moment. Made by {@link #builder}.
 *
 * <p>The strings come from the build as they are, unescaped and of any content; whoever shows them escapes them. They are
 * truncated: each event waits on disk once for every recipient, and a commit may be called anything.
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
 * @param milestone the milestone that the event is about; null for an event about how the build stands, or how it ended
 * @param movedTo the full name that the job had at that moment, where it has another one than when the build started; null otherwise
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
        @CheckForNull Milestone milestone,
        @CheckForNull String movedTo) {

    /** The number of changes that are kept at most, the newest: more are never shown, and a change log can have thousands. */
    public static final int CHANGES_KEPT = 100;

    /** The number of participants that are kept at most: those who come first have most to do with the build. */
    static final int PARTICIPANTS_KEPT = 500;

    private static final int MAX_NAME = 500;
    private static final int MAX_CAUSE = 500;

    /** The canonical constructor, for {@link Builder} and for the reader of stored events. Others use {@link #builder}. */
    public BuildEvent {
        requireNonNull(outcome, "outcome");
        requireNonNull(trend, "trend");
        jobName = Excerpt.truncate(jobName, MAX_NAME);
        buildName = Excerpt.truncate(buildName, MAX_NAME);
        url = Excerpt.addressOrNull(url);
        cause = Excerpt.truncateNullable(cause, MAX_CAUSE);
        changes = List.copyOf(changes.subList(Math.max(0, changes.size() - CHANGES_KEPT), changes.size()));
        // A stored event of an earlier version has no participants and no findings.
        participants = participants == null
                ? List.of()
                : List.copyOf(participants.subList(0, Math.min(PARTICIPANTS_KEPT, participants.size())));
        findings = findings == null ? Findings.NONE : findings;
    }

    /**
     * Returns a builder of an event about a completed build.
     *
     * @param key which build
     * @param outcome how it ended or, while it runs, how it stands
     */
    public static Builder builder(BuildKey key, Outcome outcome) {
        return new Builder(key, outcome);
    }

    public Builder toBuilder() {
        return toBuilder(key);
    }

    private Builder toBuilder(BuildKey newKey) {
        return new Builder(newKey, outcome)
                .jobName(jobName)
                .buildName(buildName)
                .url(url)
                .trend(trend)
                .running(running)
                .at(at)
                .duration(duration)
                .cause(cause)
                .changes(changes)
                .participants(participants)
                .findings(findings)
                .milestone(milestone)
                .movedTo(movedTo);
    }

    /**
     * Returns the full name of the job whose rules count, as it was at that moment: the build's, or that of the build which the event's run
     * promotes.
     */
    public String ownerJob() {
        Promotion promotion = findings.promotion();
        if (promotion != null) {
            return promotion.job();
        }
        return movedTo == null ? key.job() : movedTo;
    }

    /** Returns this event under another key of its build, as that of a job that had another name. */
    public BuildEvent withKey(BuildKey newKey) {
        return toBuilder(newKey).build();
    }

    /**
     * Returns this event with another address of its build; null for no address. The pages that people have chosen were at the
     * previous address, so the event has no such pages any more.
     */
    public BuildEvent withUrl(@CheckForNull String newUrl) {
        return toBuilder()
                .url(newUrl)
                .findings(findings.toBuilder().pages(null).build())
                .build();
    }

    /** Returns this event without the lines of the log, for destinations that must not show them. */
    public BuildEvent withoutLog() {
        List<FailedStage> stages = findings.failedStages();
        if (stages.stream().allMatch(stage -> stage.log().isEmpty())) {
            return this;
        }
        List<FailedStage> withoutLog =
                stages.stream().map(FailedStage::withoutLog).toList();
        return toBuilder()
                .findings(findings.toBuilder().failedStages(withoutLog).build())
                .build();
    }

    /** Returns this event without what its log and its tests say, for destinations that must not quote them. */
    public BuildEvent withoutReasons() {
        TestResultSummary tests = findings.tests();
        List<FailedStage> stages =
                findings.failedStages().stream().map(FailedStage::withoutReason).toList();
        return toBuilder()
                .findings(findings.toBuilder()
                        .failedStages(stages)
                        .tests(tests == null ? null : tests.withoutReason())
                        .build())
                .build();
    }

    /** Returns this event without its people, for messages that are not for them. */
    public BuildEvent withoutParticipants() {
        return participants.isEmpty()
                ? this
                : toBuilder().participants(List.of()).build();
    }

    /** Returns the event of this build, still running, at a milestone. */
    public BuildEvent withMilestone(Milestone milestone) {
        return toBuilder().running(true).milestone(milestone).build();
    }

    /** Every kind of event that this is; never empty. */
    public Set<EventKind> kinds() {
        return milestone == null ? EventKind.of(outcome, trend, findings.interruption()) : Set.of(milestone.kind());
    }

    /**
     * Every kind of event that this is to one person. Whoever breaks tests of a job that is bad already makes it worse, though
     * its verdict stays as it was: to them the build is {@link EventKind#REGRESSED} as well.
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

    /**
     * Builds a {@link BuildEvent}. By default the names are those of the key, the trend is {@link Trend#SAME}, and the moment is the
     * start plus the duration, which is zero; nothing else is known. Not safe for use by several threads.
     */
    public static final class Builder {
        private final BuildKey key;
        private final Outcome outcome;
        private String jobName;
        private String buildName;

        @CheckForNull
        private String url;

        private Trend trend = Trend.SAME;
        private boolean running;

        @CheckForNull
        private Instant at;

        private Duration duration = Duration.ZERO;

        @CheckForNull
        private String cause;

        private List<Change> changes = List.of();
        private List<Participant> participants = List.of();
        private Findings findings = Findings.NONE;

        @CheckForNull
        private Milestone milestone;

        @CheckForNull
        private String movedTo;

        private Builder(BuildKey key, Outcome outcome) {
            this.key = requireNonNull(key, "key");
            this.outcome = requireNonNull(outcome, "outcome");
            this.jobName = key.job();
            this.buildName = "#" + key.build();
        }

        public Builder jobName(String newJobName) {
            jobName = newJobName;
            return this;
        }

        public Builder buildName(String newBuildName) {
            buildName = newBuildName;
            return this;
        }

        public Builder url(@CheckForNull String newUrl) {
            url = newUrl;
            return this;
        }

        public Builder trend(Trend newTrend) {
            trend = newTrend;
            return this;
        }

        public Builder running(boolean newRunning) {
            running = newRunning;
            return this;
        }

        public Builder at(Instant newAt) {
            at = newAt;
            return this;
        }

        public Builder duration(Duration newDuration) {
            duration = newDuration;
            return this;
        }

        public Builder cause(@CheckForNull String newCause) {
            cause = newCause;
            return this;
        }

        public Builder changes(List<Change> newChanges) {
            changes = newChanges;
            return this;
        }

        public Builder participants(List<Participant> newParticipants) {
            participants = newParticipants;
            return this;
        }

        public Builder findings(Findings newFindings) {
            findings = newFindings;
            return this;
        }

        public Builder milestone(@CheckForNull Milestone newMilestone) {
            milestone = newMilestone;
            return this;
        }

        public Builder movedTo(@CheckForNull String newMovedTo) {
            movedTo = newMovedTo;
            return this;
        }

        public BuildEvent build() {
            return new BuildEvent(
                    key,
                    jobName,
                    buildName,
                    url,
                    outcome,
                    trend,
                    running,
                    at == null ? key.startedAt().plus(duration) : at,
                    duration,
                    cause,
                    changes,
                    participants,
                    findings,
                    milestone,
                    movedTo);
        }
    }
}
