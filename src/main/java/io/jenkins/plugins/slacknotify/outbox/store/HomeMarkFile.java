package io.jenkins.plugins.slacknotify.outbox.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The file with the {@link HomeMark} of an outbox. It is there while all that is known of the deliveries is on disk, in
 * the home that the mark names. Where it is missing, or names another home, or the outbox was not written to for a
 * while, the messages that wait by what is on disk may have been sent already.
 */
final class HomeMarkFile {
    private static final Logger LOGGER = Logger.getLogger(HomeMarkFile.class.getName());

    /** Longer than an outbox in which something waits goes without writing, as far as Slack has nothing against it. */
    static final Duration RECENT = Duration.ofMinutes(15);

    /** The verdict on an outbox that is found on disk. */
    enum Verdict {
        /** The outbox was left on this machine a moment ago, and is complete. */
        COMPLETE,
        /**
         * The outbox was left on this machine a while ago, and was complete. If the whole disk is an earlier one, deliveries may have been
         * sent since then.
         */
        PAUSED,
        /** Deliveries may have been sent at any time without the outbox knowing it. */
        OUTDATED,
        /** The outbox comes from another machine, which may go on sending its deliveries. */
        COPIED;

        /** Returns whether somebody else may have sent deliveries that wait here. */
        boolean isInDoubt() {
            return this == PAUSED || this == OUTDATED;
        }
    }

    private final Host host;
    private final Path folder;
    private final Path file;

    /** The mark on disk; null if there is none, or it cannot be read. */
    @CheckForNull
    private HomeMark found;

    /** Whether the outbox is of a version that made no mark. */
    private boolean isUnmarked;

    HomeMarkFile(Host host, Path folder) {
        this.host = host;
        this.folder = folder;
        this.file = folder.resolve("home.json");
    }

    /**
     * Reads the mark. A mark that cannot be read counts as none.
     *
     * @param isFirst whether no version that makes marks has used the outbox
     */
    void read(boolean isFirst) {
        isUnmarked = isFirst && Files.notExists(file);
        try {
            found = Files.exists(file) ? HomeMark.read(new String(Disk.read(file), StandardCharsets.UTF_8)) : null;
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read " + file);
            found = null;
        }
    }

    /**
     * Returns whether the outbox in this folder is complete, or how else it came here.
     *
     * @param lastWrite when something was written to it last, as it says itself
     */
    Verdict verdict(Instant lastWrite, Instant now) throws IOException {
        boolean isRecent = Duration.between(lastWrite, now).abs().compareTo(RECENT) <= 0;
        HomeMark earlier = found;
        if (earlier == null) {
            return isUnmarked && isRecent ? Verdict.COMPLETE : Verdict.OUTDATED;
        }
        HomeMark here = here(file);
        if (!earlier.isOfSameHost(here)) {
            return Verdict.COPIED;
        }
        if (!earlier.isOfSameFolder(here)) {
            return Verdict.OUTDATED;
        }
        return isRecent ? Verdict.COMPLETE : Verdict.PAUSED;
    }

    /** Returns the machine and the folder in which the mark was made, for people. */
    String origin() {
        return found == null ? "unknown" : found.place();
    }

    /** Returns whether the mark on disk is that of this home. */
    boolean isOurs() throws IOException {
        return found != null && found.equals(here(file));
    }

    /** Marks the outbox as that of this home. */
    void write() throws IOException {
        Disk.replace(file, draft -> here(draft).toJson().getBytes(StandardCharsets.UTF_8));
        read(false);
    }

    /** Removes the mark. This works even while the disk is full. @return false where the disk does not even take that */
    boolean remove() {
        found = null;
        isUnmarked = false;
        try {
            Disk.delete(file);
            return true;
        } catch (IOException e) {
            LOGGER.log(Level.FINE, e, () -> "Could not remove " + file);
            return false;
        }
    }

    private HomeMark here(Path marked) throws IOException {
        return HomeMark.of(host, folder, marked);
    }
}
