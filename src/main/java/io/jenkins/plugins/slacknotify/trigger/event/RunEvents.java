package io.jenkins.plugins.slacknotify.trigger.event;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.InputDetails;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.event.text.HtmlText;
import io.jenkins.plugins.slacknotify.trigger.blame.BlameAnalysis;
import io.jenkins.plugins.slacknotify.trigger.blame.CurrentSuspectBuild;
import io.jenkins.plugins.slacknotify.trigger.blame.ParticipantCollector;
import io.jenkins.plugins.slacknotify.trigger.blame.PastSuspectBuild;
import io.jenkins.plugins.slacknotify.trigger.blame.SuspectBuild;
import io.jenkins.plugins.slacknotify.trigger.causes.BuildCauses;
import io.jenkins.plugins.slacknotify.trigger.causes.Requesters;
import io.jenkins.plugins.slacknotify.trigger.commits.Commit;
import io.jenkins.plugins.slacknotify.trigger.commits.CommitUrls;
import io.jenkins.plugins.slacknotify.trigger.commits.Commits;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReader;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReport;
import io.jenkins.plugins.slacknotify.trigger.findings.TestReportReader;
import io.jenkins.plugins.slacknotify.trigger.findings.UsualDuration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Turns a run into a build event. Reads older builds of the job from disk where it has to. */
public final class RunEvents {
    private RunEvents() {}

    /** Returns a build that has just completed, as a run listener sees it. */
    public static BuildEvent completed(Run<?, ?> run) {
        return event(run, false, Duration.ofMillis(run.getDuration()), RunHistory.of(run), StageReader.report(run));
    }

    /**
     * Returns the event of a past build as it stood at its end, as far as Jenkins still knows that: newer builds do not count,
     * older ones count while they are kept, and the usual duration is that of today.
     */
    public static BuildEvent past(Run<?, ?> run) {
        return event(run, false, Duration.ofMillis(run.getDuration()), RunHistory.then(run), StageReader.report(run));
    }

    /**
     * Returns the event of a build that did not end by itself, as Jenkins ended while it ran.
     *
     * @param duration from its start to the last sign of life
     */
    public static BuildEvent cutOff(Run<?, ?> run, Duration duration) {
        return markInterrupted(event(run, false, duration, RunHistory.of(run), StageReader.report(run)));
    }

    /** Returns the event of a build that ended while Jenkins stopped, when nobody was notified. */
    public static BuildEvent endedWithJenkins(Run<?, ?> run) {
        return endedWithJenkins(completed(run));
    }

    /**
     * Marks an aborted build without a cause as interrupted by the restart. When Jenkins stops, it aborts the builds that it cannot
     * resume without a cause: pipelines with {@code disableResume()}, and some others. A person or a time limit leaves a cause.
     */
    static BuildEvent endedWithJenkins(BuildEvent completed) {
        return completed.outcome() == Outcome.ABORTED && completed.findings().interruption() == null
                ? markInterrupted(completed)
                : completed;
    }

    /** Returns the event of a build during which Jenkins ended, and which Jenkins has lost. */
    public static BuildEvent vanished(BuildKey key, String jobName, String buildName) {
        return markInterrupted(BuildEvent.builder(key, Outcome.ABORTED)
                .jobName(jobName)
                .buildName(buildName)
                .build());
    }

    /**
     * Reads those older builds that the event of a build's end needs, so that Jenkins has them in memory by then. Never throws.
     *
     * @param run a build that runs or has ended
     */
    public static void readAhead(Run<?, ?> run) {
        BestEffort.read("builds before ", run, () -> {
            UsualDuration.readAhead(run);
            return RunHistory.older(run)
                    .map(PastSuspectBuild::new)
                    .takeWhile(build ->
                            build.verdict().filter(Outcome.SUCCESS::equals).isEmpty())
                    .mapToInt(build -> build.committers().size())
                    .sum();
        });
    }

    private static BuildEvent markInterrupted(BuildEvent event) {
        return event.toBuilder()
                .findings(event.findings().toBuilder()
                        .interruption(new Interruption(Interruption.Kind.RESTART, null))
                        .build())
                .build();
    }

    /** Returns a build in its current state, as one of its build steps sees it. */
    public static BuildEvent current(Run<?, ?> run, InstantSource clock) {
        return current(run, clock, StageReader.report(run));
    }

    /** Returns a pipeline in its current state, as one of its steps sees it. */
    public static BuildEvent current(Run<?, ?> run, InstantSource clock, StepContext step) {
        return current(run, clock, StageReader.report(run, step));
    }

    private static BuildEvent current(Run<?, ?> run, InstantSource clock, StageReport stages) {
        Duration duration = Duration.between(BuildKeys.startedAt(run), clock.instant());
        return event(run, run.isBuilding(), duration, RunHistory.of(run), stages);
    }

    /** Returns a running build at a milestone. Reads nothing of older builds but how long they took. */
    public static BuildEvent milestone(Run<?, ?> run, Milestone milestone, InstantSource clock) {
        Duration duration = Duration.between(BuildKeys.startedAt(run), clock.instant());
        List<Change> changes =
                milestone.equals(Milestone.STARTED) ? List.of() : changesSince(run, lastApprovedBuild(milestone));
        return builder(run, Outcomes.of(run), duration)
                .running(true)
                .changes(changes)
                .findings(RunFindings.whileRunning(run).toBuilder()
                        .promotion(
                                PromotedRun.of(run).map(PromotedRun::promotion).orElse(null))
                        .build())
                .milestone(milestone)
                .build();
    }

