package io.jenkins.plugins.slacknotify.outbox.store;

import com.google.gson.Gson;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The files of a {@link JournalOutboxStore}, seen from outside. */
final class JournalFiles {
    private JournalFiles() {}

    static String jsonOf(Delivery delivery) {
        return new Gson().toJson(StoredDelivery.of(delivery));
    }

    /** All files below a folder, in order of their names. */
    static List<Path> in(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long bytes(Path folder) {
        return in(folder).stream().mapToLong(path -> path.toFile().length()).sum();
    }

    /** One line of the journal, as its format has it. */
    static byte[] frame(String json) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return "%08x %08x %s\n"
                .formatted((int) checksum.getValue(), content.length, json)
                .getBytes(StandardCharsets.UTF_8);
    }

    static void delete(Path folder) throws IOException {
        for (Path file : in(folder)) {
            Files.delete(file);
        }
    }
}
