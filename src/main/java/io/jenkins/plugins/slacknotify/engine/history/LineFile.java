package io.jenkins.plugins.slacknotify.engine.history;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.memory.RecurringFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A file of lines, each of which stands for itself. A line is appended at once and survives the end of the process, but not a power
 * cut in the next seconds. A line that is torn by that, or by a full disk, is for its reader to ignore; the next one begins behind it.
 *
 * <p>Where the disk does not take a line, a warning is logged once. Not safe for use by many threads.
 */
final class LineFile {
    private static final Logger LOGGER = Logger.getLogger(LineFile.class.getName());

    @CheckForNull
    private final Path file;

    private final String about;
    private final RecurringFailure writes = new RecurringFailure(LOGGER);

    /** Whether it is sure that the last line of the file is whole. */
    private boolean whole;

    /** Whether the file could not be read, so that nobody knows what is in it. */
    private boolean unread;

    /**
     * @param file null for a file that keeps nothing; its folder is made when there is something to write
     * @param about what the lines are, for the log
     */
    LineFile(@CheckForNull Path file, String about) {
        this.file = file;
        this.about = about;
    }

    /** Whether there is a file already. */
    boolean exists() {
        return file != null && Files.exists(file);
    }

    /** The lines in their order; none where the file cannot be read. */
    List<String> read() {
        if (file == null) {
            return List.of();
        }
        try {
            // Bytes of a torn line may be no text.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Cannot read " + about + " from " + file);
            unread = true;
            return List.of();
        }
    }

    void append(String line) {
        write(target -> {
            String begin = whole || !endsTorn(target) ? "" : "\n";
            try {
                append(target, begin + line + "\n");
            } catch (NoSuchFileException noFolder) {
                // To ask each time whether it is there costs a build more than the line.
                Files.createDirectories(requireNonNull(target.toAbsolutePath().getParent()));
                append(target, line + "\n");
            }
        });
    }

    private static void append(Path target, String text) throws IOException {
        Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Whether its lines are known: it could be read, or was not there. */
    boolean isKnown() {
        return !unread;
    }

    /** Replaces all lines. A crash leaves the old ones or the new ones. */
    void replace(List<String> lines) {
        write(target -> {
            Files.createDirectories(requireNonNull(target.toAbsolutePath().getParent()));
            Path draft = target.resolveSibling(target.getFileName() + ".tmp");
            Files.write(draft, lines);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    private static boolean endsTorn(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        // Through no channel, which would give up on an interrupted thread, such as that of a build that was aborted.
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(Math.max(0, content.length() - 1));
            int last = content.read();
            return last >= 0 && last != '\n';
        }
    }

    private interface Writing {
        void to(Path target) throws IOException;
    }

    private void write(Writing writing) {
        if (file == null) {
            return;
        }
        try {
            writing.to(file);
            whole = true;
            writes.end();
        } catch (IOException e) {
            writes.log(e, () -> "Cannot write " + about + " to " + file + "; a restart forgets it");
            whole = false; // A part may have been written.
        }
    }
}
