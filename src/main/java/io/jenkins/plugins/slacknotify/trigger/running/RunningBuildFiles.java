package io.jenkins.plugins.slacknotify.trigger.running;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import io.jenkins.plugins.slacknotify.event.text.NameUuid;
import io.jenkins.plugins.slacknotify.memory.RecurringFailure;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A folder with a small file for each build that runs. Safe for use by many threads, as each build has a file of its own.
 *
 * <p>A file outlives the end of the process, but not a power failure in the next seconds: it is not forced to the disk, as each
 * build would wait for that.
 */
final class RunningBuildFiles {
    private static final Logger LOGGER = Logger.getLogger(RunningBuildFiles.class.getName());
    private static final String ENDING = ".json";

    private final Gson gson = new Gson();
    private final Path folder;

    /** The builds that run and that the disk has not taken, by their files. */
    private final Map<Path, RunningBuild> unwritten = new ConcurrentHashMap<>();

    private final RecurringFailure adding = new RecurringFailure(LOGGER);

    /** @param folder made when there is something to write */
    RunningBuildFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the file of a build that runs. Where the disk does not take it, that is logged once until the disk takes one again; what it
     * has not taken and has not ended is then added as well. Also on a thread that is interrupted.
     */
    void add(RunningBuild build) {
        Path file = file(build);
        try {
            write(file, build);
        } catch (IOException e) {
            unwritten.put(file, build);
            adding.log(
                    e,
                    () -> "Cannot note in " + folder + " which builds run; if Jenkins is killed now, nobody is notified"
                            + " that they were cut off");
            return;
        }
        adding.end();
        addUnwritten();
    }

    private void addUnwritten() {
        for (Path file : unwritten.keySet()) {
            // Atomic, so that a build that ends meanwhile is not added after it was removed.
            unwritten.computeIfPresent(file, (same, build) -> {
                try {
                    write(same, build);
                    return null;
                } catch (IOException e) {
                    LOGGER.log(Level.FINE, e, () -> "Cannot note yet that " + build.key() + " runs");
                    return build;
                }
            });
        }
    }

    private void write(Path file, RunningBuild build) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        byte[] content = gson.toJson(build).getBytes(StandardCharsets.UTF_8);
        try {
            try {
                write(draft, content);
            } catch (FileNotFoundException noFolder) {
                // Checking each time whether the folder exists would take longer than writing the file.
                Files.createDirectories(folder);
                write(draft, content);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteAfter(e, draft);
            throw e;
        }
    }

    /** Writes a file through a stream, which an interrupt does not close. */
    private static void write(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
        }
    }

    /** Deletes an unfinished file after a failure: a full disk takes the name of a file and nothing of its content. */
    private static void deleteAfter(IOException failure, Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Deletes the file of a build. It is no error if there is none. */
    void remove(RunningBuild build) throws IOException {
        Path file = file(build);
        unwritten.remove(file);
        Files.deleteIfExists(file);
    }

    /** Returns what was added of a build of that job, number and start; empty where nothing was, or it cannot be read. */
    Optional<RunningBuild> find(RunningBuild build) {
        return read(file(build));
    }

    /**
     * Returns the builds that were not removed, in no particular order. A file that says nothing is logged and removed; one that the disk
     * does not give is logged, and is there the next time. Neither costs any other.
     *
     * @throws IOException where the folder cannot be listed
     */
    List<RunningBuild> all() throws IOException {
        return files().stream().flatMap(file -> read(file).stream()).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Optional<RunningBuild> read(Path file) {
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (RuntimeException | CharacterCodingException unreadable) {
            LOGGER.log(Level.WARNING, unreadable, () -> "Does not say which build was running: " + file);
            remove(file);
            return Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read which build was running: " + file);
            return Optional.empty();
        }
    }

    /** @throws RuntimeException where the text names no build; a power cut leaves an empty file, for example */
    private RunningBuild parse(String json) {
        RunningBuild build = requireNonNull(gson.fromJson(json, RunningBuild.class), "build");
        requireNonNull(build.key(), "key");
        return build;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot remove " + file);
        }
    }

    /** Returns the file of a build, whose name is a digest, however long and strange the name of its job. */
    private Path file(RunningBuild build) {
        String id = build.job() + "\n" + build.number() + "\n" + build.startedAt();
        return folder.resolve(NameUuid.of(id) + ENDING);
    }
}
