package io.jenkins.plugins.slacknotify.outbox.store;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The import of the files that the first versions of the plugin have left: {@code waiting/<id>.json} for a delivery
 * that is not finished, and {@code finished/<id>.json} for one that is. Where both exist, a crash came between the two,
 * and the latter counts.
 *
 * <p>A file that cannot be opened stays where it is, and is tried again. While there is one among the finished ones, no
 * waiting one is imported, because it may be the same. A file that cannot be deleted is known the next time it is met.
 */
final class LegacyFileImport {
    private static final Logger LOGGER = Logger.getLogger(LegacyFileImport.class.getName());

    /** How many are imported at a time. */
    private static final int BATCH = 500;

    /** The place where the deliveries go. When its method returns, their files are not needed any more. */
    @FunctionalInterface
    interface Target {
        void keep(List<Delivery> deliveries) throws IOException;
    }

    private final Path folder;
    private final Quarantine quarantine;
    private volatile int unread;

    LegacyFileImport(Path folder, Quarantine quarantine) {
        this.folder = folder;
        this.quarantine = quarantine;
    }

    /** Returns how many files could not be opened. */
    int countUnread() {
        return unread;
    }

    /** Imports what is there and can be opened. */
    void importInto(Target target) throws IOException {
        unread = importInto(folder.resolve("finished"), target);
        if (unread == 0) {
            unread = importInto(folder.resolve("waiting"), target);
        }
    }

    /** @return how many files could not be opened */
    private int importInto(Path from, Target target) throws IOException {
        if (!Files.isDirectory(from)) {
            return 0;
        }
        List<Path> files = files(from, ".json");
        int left = 0;
        for (int start = 0; start < files.size(); start += BATCH) {
            left += importInto(files.subList(start, Math.min(start + BATCH, files.size())), target);
        }
        if (left == 0) {
            deleteWhatIsLeft(from);
        }
        return left;
    }

    private int importInto(List<Path> files, Target target) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        List<Path> read = new ArrayList<>();
        int left = 0;
        for (Path file : files) {
            try {
                byte[] content = Disk.read(file);
                parse(file, content).ifPresent(delivery -> {
                    deliveries.add(delivery);
                    read.add(file);
                });
            } catch (IOException e) {
                LOGGER.log(
                        Level.WARNING,
                        e,
                        () -> "A notification on disk cannot be read now, and is tried again: " + file);
                left++;
            }
        }
        target.keep(deliveries);
        read.forEach(LegacyFileImport::delete);
        return left;
    }

    private Optional<Delivery> parse(Path file, byte[] content) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(StoredDelivery.read(json).toDelivery());
        } catch (RuntimeException | CharacterCodingException e) {
            quarantine.move(file, e);
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not delete what is kept elsewhere by now: " + file);
        }
    }

    /** Deletes a folder, and the drafts in it that a crash has cut: those were never promised to anybody. */
    private static void deleteWhatIsLeft(Path from) {
        try {
            for (Path draft : files(from, ".tmp")) {
                Files.deleteIfExists(draft);
            }
            Files.delete(from);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Something is left in " + from, e);
        }
    }

    private static List<Path> files(Path from, String ending) throws IOException {
        try (Stream<Path> all = Files.list(from)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
