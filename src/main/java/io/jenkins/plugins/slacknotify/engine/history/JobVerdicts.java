package io.jenkins.plugins.slacknotify.engine.history;

import io.jenkins.plugins.slacknotify.engine.stored.HistoryCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.KnownVerdict;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The last verdicts on the jobs of which people were notified that they are bad. A job is not remembered before, so nothing becomes
 * "fixed" of which nobody has heard.
 *
 * <p>Not safe for use by many threads. Whoever changes something has the file {@linkplain LineLog#write written} afterwards.
 */
final class JobVerdicts {
    /** The number of jobs that are kept: those that changed last. */
    private static final int KEPT = 5_000;

    /** The verdicts of one job that are kept: that of a build, and the one before, with which it was compared. */
    private static final int OF_ONE_JOB = 2;

    private final LineLog file;

    /** In the order of their last changes; the newest verdict of each first. */
    private final Map<String, List<KnownVerdict>> jobs = new LinkedHashMap<>();

    JobVerdicts(LineLog file) {
        this.file = file;
        List<String> stored = file.read();
        stored.stream()
                .map(HistoryCodec::readVerdicts)
                .flatMap(Optional::stream)
                .forEach(job -> put(job.getKey(), job.getValue()));
        if (stored.size() > jobs.size()) {
            saveAll();
        }
    }

    /** Returns the verdicts on a job, the newest first. */
    List<KnownVerdict> of(String job) {
        return jobs.getOrDefault(job, List.of());
    }

    /** The last verdicts on the jobs that are bad. */
    Map<String, KnownVerdict> bad() {
        Map<String, KnownVerdict> bad = new LinkedHashMap<>();
        jobs.forEach((job, verdicts) -> {
            if (verdicts.get(0).isBad()) {
                bad.put(job, verdicts.get(0));
            }
        });
        return bad;
    }

    /**
     * Takes the verdict of a build that has ended.
     *
     * @param job the present name of its job
     * @param told whether anybody was notified of it; else it counts only for a job that is remembered
     */
    void add(String job, BuildEvent end, boolean told) {
        BuildKey build = end.key();
        KnownVerdict last = of(job).stream().findFirst().orElse(null);
        if (last != null && build.build() <= last.build()) {
            if (!build.startedAt().isAfter(last.endedAt())) {
                return;
            }
            // A job that was made anew under the name counts from 1 again.
            forget(job);
        }
        boolean isFirst = of(job).isEmpty();
        if (!isCertain(end) || isFirst && !(told && end.outcome().isBad())) {
            return;
        }
        List<KnownVerdict> before = of(job);
        List<KnownVerdict> now = Stream.concat(Stream.of(verdict(job, end, before)), before.stream())
                .limit(OF_ONE_JOB)
                .toList();
        boolean isNews =
                before.isEmpty() || before.get(0).isBad() || end.outcome().isBad();
        put(job, now);
        if (isNews) {
            save(job);
        }
    }

    /** Whether an end is a verdict, and of a build that no newer one had overtaken. */
    private static boolean isCertain(BuildEvent end) {
        return !end.running()
                && end.outcome().isVerdict()
                && (end.trend() != Trend.SAME || !end.outcome().isBad());
    }

    private static KnownVerdict verdict(String job, BuildEvent end, List<KnownVerdict> before) {
        BuildKey build = end.key();
        if (!end.outcome().isBad()) {
            return new KnownVerdict(build.build(), build.startedAt(), end.at(), end.outcome(), null, List.of());
        }
        FailureStreak known = end.findings().failureStreak();
        FailureStreak streak =
                known == null ? new FailureStreak(build.build(), build.startedAt(), end.at(), 1, true) : known;
        return new KnownVerdict(
                build.build(),
                build.startedAt(),
                end.at(),
                end.outcome(),
                job.equals(build.job()) ? streak : withFormerJob(streak, build.job()),
                breakers(end, before));
    }

    /** Returns the people whose changes are in the build, or in the bad builds right before it. */
    private static List<Person> breakers(BuildEvent end, List<KnownVerdict> before) {
        Stream<Person> earlier = before.stream().limit(1).flatMap(last -> last.breakers().stream());
        Stream<Person> now = end.participants().stream()
                .filter(participant -> participant.involvements().contains(Involvement.BREAKER))
                .map(Participant::person);
        return Stream.concat(earlier, now).distinct().toList();
    }

    /** The first builds of the streaks that go on, or that the last build has ended. */
    List<BuildKey> firstOfStreaks() {
        return jobs.entrySet().stream()
                .flatMap(job -> job.getValue().stream().flatMap(verdict -> first(verdict, job.getKey()).stream()))
                .distinct()
                .toList();
    }

    private static Optional<BuildKey> first(KnownVerdict verdict, String job) {
        return Optional.ofNullable(verdict.streak()).flatMap(streak -> streak.firstBuildKey(job));
    }

    /** Renames jobs. What is remembered of others under their new names is over. */
    void move(JobMove move) {
        List<String> moved = within(move.from());
        within(move.to()).stream().filter(job -> !moved.contains(job)).forEach(this::forget);
        for (String job : moved) {
            List<KnownVerdict> verdicts =
                    of(job).stream().map(verdict -> withFormerJob(verdict, job)).toList();
            forget(job);
            put(move.after(job), verdicts);
            save(move.after(job));
        }
    }

    private static KnownVerdict withFormerJob(KnownVerdict verdict, String job) {
        FailureStreak streak = verdict.streak();
        return streak == null
                ? verdict
                : new KnownVerdict(
                        verdict.build(),
                        verdict.startedAt(),
                        verdict.endedAt(),
                        verdict.outcome(),
                        withFormerJob(streak, job),
                        verdict.breakers());
    }

    private static FailureStreak withFormerJob(FailureStreak streak, String job) {
        return streak.formerJob() == null ? streak.withFormerJob(job) : streak;
    }

    /** Forgets the verdicts on a job, or on all jobs of a folder. */
    void delete(String item) {
        within(item).forEach(this::forget);
    }

    private List<String> within(String item) {
        return jobs.keySet().stream().filter(job -> JobMove.isWithin(job, item)).toList();
    }

    private void forget(String job) {
        if (jobs.remove(job) != null) {
            save(job);
        }
    }

    private void put(String job, List<KnownVerdict> verdicts) {
        jobs.remove(job);
        if (!verdicts.isEmpty()) {
            jobs.put(job, verdicts);
        }
        if (jobs.size() > KEPT) {
            Iterator<String> oldest = jobs.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private void save(String job) {
        file.append(line(job, of(job)));
        if (file.isWasteful(jobs.size())) {
            saveAll();
        }
    }

    private void saveAll() {
        file.replace(jobs.entrySet().stream()
                .map(job -> line(job.getKey(), job.getValue()))
                .toList());
    }

    private static Supplier<String> line(String job, List<KnownVerdict> verdicts) {
        return () -> HistoryCodec.write(job, verdicts);
    }
}
