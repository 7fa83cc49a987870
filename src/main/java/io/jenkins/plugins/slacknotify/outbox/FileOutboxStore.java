package io.jenkins.plugins.slacknotify.outbox;

import com.google.gson.Gson;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps each delivery in a JSON file of its own: {@code waiting/<id>.json} until it is finished, {@code finished/<id>.json}
 * after that, {@code unreadable/} for what could not be understood.
 *
 * <p>A file is written under another name, forced to disk, and moved to its own name in one step, so that a crash at any
 * byte leaves either the old state or the new one. Where the file system cannot force a folder to disk (Windows), the
 * last moves before a power cut depend on its journal.
 */
public final class FileOutboxStore implements OutboxStore {
    private static final Logger LOGGER = Logger.getLogger(FileOutboxStore.class.getName());
    private static final String SUFFIX = ".json";
    private static final String UNFINISHED_WRITE = ".tmp";

    private final Gson gson = new Gson();
    private final Set<String> beingAdded = ConcurrentHashMap.newKeySet();
    private final Path waiting;
    private final Path finished;
    private final Path unreadable;

    /**
     * @param folder made when the first delivery is kept; used by this store alone
     */
    public FileOutboxStore(Path folder) {
        waiting = folder.resolve("waiting");
        finished = folder.resolve("finished");
        unreadable = folder.resolve("unreadable");
    }

    @Override
    public boolean add(Delivery delivery) throws IOException {
        String id = delivery.entry().id();
        if (!beingAdded.add(id)) {
            return false;
        }
        try {
            if (Files.exists(file(waiting, id)) || Files.exists(file(finished, id))) {
                return false;
            }
            write(waiting, delivery);
            return true;
        } finally {
            beingAdded.remove(id);
        }
    }

    @Override
    public void update(Delivery delivery) throws IOException {
        if (!delivery.state().isFinished()) {
            write(waiting, delivery);
            return;
        }
        write(finished, delivery);
        Files.setLastModifiedTime(file(finished, delivery.entry().id()), FileTime.from(delivery.changedAt()));
        Files.deleteIfExists(file(waiting, delivery.entry().id()));
    }

    @Override
    public Optional<Delivery> find(String id) throws IOException {
        // In this order, because an update writes the one before it deletes the other.
        Optional<Delivery> open = read(file(waiting, id));
        Optional<Delivery> done = read(file(finished, id));
        return done.isPresent() ? done : open;
    }

    @Override
    public List<Delivery> unfinished() throws IOException {
        List<Delivery> found = new ArrayList<>();
        for (Path path : files(waiting, SUFFIX)) {
            // A crash between the two steps of an update leaves the old state beside the new one.
            if (Files.exists(finished.resolve(path.getFileName()))) {
                Files.deleteIfExists(path);
            } else {
                readLeft(path).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong(Delivery::position));
        return found;
    }

    /** One file that cannot be opened must not keep the others from being sent. */
    private Optional<Delivery> readLeft(Path path) {
        try {
            return read(path);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "A notification on disk could not be opened; it stays in " + path);
            return Optional.empty();
        }
    }

    @Override
    public List<Delivery> finished(int limit) throws IOException {
        List<Delivery> found = new ArrayList<>();
        for (Path path : files(finished, SUFFIX)) {
            read(path).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Delivery::changedAt).reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    @Override
    public void forgetFinishedBefore(Instant moment) throws IOException {
        deleteOlder(files(finished, SUFFIX), moment);
        deleteOlder(files(finished, UNFINISHED_WRITE), moment);
        deleteOlder(files(waiting, UNFINISHED_WRITE), moment);
    }

    private static void deleteOlder(List<Path> paths, Instant moment) throws IOException {
        for (Path path : paths) {
            if (Files.getLastModifiedTime(path).toInstant().isBefore(moment)) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() {
        // Every file is closed as soon as it is written.
    }

    private static Path file(Path folder, String id) {
        return folder.resolve(id + SUFFIX);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private void write(Path folder, Delivery delivery) throws IOException {
        Files.createDirectories(folder);
        Path target = file(folder, delivery.entry().id());
        Path draft = Files.createTempFile(folder, delivery.entry().id(), UNFINISHED_WRITE);
        try {
            force(draft, gson.toJson(StoredDelivery.of(delivery)));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        force(folder);
    }

    private static void force(Path file, String text) throws IOException {
        // Not through a channel: that gives up where the thread is interrupted, as the thread of an aborted build is.
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "This file system cannot force a folder to disk", e);
        }
    }

    private Optional<Delivery> read(Path path) throws IOException {
        try {
            return Optional.of(
                    gson.fromJson(Files.readString(path), StoredDelivery.class).toDelivery());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (RuntimeException | MalformedInputException e) {
            setAside(path, e);
            return Optional.empty();
        }
    }

    private void setAside(Path path, Exception reason) throws IOException {
        Files.createDirectories(unreadable);
        Path kept = unreadable.resolve(path.getFileName());
        Files.move(path, kept, StandardCopyOption.REPLACE_EXISTING);
        LOGGER.log(
                Level.SEVERE,
                reason,
                () -> "A notification on disk could not be read; it was not sent and is kept as " + kept);
    }
}
