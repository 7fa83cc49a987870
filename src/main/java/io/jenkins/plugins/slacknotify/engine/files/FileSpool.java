package io.jenkins.plugins.slacknotify.engine.files;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The copies of the files that wait to be uploaded: one for each delivery, under its id, until that is finished. Where the file
 * system can, the copies of one file are one file with several names.
 *
 * <p><b>Guaranteed:</b> what {@link #receive} or {@link #keep} has kept survives the end of the process and, as far as the
 * file system keeps the names in a folder, of the machine. All copies together are no larger than a limit.
 *
 * <p>Safe for use by many threads, as long as no two of them are about one id.
 */
public final class FileSpool {
    private static final Logger LOGGER = Logger.getLogger(FileSpool.class.getName());

    /** Files that cannot be sent for days must not fill the disk of Jenkins. */
    private static final long MOST_BYTES = 1L << 30;

    /** From the copy of a file to the announcement of its message. */
    private static final Duration LONGEST_HAND_OVER = Duration.ofDays(1);

    /** Older than anything that is still sent. */
    private static final Duration ABANDONED = Duration.ofDays(30);

    /** Of a file that no delivery has been made for yet. */
    private static final String INCOMING = ".incoming";

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    /** @param folder used by nothing else; made when there is something to keep */
    public FileSpool(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies a file in, to be found at {@link #incomingFile}.
     *
     * @param announcement the id of the announcement that it will belong to
     * @param most how many bytes it may have
     * @throws FileTooLargeException where it has more; nothing is kept then
     * @throws IOException where it cannot be read or written, or too much waits already; nothing is kept then
     */
    public void receive(String announcement, InputStream content, long most) throws IOException {
        Disk.createFolders(folder);
        long room = MOST_BYTES - size();
        if (room < most) {
            throw new IOException("The files that wait for Slack take " + size() / (1 << 20)
                    + " MB already. Manage Jenkins » Slack deliveries says what they wait for");
        }
        Path incoming = incomingFile(announcement);
        try {
            write(content, incoming, most);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(incoming);
            throw e;
        }
    }

    private static void write(InputStream content, Path target, long most) throws IOException {
        try (FileOutputStream out = new FileOutputStream(target.toFile())) {
            byte[] buffer = new byte[BUFFER];
            long written = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                written += read;
                if (written > most) {
                    throw new FileTooLargeException();
                }
                out.write(buffer, 0, read);
            }
            out.getFD().sync();
        }
    }

    /** The path of the file of an announcement, whether there is one or not. */
    public Path incomingFile(String announcement) {
        return folder.resolve(announcement + INCOMING);
    }

    /** Whether there is a file at {@link #incomingFile}: it was received, and has not been {@link #release}d. */
    public boolean hasReceived(String announcement) {
        return Files.isRegularFile(incomingFile(announcement));
    }

    /** Removes the file that was received for an announcement, once that is handed over; its deliveries have their own copies. */
    public void release(String announcement) {
        delete(incomingFile(announcement));
    }

    /** Keeps a copy of a file for a delivery. Does nothing where that has it already, or the file is gone. */
    public void keep(Path content, String deliveryId) throws IOException {
        Path kept = fileOf(deliveryId);
        if (Files.exists(kept) || !Files.exists(content)) {
            return;
        }
        try {
            Files.createLink(kept, content);
            Disk.force(folder);
        } catch (UnsupportedOperationException | IOException cannotLink) {
            Disk.copy(content, kept);
        }
    }

    /** The path of the copy for a delivery, whether there is one or not. */
    public Path fileOf(String deliveryId) {
        return folder.resolve(deliveryId);
    }

    /** Removes the copy for a delivery. */
    public void remove(String deliveryId) {
        delete(fileOf(deliveryId));
    }

    /**
     * Removes the copies that an earlier process has left and no delivery needs.
     *
     * @param deliveries knows the deliveries that still wait
     */
    public void removeLeftovers(DeliveryLookup deliveries, Instant now) {
        for (Path file : files()) {
            Optional<Delivery> delivery = deliveries.find(file.toFile().getName());
            boolean isDone = delivery.map(it -> it.state().isFinished()).orElseGet(() -> isAbandoned(file, now));
            if (isDone) {
                delete(file);
            }
        }
    }

    /** Nobody knows a delivery whose build was killed just before, either; nor any, while the outbox cannot be read. */
    private static boolean isAbandoned(Path file, Instant now) {
        boolean isIncoming = file.toFile().getName().endsWith(INCOMING);
        Instant copied = Instant.ofEpochMilli(file.toFile().lastModified());
        return copied.plus(isIncoming ? LONGEST_HAND_OVER : ABANDONED).isBefore(now);
    }

    /** Names of one file are counted several times, which errs on the safe side. */
    private long size() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not look for the files that wait for Slack", e);
            return List.of();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not remove " + file + ", which Slack needs no more");
        }
    }
}
