package io.jenkins.plugins.slacknotify.outbox.store;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.journal.SegmentDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder with an outbox that one process after the other opens, and the harm that a test does to it meanwhile. */
final class StoreBench implements AutoCloseable {
    static final Host HERE = new Host("ci", "boot-1");

    final ManualClock clock = new ManualClock();
    Path folder;
    Host host = HERE;
    SegmentDisk disk = new SegmentDisk();
    JournalOutboxStore store;

    StoreBench(Path folder) throws IOException {
        this.folder = folder;
        next();
    }

    /** Ends the process as a kill does, but for the lock, and starts the next one. */
    JournalOutboxStore next() throws IOException {
        close();
        store = new JournalOutboxStore(folder, host, clock, disk);
        return store;
    }

    Delivery.State stateOf(String id) throws IOException {
        return store.find(id).orElseThrow().state();
    }

    Delivery waiting(String id) {
        return accepted(id, 10);
    }

    /** Returns a delivery that fills a segment, so that the next line begins another one. */
    Delivery large(String id) {
        return accepted(id, 1 << 20);
    }

    private Delivery accepted(String id, int size) {
        Entry entry = new Entry(id, "#builds", clock.instant(), "x".repeat(size));
        return Delivery.accepted(entry, Math.abs(id.hashCode()));
    }

    Delivery in(Delivery.State state, Delivery before) {
        return new Delivery(
                before.entry(), before.position(), state, 1, Note.of("a note"), "a receipt", null, clock.instant());
    }

    /** Keeps what a delivery needs from its acceptance to its arrival. */
    void send(Delivery delivery) throws IOException {
        store.add(delivery);
        store.update(in(Delivery.State.SENDING, delivery));
        store.update(in(Delivery.State.SENT, delivery));
    }

    Path segment(int number) {
        return folder.resolve("journal/%08d.journal".formatted(number));
    }

    /** Has a segment be one that cannot be opened, until it is {@link #mend}ed. */
    void breakSegment(int number) throws IOException {
        Files.move(segment(number), aside(number));
        Files.createDirectory(segment(number));
    }

    void mend(int number) throws IOException {
        Files.delete(segment(number));
        Files.move(aside(number), segment(number));
    }

    private Path aside(int number) {
        return folder.resolveSibling("aside-" + number);
    }

    /** Has no segment be made, as on a disk that is full, until it is {@link #mendDisk}ed. */
    void breakDisk() throws IOException {
        Files.move(folder.resolve("journal"), folder.resolveSibling("aside"));
        Files.createFile(folder.resolve("journal"));
    }

    void mendDisk() throws IOException {
        Files.delete(folder.resolve("journal"));
        Files.move(folder.resolveSibling("aside"), folder.resolve("journal"));
    }

    /** Has the disk take nothing at all, not even that the mark goes, until it is {@link #mountWritable}. */
    void mountReadOnly() throws IOException {
        breakDisk();
        Path mark = folder.resolve("home.json");
        Files.move(mark, folder.resolveSibling("mark"));
        Files.createDirectories(mark.resolve("undeletable"));
    }

    void mountWritable() throws IOException {
        mendDisk();
        Path mark = folder.resolve("home.json");
        Files.delete(mark.resolve("undeletable"));
        Files.delete(mark);
        Files.move(folder.resolveSibling("mark"), mark);
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                Files.copy(path, to.resolve(from.relativize(path)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        if (store != null) {
            try {
                store.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
