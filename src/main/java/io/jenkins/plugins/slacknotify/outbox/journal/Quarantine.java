package io.jenkins.plugins.slacknotify.outbox.journal;

import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A folder for parts of files that cannot be read. Nothing in it is ever deleted or changed here, and each
 * piece is reported once.
 */
public final class Quarantine {
    private static final Logger LOGGER = Logger.getLogger(Quarantine.class.getName());

    private final Path folder;

    /** @param folder made when there is something to put into it */
    public Quarantine(Path folder) {
        this.folder = folder;
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
        LOGGER.severe(() -> "Notifications on disk could not be read; what was not sent of them is kept as " + kept);
    }

    static void reportLeft(Path file, Exception reason) {
        LOGGER.log(
                Level.SEVERE,
                reason,
                () -> "Notifications on disk could not be read or set aside; they stay in " + file);
    }
}
