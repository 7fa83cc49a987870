package io.jenkins.plugins.slacknotify.manifest;

import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The manifest that the app in Slack has, as an administrator has last confirmed it. Slack tells nobody who has no configuration
 * token. Safe for use by many threads.
 *
 * <p>It is a file of its own. It is replaced as a whole, so that a crash leaves the old one or the new one. Where it cannot be read,
 * nothing is recorded.
 */
public final class ManifestRecord {
    private static final Logger LOGGER = Logger.getLogger(ManifestRecord.class.getName());

    private final Path file;

    /** @param file its folder is made when there is something to write */
    public ManifestRecord(Path file) {
        this.file = file;
    }

    /** Returns the manifest as JSON; empty where none was confirmed. */
    public synchronized Optional<String> read() {
        try {
            String json = Files.readString(file);
            ManifestChanges.values(json);
            return Optional.of(json);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read " + file);
            return Optional.empty();
        }
    }

    /**
     * Writes a manifest to the file, in place of the one that is there.
     *
     * @throws IOException where the disk does not take it; the old one then stays
     */
    public synchronized void write(AppManifest manifest) throws IOException {
        Disk.replace(file, manifest.json());
    }
}
