package io.jenkins.plugins.slacknotify.control.run;

import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.control.ActRecorder;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.JenkinsStartup;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.control.ReadableQueue;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.interaction.build.ActOrigin;
import io.jenkins.plugins.slacknotify.interaction.build.BuildAppearance;
import io.jenkins.plugins.slacknotify.interaction.build.BuildControl;
import io.jenkins.plugins.slacknotify.interaction.build.BuildProgress;
import io.jenkins.plugins.slacknotify.interaction.build.BuildReference;
import io.jenkins.plugins.slacknotify.interaction.build.FailingJob;
import io.jenkins.plugins.slacknotify.interaction.build.JobParameter;
import io.jenkins.plugins.slacknotify.interaction.build.JobReference;
import io.jenkins.plugins.slacknotify.interaction.build.LogTail;
import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.QueuedBuild;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.build.StartResult;
import io.jenkins.plugins.slacknotify.interaction.build.StopResult;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.lifecycle.RunningRuns;
import io.jenkins.plugins.slacknotify.lifecycle.act.BuildClaim;
import io.jenkins.plugins.slacknotify.trigger.event.RunEvents;
import io.jenkins.plugins.slacknotify.trigger.findings.Outcomes;
import io.jenkins.plugins.slacknotify.trigger.findings.RunFindings;
import io.jenkins.plugins.slacknotify.trigger.input.WaitingInputs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** The jobs and builds of this Jenkins. Safe for use by many threads. */
public final class JenkinsBuildControl implements BuildControl {
    /** How many builds are looked at for one that ended by itself; Jenkins reads each from disk. */
    private static final int MAX_BUILDS = 50;

    private final Clock clock;
    private final BiFunction<String, Collection<Run<?, ?>>, List<Run<?, ?>>> answerable;
    private final Predicate<String> isPrivate;

    /**
     * @param answerable finds those of some builds that wait for something that an account may answer
     * @param isPrivate whether the rules keep a job out of all channels, by its full name
     */
    public JenkinsBuildControl(
            Clock clock,
            BiFunction<String, Collection<Run<?, ?>>, List<Run<?, ?>>> answerable,
            Predicate<String> isPrivate) {
        this.clock = clock;
        this.answerable = answerable;
        this.isPrivate = isPrivate;
    }

    @Override
    public Map<String, JobReference> jobs(String account, Collection<String> fullNames) {
        return AsAccount.call(account, () -> {
                    Map<String, JobReference> jobs = new HashMap<>();
                    fullNames.forEach(name ->
                            ReadableJobs.find(name).ifPresent(job -> jobs.put(name, ReadableJobs.reference(job))));
                    return jobs;
                })
                .orElseGet(HashMap::new);
    }

    @Override
    public Optional<JobReference> jobOf(String account, BuildKey build) {
        return job(account, EngineLifecycle.get().engine().jobs().current(build).job());
    }

    @Override
    public List<JobReference> jobs(String account) {
        return AsAccount.call(account, ReadableJobs::all).orElse(List.of());
    }

    @Override
    public Optional<JobReference> primaryBranch(String account, String project) {
        return AsAccount.find(account, () -> ReadableJobs.primaryBranch(project));
    }

    @Override
    public boolean isBranch(String account, String job) {
        return find(account, job, found -> Optional.ofNullable(RunFindings.branch(found)))
                .isPresent();
    }

    @Override
    public boolean isPrivate(String job) {
        return isPrivate.test(job);
    }

    @Override
    public BuildAppearance appearance() {
        EngineSettings settings = SlackNotifyConfiguration.get().toEngineSettings();
        return new BuildAppearance(settings.severities(), settings.emoji());
    }

    @Override
    public Optional<String> rootUrl() {
        return Optional.ofNullable(Jenkins.get().getRootUrl());
    }

    @Override
    public Optional<BuildReference> lastBuild(String account, String job) {
        return find(account, job, found -> builds(found).findFirst()).map(JenkinsBuildControl::reference);
    }

    @Override
    public Optional<BuildReference> lastVerdict(String account, String job) {
        return find(
                        account,
                        job,
                        found -> builds(found)
                                .filter(run ->
                                        !run.isBuilding() && Outcomes.of(run).isVerdict())
                                .findFirst())
                .map(JenkinsBuildControl::reference);
    }

    @Override
    public Optional<BuildReference> build(String account, String job, BuildSelector.Permalink permalink) {
        return find(account, job, found -> ReadableJobs.run(found, permalink)).map(JenkinsBuildControl::reference);
    }

    private static <T> Optional<T> find(String account, String job, Function<Job<?, ?>, Optional<T>> what) {
        return AsAccount.find(account, () -> ReadableJobs.find(job).flatMap(what));
    }

    private static <T> Optional<T> find(String account, BuildReference build, Function<Run<?, ?>, T> what) {
        return AsAccount.find(account, () -> ReadableJobs.find(build).map(what));
    }

    private static Stream<Run<?, ?>> builds(Job<?, ?> job) {
        return Stream.<Run<?, ?>>iterate(job.getLastBuild(), run -> run != null, Run::getPreviousBuild)
                .limit(MAX_BUILDS);
    }

    private static BuildReference reference(Run<?, ?> run) {
        return new BuildReference(run.getParent().getFullName(), run.getNumber());
    }