    /** Returns the number of the build that was approved last where this one waits; null where there is none. */
    @CheckForNull
    private static Integer lastApprovedBuild(Milestone milestone) {
        InputQuestion question = milestone.question();
        InputDetails details = question == null ? null : question.details();
        return details == null ? null : details.approvedBefore();
    }

    /** @param approved the build with whose changes these do not begin any more; null for those of the build alone */
    private static List<Change> changesSince(Run<?, ?> run, @CheckForNull Integer approved) {
        if (approved == null) {
            return changes(run, Commits.of(run));
        }
        List<Change> changes = new ArrayList<>();
        for (Run<?, ?> each = run; each != null && each.getNumber() > approved; each = each.getPreviousBuild()) {
            changes.addAll(0, changes(each, Commits.of(each)));
        }
        return changes;
    }

    /** A fault in what is found out costs that, and if need be all of it, but never the event. */
    private static BuildEvent event(
            Run<?, ?> run, boolean running, Duration duration, RunHistory history, StageReport stages) {
        Outcome outcome = stages.outcomeOr(Outcomes.of(run));
        Trend trend = BestEffort.read("history of ", run, () -> Trend.of(outcome, history))
                .orElse(Trend.SAME);
        BuildEvent plain =
                builder(run, outcome, duration).trend(trend).running(running).build();
        return BestEffort.read("event of ", run, () -> withFindings(run, plain, history, stages))
                .orElse(plain);
    }

    private static BuildEvent withFindings(Run<?, ?> run, BuildEvent event, RunHistory history, StageReport stages) {
        Outcome outcome = event.outcome();
        Commits commits = Commits.of(run);
        return event.toBuilder()
                .changes(changes(run, commits))
                .participants(participants(
                        run, new CurrentSuspectBuild(run, outcome, commits), event.trend(), history.known()))
                .findings(
                        RunFindings.of(
                                        run,
                                        outcome,
                                        TestReportReader.figures(run),
                                        failureStreak(run, event, history),
                                        stages)
                                .toBuilder()
                                .promotion(event.findings().promotion())
                                .build())
                .build();
    }

    private static BuildEvent.Builder builder(Run<?, ?> run, Outcome outcome, Duration duration) {
        Optional<PromotedRun> promoted = PromotedRun.of(run);
        return BuildEvent.builder(BuildKeys.of(run), outcome)
                .jobName(promoted.map(PromotedRun::owner)
                        .<Job<?, ?>>map(owner -> owner)
                        .orElseGet(run::getParent)
                        .getFullDisplayName())
                .buildName(promoted.flatMap(PromotedRun::build).orElseGet(run::getDisplayName))
                .findings(Findings.builder()
                        .promotion(promoted.map(PromotedRun::promotion).orElse(null))
                        .build())
                .url(url(run))
                .duration(duration)
                .cause(cause(run));
    }

    @CheckForNull
    private static String url(Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        return root == null
                ? null
                : BestEffort.read("address of ", run, () -> root + run.getUrl()).orElse(null);
    }

    @CheckForNull
    private static String cause(Run<?, ?> run) {
        return BestEffort.read(
                        "cause of ",
                        run,
                        () -> BuildCauses.of(run).stream()
                                .findFirst()
                                .map(Cause::getShortDescription)
                                .map(HtmlText::plainIfHtml)
                                .orElse(null))
                .orElse(null);
    }

    /** Returns the failure streak of a build; null for none, and where a newer build has overtaken this one. */
    @CheckForNull
    private static FailureStreak failureStreak(Run<?, ?> run, BuildEvent event, RunHistory history) {
        if (event.trend() == Trend.SAME) {
            return null;
        }
        PastVerdicts.CompletedBuild build =
                new PastVerdicts.CompletedBuild(run.getNumber(), event.outcome(), BuildKeys.startedAt(run), event.at());
        return BestEffort.read("builds before ", run, () -> history.streak(build))
                .flatMap(found -> found)
                .orElse(null);
    }

    private static List<Change> changes(Run<?, ?> run, Commits commits) {
        return BestEffort.read("changes of ", run, () -> changes(commits.logged(), CommitUrls.of(run)))
                .orElse(List.of());
    }

    private static List<Change> changes(List<Commit> commits, Map<String, String> urls) {
        return commits.subList(Math.max(0, commits.size() - BuildEvent.CHANGES_KEPT), commits.size()).stream()
                .map(commit -> new Change(commit.id(), commit.author().name(), commit.summary(), urls.get(commit.id())))
                .toList();
    }

    /**
     * Returns the people of a build. A fault in finding them must not keep the event from being handed over.
     *
     * @param known what is remembered of the job before; null for nothing
     */
    private static List<Participant> participants(
            Run<?, ?> run, SuspectBuild build, Trend trend, @CheckForNull KnownVerdict known) {
        return BestEffort.read("people of ", run, () -> {
                    BlameAnalysis blame = new BlameAnalysis(
                            build, trend, RunHistory.older(run).map(PastSuspectBuild::new), RunHistory.MAX_BUILDS);
                    return new ParticipantCollector()
                            .add(Involvement.BREAKER, Stream.concat(blame.breakers(), earlierBreakers(trend, known)))
                            .add(Involvement.REQUESTER, Requesters.of(run))
                            .add(Involvement.COMMITTER, build.committers().stream())
                            .add(Involvement.CULPRIT, blame.culprits())
                            .list();
                })
                .orElse(List.of());
    }

    /** Returns who had broken the job before, in builds that Jenkins may have forgotten. */
    private static Stream<Person> earlierBreakers(Trend trend, @CheckForNull KnownVerdict known) {
        boolean goesOn = trend == Trend.FIXED || trend == Trend.STILL_FAILING;
        return goesOn && known != null ? known.breakers().stream() : Stream.empty();
    }
}
