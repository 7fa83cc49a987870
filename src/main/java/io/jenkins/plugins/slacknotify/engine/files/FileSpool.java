package io.jenkins.plugins.slacknotify.engine.files;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The copies of the files that wait to be uploaded: one for each delivery, under its id, until that is finished. Where the file
 * system can, the copies of one file are one file with several names.
 *
 * <p><b>Guaranteed:</b> what {@link #receive} or {@link #keep} has kept survives the end of the process and, as far as the
 * file system keeps the names in a folder, of the machine. All copies together are no larger than {@link FileLimits#ofAll}, and
 * those of one job, as far as this process has received them, no larger than {@link FileLimits#ofJob}.
 *
 * <p>Safe for use by many threads, as long as no two of them are about one id.
 */
public final class FileSpool {
    private static final Logger LOGGER = Logger.getLogger(FileSpool.class.getName());

    /** How long the announcement of a message may come after the copy of its file was made. Jenkins may restart in between. */
    private static final Duration MAX_HAND_OVER = Duration.ofDays(1);

    /** After this time the copy of a file is removed whatever it is for. It is longer than anything waits to be sent. */
    private static final Duration ABANDONED = Duration.ofDays(30);

    /** The end of the name of a copy for which no delivery has been made yet. */
    private static final String INCOMING = ".incoming";

    /** The end of the name of a copy that is still being written. A crash may leave a part of one. */
    private static final String PART = ".part" + INCOMING;

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final FileLimits limits;

    /** The jobs whose files were received since the start, by what the file system calls each file. */
    private final Map<Object, String> jobs = new HashMap<>();

    /** The room that files need which are still being copied, by the paths of the copies. */
    private final Map<Path, Promise> promised = new HashMap<>();

    private record Promise(String job, long bytes) {}

    /** A spool with {@link FileLimits#STANDARD}. */
    public FileSpool(Path folder) {
        this(folder, FileLimits.STANDARD);
    }

    /** @param folder used by nothing else; made when there is something to keep */
    public FileSpool(Path folder, FileLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    public FileLimits limits() {
        return limits;
    }

    /**
     * Copies a file in, to be found at {@link #incomingFile}.
     *
     * @param announcement the id of the announcement that it will belong to
     * @param job the full name of the job whose file it is
     * @param size how many bytes it has, as far as that is known: it may grow meanwhile, and what a machine says that is not trusted may be
     *     anything
     * @throws FileTooLargeException where it has more than one file may have; nothing is kept then
     * @throws IOException where it cannot be read or written, or too much waits already; nothing is kept then
     */
    public void receive(String announcement, String job, InputStream content, long size) throws IOException {
        Disk.createFolders(folder);
        Path incoming = incomingFile(announcement);
        Path part = folder.resolve(announcement + PART);
        try {
            long expected = Math.max(0, size);
            promise(part, job, expected);
            write(content, part, job, expected);
            keepPromise(part, incoming, job);
            Disk.force(folder);
        } catch (IOException | RuntimeException | Error e) {
            delete(part);
            delete(incoming);
            throw e;
        } finally {
            endPromise(part);
        }
    }

    /**
     * Promises room for a file before it is written, as several may be written at once. A promise to the same file that was made
     * before stands for nothing any more.
     */
    private synchronized void promise(Path incoming, String job, long bytes) throws IOException {
        if (bytes > limits.ofFile()) {
            throw new FileTooLargeException();
        }
        promised.put(incoming, new Promise(job, 0));
        Map<Object, Long> sizes = sizes();
        jobs.keySet().retainAll(sizes.keySet());
        long all = sum(sizes.values())
                + sum(promised.values().stream().map(Promise::bytes).toList());
        if (limits.ofAll() - all < bytes) {
            throw new IOException("The files that wait for Slack take " + rounded(all, limits.ofAll(), bytes)
                    + ". Manage Jenkins » Slack » Deliveries says what they wait for");
        }
        long ofJob = promised.values().stream()
                        .filter(promise -> promise.job().equals(job))
                        .mapToLong(Promise::bytes)
                        .sum()
                + sizes.entrySet().stream()
                        .filter(file -> job.equals(jobs.get(file.getKey())))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        if (limits.ofJob() - ofJob < bytes) {
            throw new IOException("The files of this job that wait for Slack take "
                    + rounded(ofJob, limits.ofJob(), bytes) + ". The page of the build says what they wait for");
        }
        promised.put(incoming, new Promise(job, bytes));
    }

    private static String rounded(long taken, long of, long wanted) {
        return taken / FileLimits.MEGABYTE + " of " + of / FileLimits.MEGABYTE + " MB, and this one has "
                + -Math.floorDiv(-wanted, FileLimits.MEGABYTE) + " MB";
    }

    /** Gives the copy of a file its lasting name, and counts its real size in place of the promised one. */
    private synchronized void keepPromise(Path part, Path incoming, String job) throws IOException {
        Files.move(part, incoming, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        jobs.put(key(incoming, Files.readAttributes(incoming, BasicFileAttributes.class)), job);
        promised.remove(part);
    }

    private synchronized void endPromise(Path part) {
        promised.remove(part);
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private void write(InputStream content, Path target, String job, long size) throws IOException {
        try (FileOutputStream out = new FileOutputStream(target.toFile())) {
            byte[] buffer = new byte[BUFFER];
            long written = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                written += read;
                if (written > size) {
                    promise(target, job, written);
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
     * @param all whether it knows all of them. Where it does not, a file that it does not know is kept for a month
     */
    public void removeLeftovers(DeliveryLookup deliveries, boolean all, Instant now) {
        for (Path file : files()) {
            // By its state, which is known of what cannot be read at this moment, too.
            Optional<Delivery.State> state = deliveries.stateOf(file.toFile().getName());
            boolean isDone = state.map(Delivery.State::isFinished).orElseGet(() -> isAbandoned(file, all, now));
            if (isDone) {
                delete(file);
            }
        }
    }

    /**
     * Whether a file belongs to no delivery. A file that is new may belong to one that is not known yet, as the build was killed before, or
     * the outbox cannot be read.
     */
    private static boolean isAbandoned(Path file, boolean all, Instant now) {
        boolean isIncoming = file.toFile().getName().endsWith(INCOMING);
        Instant copied = Instant.ofEpochMilli(file.toFile().lastModified());
        return copied.plus(isIncoming || all ? MAX_HAND_OVER : ABANDONED).isBefore(now);
    }

    /** The size of each file, which counts once under however many names; without those that room is promised to. */
    private Map<Object, Long> sizes() {
        Map<Object, Long> sizes = new HashMap<>();
        for (Path file : files()) {
            if (promised.containsKey(file)) {
                continue;
            }
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                sizes.put(key(file, attributes), attributes.size());
            } catch (IOException gone) {
                LOGGER.log(Level.FINE, gone, () -> file + " has just been removed");
            }
        }
        return sizes;
    }

    /** Returns what the file system calls a file, whatever its names; where it does not say, each name is a file. */
    private static Object key(Path file, BasicFileAttributes attributes) {
        return attributes.fileKey() == null ? file : attributes.fileKey();
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