    @Override
    public Optional<BuildEvent> facts(String account, BuildReference build) {
        return find(account, build, run -> run.isBuilding() ? RunEvents.current(run, clock) : RunEvents.past(run));
    }

    @Override
    public List<JobParameter> parameters(String account, String job) {
        return find(account, job, found -> Optional.of(JobParameters.of(found).list()))
                .orElse(List.of());
    }

    @Override
    public Optional<String> refusalToStart(String account, String job) {
        return find(account, job, found -> BuildStarter.refusal(account, found));
    }

    @Override
    public StartResult start(ActOrigin origin, String job, Map<String, String> given) {
        JenkinsStartup.await();
        return find(origin.account(), job, found -> Optional.of(BuildStarter.start(origin, found, given)))
                .orElseGet(StartResult.NoSuchJob::new);
    }

    @Override
    public Optional<StartResult.Started> started(RequestMark request, String job) {
        JenkinsStartup.await();
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            return BuildStarter.started(request, job);
        }
    }

    @Override
    public StopResult abort(ActOrigin origin, BuildReference build) {
        JenkinsStartup.await();
        return find(origin.account(), build, run -> stop(origin, run)).orElseGet(StopResult.NoSuchBuild::new);
    }

    /** Stops a build, and writes it down as the button does. */
    private StopResult stop(ActOrigin origin, Run<?, ?> run) {
        StopResult result = BuildStopper.stop(origin, run);
        if (result instanceof StopResult.Stopped) {
            User owner = User.getById(origin.account(), false);
            String name = owner == null ? origin.account() : owner.getFullName();
            ActTrace trace = new ActTrace(origin, name, origin.channel(), null);
            ActRecorder.record(run, trace, JenkinsRebuildControl.TOLD_TO_STOP, null, clock.instant());
        }
        return result;
    }

    @Override
    public StopResult cancel(ActOrigin origin, String job, QueueSlot slot) {
        JenkinsStartup.await();
        return AsAccount.call(origin.account(), () -> BuildStopper.cancel(origin, job, slot))
                .orElseGet(StopResult.NoSuchBuild::new);
    }

    @Override
    public List<FailingJob> failing(String account) {
        Map<String, KnownVerdict> bad = EngineLifecycle.get().engine().jobs().bad();
        return list(
                account,
                () -> bad.entrySet().stream()
                        .flatMap(known -> ReadableJobs.find(known.getKey())
                                .flatMap(BuildClaim::lastBad)
                                .map(run -> failing(run, known.getValue()))
                                .stream())
                        .sorted(Comparator.comparing(FailingJob::since).reversed()));
    }

    private static FailingJob failing(Run<?, ?> run, KnownVerdict known) {
        FailureStreak streak = known.streak();
        return new FailingJob(
                ReadableJobs.reference(run.getParent()),
                run.getNumber(),
                streak == null ? known.startedAt() : streak.since());
    }

    @Override
    public List<BuildReference> running(String account, String job) {
        return list(
                account,
                () -> RunningRuns.all().stream()
                        .filter(run ->
                                run.getParent().getFullName().equals(job) && ReadableJobs.isReadable(run.getParent()))
                        .sorted(Comparator.comparing(Run::getNumber))
                        .map(JenkinsBuildControl::reference));
    }

    @Override
    public List<BuildProgress> running(String account) {
        return list(account, () -> longestFirst(account, ReadableBuilds.running()));
    }

    @Override
    public List<BuildProgress> waiting(String account) {
        return list(account, () -> longestFirst(account, answerable.apply(account, ReadableBuilds.running())));
    }

    private static <T> List<T> list(String account, Supplier<Stream<T>> what) {
        JenkinsStartup.await();
        return AsAccount.call(account, () -> what.get().toList()).orElse(List.of());
    }

    private Stream<BuildProgress> longestFirst(String account, List<Run<?, ?>> runs) {
        return runs.stream()
                .map(run -> progress(account, run))
                .sorted(Comparator.comparing(BuildProgress::running).reversed());
    }

    private BuildProgress progress(String account, Run<?, ?> run) {
        long usual = run.getEstimatedDuration();
        return new BuildProgress(
                ReadableJobs.reference(run.getParent()),
                reference(run),
                run.getDisplayName(),
                sinceStart(run),
                usual > 0 ? Duration.ofMillis(usual) : null,
                waitsForInput(run),
                ReadableBuilds.isStartedBy(account, run));
    }

    private static boolean waitsForInput(Run<?, ?> run) {
        return Jenkins.get().getPlugin("pipeline-input-step") != null && WaitingInputs.isAnyNow(run);
    }

    private Duration sinceStart(Run<?, ?> run) {
        Duration duration = Duration.between(Instant.ofEpochMilli(run.getStartTimeInMillis()), clock.instant());
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    @Override
    public List<QueuedBuild> queue(String account) {
        return list(
                account,
                () -> ReadableQueue.items()
                        .map(item -> ReadableQueue.describe(item, (Job<?, ?>) item.task, clock.instant()))
                        .sorted(Comparator.comparing(QueuedBuild::waiting).reversed()));
    }

    @Override
    public Optional<LogTail> log(String account, BuildReference build, int lines) {
        return find(account, build, run -> LogReader.tail(run, lines));
    }
}
