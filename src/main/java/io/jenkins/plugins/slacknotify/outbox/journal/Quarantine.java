package io.jenkins.plugins.slacknotify.outbox.journal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A folder for files, and parts of files, that cannot be read. Nothing in it is ever deleted or changed here, and each
 * piece is reported once.
 */
public final class Quarantine {
    private static final Logger LOGGER = Logger.getLogger(Quarantine.class.getName());

    private final Path folder;

    /** @param folder made when there is something to put into it */
    public Quarantine(Path folder) {
        this.folder = folder;
    }

    /** Moves a file into the folder. Where that fails, the file stays where it is. */
    public void move(Path file, Exception reason) {
        try {
            Disk.createFolders(folder);
            Path kept = unused(file.toFile().getName());
            Files.move(file, kept);
            report(kept, reason);
        } catch (IOException e) {
            e.addSuppressed(reason);
            reportLeft(file, e);
        }
    }

    private Path unused(String name) {
        Path kept = folder.resolve(name);
        for (int number = 2; Files.exists(kept); number++) {
            kept = folder.resolve(name + "-" + number);
        }
        return kept;
    }

    /**
     * Keeps a copy of pieces of a file, in full before this method returns. Does nothing where the copy is there
     * already.
     *
     * @param name not given to anything else
     * @throws IOException where it could not be kept
     */
    void copy(String name, byte[] pieces) throws IOException {
        Path kept = folder.resolve(name);
        if (Files.exists(kept) && Arrays.equals(Disk.read(kept), pieces)) {
            return;
        }
        Disk.createFolders(folder);
        Disk.write(kept, pieces);
        report(kept, null);
    }

    static void reportLeft(Path file, Exception reason) {
        LOGGER.log(
                Level.SEVERE,
                reason,
                () -> "Notifications on disk could not be read or set aside; they stay in " + file);
    }

    private static void report(Path kept, @CheckForNull Exception reason) {
        LOGGER.log(
                Level.SEVERE,
                reason,
                () -> "Notifications on disk could not be read; what was not sent of them is kept as " + kept);
    }
}
