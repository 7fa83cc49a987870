package io.jenkins.plugins.slacknotify.trigger.library;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The jobs whose last build had a global variable with the name of the step, in a file, as such a build may have been long ago
 * when Jenkins is restarted.
 *
 * <p>Safe for use by many threads. Reads the file once, and writes it where something has changed.
 */
final class LibraryJobs {
    private static final String FILE = "library-jobs.json";

    record StoredJob(String name) {
        StoredJob {
            requireNonNull(name, "name");
        }
    }

    private final CacheFile<StoredJob> file;
    private final Set<String> names = new TreeSet<>();

    /** @param folder made when there is something to write */
    LibraryJobs(Path folder) {
        file = new CacheFile<>(
                folder, FILE, "jobs", StoredJob.class, "Which jobs have a variable with the name of the Slack step");
        file.read().forEach(job -> names.add(job.name()));
    }

    /**
     * Notes what the last build of a job had.
     *
     * @param taken whether it had such a variable
     * @param exists whether there is a job of a name; asked for all of them where one is written
     */
    synchronized void note(String name, boolean taken, Predicate<String> exists) {
        boolean changed = taken ? names.add(name) : names.remove(name);
        if (changed) {
            names.removeIf(other -> !exists.test(other));
            file.write(names.stream().map(StoredJob::new).toList());
        }
    }

    /** Returns the full names, in their order. Some of these jobs may have been deleted or renamed since. */
    synchronized Set<String> names() {
        return new TreeSet<>(names);
    }
}
