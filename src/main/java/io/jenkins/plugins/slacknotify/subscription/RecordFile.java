package io.jenkins.plugins.slacknotify.subscription;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A file with a list of records that nobody could find out anew. It is replaced as a whole, so that a crash leaves the old one
 * or the new one. Not safe for use by many threads.
 *
 * <p>A record that cannot be read, such as one of a newer version, has no effect and is kept as it stands: the next write
 * writes it again. A file that cannot be read at all is set aside under another name before anything is written.
 *
 * @param <T> what the program works with
 */
final class RecordFile<T> {
    private static final Logger LOGGER = Logger.getLogger(RecordFile.class.getName());
    private static final int VERSION = 1;

    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private final Path file;
    private final String list;
    private final Function<JsonElement, T> reader;
    private final Function<T, Object> writer;
    private final List<JsonElement> unread = new ArrayList<>();

    /**
     * @param file made when there is something to write
     * @param list the name of the list in the file
     * @param reader throws where a record cannot be read
     * @param writer makes the stored form
     */
    RecordFile(Path file, String list, Function<JsonElement, T> reader, Function<T, Object> writer) {
        this.file = file;
        this.list = list;
        this.reader = reader;
        this.writer = writer;
    }

    /** Makes a file of records whose stored form is a record for Gson. */
    static <S, T> RecordFile<T> of(
            Path file, String list, Class<S> stored, Function<S, T> reader, Function<T, S> writer) {
        Gson gson = new Gson();
        return new RecordFile<>(
                file, list, json -> reader.apply(gson.fromJson(json, stored)), value -> writer.apply(value));
    }

    /** Reads the records in their order; empty where there is no file. */
    List<T> read() throws IOException {
        unread.clear();
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<T> records = new ArrayList<>();
        for (JsonElement element : elements()) {
            try {
                records.add(reader.apply(element));
            } catch (RuntimeException e) {
                LOGGER.log(
                        Level.WARNING,
                        e,
                        () -> "An entry of " + file + " cannot be read; it has no effect and is kept: " + element);
                unread.add(element);
            }
        }
        return records;
    }

    private List<JsonElement> elements() throws IOException {
        try {
            String text = new String(Disk.read(file), StandardCharsets.UTF_8);
            return JsonParser.parseString(text)
                    .getAsJsonObject()
                    .getAsJsonArray(list)
                    .asList();
        } catch (RuntimeException e) {
            Path aside = aside();
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            LOGGER.log(
                    Level.SEVERE,
                    e,
                    () -> file + " cannot be read, so what it holds has no effect. It is kept as " + aside
                            + ": repair it, put it back under its name while Jenkins does not run, and start Jenkins");
            return List.of();
        }
    }

    private Path aside() {
        int number = 1;
        Path aside;
        do {
            aside = file.resolveSibling(file.getFileName() + ".unreadable-" + number++);
        } while (Files.exists(aside));
        return aside;
    }

    /** Replaces the records. @throws IOException where nothing was changed */
    void write(List<T> records) throws IOException {
        JsonArray all = new JsonArray();
        records.forEach(one -> all.add(gson.toJsonTree(writer.apply(one))));
        unread.forEach(all::add);
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.add(list, all);
        Disk.replace(file, gson.toJson(json));
    }
}
