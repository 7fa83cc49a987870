package io.jenkins.plugins.slacknotify.outbox.store;

import com.google.gson.Gson;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.outbox.journal.Quarantine;
import java.io.IOException;
import java.nio.ByteBuffer;
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

    private final Gson gson = new Gson();
    private final Path folder;
    private final Quarantine quarantine;

    LegacyFileImport(Path folder, Quarantine quarantine) {
        this.folder = folder;
        this.quarantine = quarantine;
    }

    void importInto(Target target) throws IOException {
        importInto(folder.resolve("finished"), target);
        importInto(folder.resolve("waiting"), target);
    }

    private void importInto(Path from, Target target) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files = files(from, ".json");
        for (int start = 0; start < files.size(); start += BATCH) {
            importInto(files.subList(start, Math.min(start + BATCH, files.size())), target);
        }
        deleteWhatIsLeft(from);
    }

    private void importInto(List<Path> files, Target target) throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        List<Path> read = new ArrayList<>();
        for (Path file : files) {
            read(file).ifPresent(delivery -> {
                deliveries.add(delivery);
                read.add(file);
            });
        }
        target.keep(deliveries);
        for (Path file : read) {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Delivery> read(Path file) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Disk.read(file)))
                    .toString();
            return Optional.of(gson.fromJson(json, StoredDelivery.class).toDelivery());
        } catch (RuntimeException | IOException e) {
            quarantine.move(file, e);
            return Optional.empty();
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
