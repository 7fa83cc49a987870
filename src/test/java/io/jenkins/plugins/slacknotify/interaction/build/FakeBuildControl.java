package io.jenkins.plugins.slacknotify.interaction.build;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.interaction.page.BuildSelector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Jobs and builds in memory. An account may read and do all, unless {@link #hide} or {@link #forbid} says otherwise. */
public final class FakeBuildControl implements BuildControl {
    /** Now, for what waits in the queue; long after any request. */
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

    public static final String ROOT = "https://jenkins.example.com/";

    private final Map<String, JobReference> jobs = new LinkedHashMap<>();
    private final Map<String, String> primaryBranches = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Set<String> branches = new HashSet<>();
    private final Set<String> secret = new HashSet<>();
    private final Map<BuildReference, BuildEvent> builds = new LinkedHashMap<>();
    private final Map<String, List<JobParameter>> parameters = new HashMap<>();
    private final Map<BuildReference, LogTail> logs = new HashMap<>();
    private final Map<String, Set<String>> hidden = new HashMap<>();
    private final Set<String> forbidden = new HashSet<>();
    private final Map<String, StartResult.Started> startedByRequest = new HashMap<>();
    private final List<BuildProgress> running = new ArrayList<>();
    private final List<QueuedBuild> queue = new ArrayList<>();
    private boolean isListable = true;
    private final Set<BuildReference> unloaded = new HashSet<>();
    private final List<String> effects = new ArrayList<>();
    private BuildAppearance appearance = BuildAppearance.STANDARD;
    private int lookUps;
    private int walks;

    public FakeBuildControl with(String fullName) {
        return with(fullName, fullName);
    }

    public FakeBuildControl with(String fullName, String displayName) {
        jobs.put(
                fullName,
                new JobReference(fullName, displayName, ROOT + "job/" + fullName.replace("/", "/job/") + "/"));
        return this;
    }

    public FakeBuildControl withBranch(String fullName) {
        branches.add(fullName);
        return with(fullName);
    }

    /** The rules keep a job out of channels. */
    public FakeBuildControl keepOutOfChannels(String job) {
        secret.add(job);
        return this;
    }

    /** A job has another name now. */
    public FakeBuildControl rename(String fullName, String newName) {
        jobs.remove(fullName);
        renamed.put(fullName, newName);
        return with(newName);
    }

    public FakeBuildControl primary(String project, String job) {
        primaryBranches.put(project, job);
        return this;
    }

    public FakeBuildControl with(BuildEvent event) {
        builds.put(new BuildReference(event.key().job(), event.key().build()), event);
        return this;
    }

    public FakeBuildControl with(String job, JobParameter parameter) {
        parameters.computeIfAbsent(job, unused -> new ArrayList<>()).add(parameter);
        return this;
    }

    public FakeBuildControl with(BuildReference build, LogTail tail) {
        logs.put(build, tail);
        return this;
    }

    public FakeBuildControl with(BuildProgress build) {
        running.add(build);
        return this;
    }

    /** Makes a build that waits in the queue. */
    public static QueuedBuild queued(JobReference job, long id, Duration waiting, String why) {
        return new QueuedBuild(job, new QueueSlot(id, NOW.minus(waiting)), waiting, why);
    }

    public FakeBuildControl with(QueuedBuild waiting) {
        queue.add(waiting);
        return this;
    }

    /** A build has ended. */
    public void end(BuildReference build) {
        running.removeIf(one -> one.build().equals(build));
        builds.remove(build);
        builds.put(
                build,
                BuildEvent.builder(new BuildKey(build.job(), build.number(), Instant.EPOCH), Outcome.ABORTED)
                        .build());
    }

    /** A build that Jenkins has not loaded since its start, or {@linkplain #load has}. */
    public FakeBuildControl unload(BuildReference build) {
        unloaded.add(build);
        return this;
    }

    public FakeBuildControl load(BuildReference build) {
        unloaded.remove(build);
        return this;
    }

    /** An account may not read a job. */
    public FakeBuildControl hide(String account, String job) {
        hidden.computeIfAbsent(account, unused -> new HashSet<>()).add(job);
        return this;
    }

    /** Lets an account see a job again. */
    public FakeBuildControl show(String account, String job) {
        hidden.getOrDefault(account, new HashSet<>()).remove(job);
        return this;
    }

    /** An account may do nothing. */
    public FakeBuildControl forbid(String account) {
        forbidden.add(account);
        return this;
    }

    /** Returns what was done, such as {@code "anna starts shop {A=1}"}. */
    public List<String> effects() {
        return List.copyOf(effects);
    }

    /** Returns how often jobs were looked up, each time with a question to the security realm. */
    public int lookUps() {
        return lookUps;
    }

    /** Returns how often all jobs were listed. */
    public int walks() {
        return walks;
    }

    @Override
    public Map<String, JobReference> jobs(String account, Collection<String> fullNames) {
        lookUps++;
        Map<String, JobReference> readable = new HashMap<>(jobs);
        readable.keySet().removeIf(name -> !fullNames.contains(name) || !mayRead(account, name));
        return readable;
    }

    @Override
    public Optional<JobReference> jobOf(String account, BuildKey build) {
        return job(account, renamed.getOrDefault(build.job(), build.job()));
    }

    /** From now on the jobs of an account cannot be listed. */
    public void failToListJobs() {
        isListable = false;
    }

    @Override
    public List<JobReference> jobs(String account) {
        if (!isListable) {
            throw new IllegalStateException("a folder cannot be read");
        }
        lookUps++;
        walks++;
        return jobs.values().stream()
                .filter(job -> mayRead(account, job.fullName()))
                .toList();
    }

    @Override
    public Optional<JobReference> primaryBranch(String account, String project) {
        lookUps++;
        return Optional.ofNullable(primaryBranches.get(project)).flatMap(branch -> job(account, branch));
    }

    @Override
    public boolean isBranch(String account, String job) {
        return branches.contains(job) && mayRead(account, job);
    }

    @Override
    public boolean isPrivate(String job) {
        return secret.contains(job);
    }

    public FakeBuildControl with(BuildAppearance newAppearance) {
        appearance = newAppearance;
        return this;
    }

    @Override
    public BuildAppearance appearance() {
        return appearance;
    }

    @Override
    public Optional<String> rootUrl() {
        return Optional.of(ROOT);
    }

    @Override
    public Optional<BuildReference> lastBuild(String account, String job) {
        return builds.keySet().stream()
                .filter(build -> build.job().equals(job) && mayRead(account, job))
                .reduce((older, newer) -> newer);
    }

    @Override
    public Optional<BuildReference> lastVerdict(String account, String job) {
        return builds.entrySet().stream()
                .filter(build -> build.getKey().job().equals(job) && mayRead(account, job))
                .filter(build -> !build.getValue().running()
                        && build.getValue().outcome().isVerdict())
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer);
    }

    /** Knows of the permalinks {@code lastBuild}, {@code lastSuccessfulBuild}, {@code lastStableBuild} and {@code lastFailedBuild}. */
    @Override
    public Optional<BuildReference> build(String account, String job, BuildSelector.Permalink permalink) {
        if (permalink.id().equals("lastBuild")) {
            return lastBuild(account, job);
        }
        Outcome outcome = permalink.id().equals("lastFailedBuild") ? Outcome.FAILURE : Outcome.SUCCESS;
        return builds.entrySet().stream()
                .filter(build -> build.getKey().job().equals(job) && mayRead(account, job))
                .filter(build -> !build.getValue().running() && build.getValue().outcome() == outcome)
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer);
    }

    @Override
    public Optional<BuildEvent> facts(String account, BuildReference build) {
        return Optional.ofNullable(builds.get(build)).filter(event -> mayRead(account, build.job()));
    }

    @Override
    public List<JobParameter> parameters(String account, String job) {
        return mayRead(account, job) ? parameters.getOrDefault(job, List.of()) : List.of();
    }

    @Override
    public Optional<String> refusalToStart(String account, String job) {
        return forbidden.contains(account) ? Optional.of("You may not build " + job) : Optional.empty();
    }

    @Override
    public StartResult start(ActOrigin origin, String job, Map<String, String> given) {
        if (job(origin.account(), job).isEmpty()) {
            return new StartResult.NoSuchJob();
        }
        Optional<String> refusal = refusalToStart(origin.account(), job);
        if (refusal.isPresent()) {
            return new StartResult.Refused(refusal.get());
        }
        effects.add(origin.account() + " starts " + job + " " + new TreeMap<>(given));
        StartResult.Started started = new StartResult.Started(jobs.get(job), new QueueSlot(effects.size(), NOW), null);
        startedByRequest.put(origin.request(), started);
        return started;
    }

    @Override
    public Optional<StartResult.Started> started(RequestMark request, String job) {
        return Optional.ofNullable(startedByRequest.get(request.id()));
    }

    @Override
    public StopResult abort(ActOrigin origin, BuildReference build) {
        BuildEvent event = builds.get(build);
        if (event == null || !mayRead(origin.account(), build.job())) {
            return new StopResult.NoSuchBuild();
        }
        if (!event.running()) {
            return new StopResult.AlreadyOver();
        }
        if (forbidden.contains(origin.account())) {
            return new StopResult.Refused("You may not stop " + build);
        }
        if (unloaded.contains(build)) {
            return new StopResult.NotYet();
        }
        effects.add(origin.account() + " stops " + build + because(origin));
        return new StopResult.Stopped();
    }

    private static String because(ActOrigin origin) {
        return origin.reason() == null ? "" : ": " + origin.reason();
    }

    @Override
    public StopResult cancel(ActOrigin origin, String job, QueueSlot slot) {
        boolean waits = queue.removeIf(waiting ->
                waiting.slot().equals(slot) && waiting.job().fullName().equals(job));
        effects.add(origin.account() + " cancels " + slot.id() + because(origin));
        return waits ? new StopResult.Stopped() : new StopResult.NoSuchBuild();
    }

    /** The jobs whose last verdict is bad; each is bad since the last one. */
    @Override
    public List<FailingJob> failing(String account) {
        return jobs(account).stream()
                .flatMap(job -> lastVerdict(account, job.fullName()).map(builds::get).stream()
                        .filter(event -> event.outcome().isBad())
                        .map(event -> new FailingJob(job, event.key().build(), event.at())))
                .toList();
    }

    @Override
    public List<BuildReference> running(String account, String job) {
        return running(account).stream()
                .map(BuildProgress::build)
                .filter(build -> build.job().equals(job))
                .toList();
    }

    @Override
    public List<BuildProgress> running(String account) {
        return running.stream()
                .filter(build -> mayRead(account, build.job().fullName()))
                .toList();
    }

    @Override
    public List<BuildProgress> waiting(String account) {
        return running(account).stream()
                .filter(build -> build.waitsForInput() && !forbidden.contains(account))
                .toList();
    }

    @Override
    public List<QueuedBuild> queue(String account) {
        return queue.stream()
                .filter(waiting -> mayRead(account, waiting.job().fullName()))
                .toList();
    }

    @Override
    public Optional<LogTail> log(String account, BuildReference build, int lines) {
        return Optional.ofNullable(logs.get(build)).filter(tail -> mayRead(account, build.job()));
    }

    private boolean mayRead(String account, String job) {
        return !hidden.getOrDefault(account, Set.of()).contains(job);
    }
}
