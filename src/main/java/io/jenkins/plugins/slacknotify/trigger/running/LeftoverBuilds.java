package io.jenkins.plugins.slacknotify.trigger.running;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.lifecycle.CopiedBuilds;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The builds that an earlier process has left running. Builds that another machine has started may go on there, as this home
 * directory may be a copy of that machine's: they are kept back until an administrator decides, like the messages that waited
 * there. Safe for use by many threads.
 */
final class LeftoverBuilds {
    private final RunningBuildFiles files;
    private final Host here;
    private final InstantSource clock;

    private final Map<BuildKey, RunningBuild> keptBack = new LinkedHashMap<>();

    @CheckForNull
    private Instant since;

    /** @param here this machine */
    LeftoverBuilds(RunningBuildFiles files, Host here, InstantSource clock) {
        this.files = files;
        this.here = here;
        this.clock = clock;
    }

    /**
     * Reports the leftover builds of this machine, and keeps those of other machines back.
     *
     * @param report gets each
     * @param runs whether a build goes on here, so that nothing is to be decided
     * @throws IOException where the folder cannot be listed
     */
    void report(Consumer<RunningBuild> report, Predicate<RunningBuild> runs) throws IOException {
        for (RunningBuild build : files.all()) {
            if (!build.isOfAnother(here)) {
                report.accept(build);
            } else if (!runs.test(build)) {
                keepBack(build);
            }
        }
    }

    /** Keeps back a build of another machine. */
    synchronized void keepBack(RunningBuild build) {
        keptBack.put(build.key(), build);
        since = since == null ? clock.instant() : since;
    }

    /** Returns which builds are kept back; empty where there are none. Reads no disk. */
    synchronized Optional<CopiedBuilds.Undecided> undecided() {
        return Optional.ofNullable(since)
                .map(first -> new CopiedBuilds.Undecided(
                        keptBack.size(),
                        keptBack.values().stream()
                                .map(RunningBuild::host)
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        first));
    }

    private synchronized List<RunningBuild> all() {
        return List.copyOf(keptBack.values());
    }

    /**
     * Keeps no build back any more, and returns the builds that were kept back, which have to be reported now. Their files stay until they
     * are reported, so that the next process asks the administrator again if this one ends before.
     */
    synchronized List<RunningBuild> release() {
        List<RunningBuild> released = all();
        released.forEach(this::forget);
        return released;
    }

    /**
     * Forgets the builds that are kept back, and removes their files.
     *
     * @throws IOException where a file cannot be removed; it can be tried again
     */
    void discard() throws IOException {
        for (RunningBuild build : all()) {
            files.remove(build);
            forget(build);
        }
    }

    private synchronized void forget(RunningBuild build) {
        keptBack.remove(build.key());
        since = keptBack.isEmpty() ? null : since;
    }
}
