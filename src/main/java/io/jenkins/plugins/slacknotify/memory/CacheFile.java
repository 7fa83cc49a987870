package io.jenkins.plugins.slacknotify.memory;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;

/**
 * A file with a list of entries that can be found out anew, from Slack for example. Not safe for use by many threads.
 *
 * <p>It is replaced as a whole, so that a crash leaves the old one or the new one. A checksum over the entries makes
 * sure that a damaged id sends nobody a message that is not theirs.
 *
 * @param <T> a record that Gson writes and reads; its constructor refuses what cannot be one
 */
public final class CacheFile<T> {
    private static final Logger LOGGER = Logger.getLogger(CacheFile.class.getName());
    private static final int VERSION = 1;

    private final Gson gson = new Gson();
    private final Path folder;
    private final Path file;
    private final Path draft;
    private final Path setAside;
    private final String list;
    private final Class<T> type;
    private final String about;
    private final RecurringFailure writing = new RecurringFailure(LOGGER);

    /**
     * @param folder made when there is something to write
     * @param list the name of the list in the file
     * @param about what the entries are, for the log
     */
    public CacheFile(Path folder, String name, String list, Class<T> type, String about) {
        this.folder = folder;
        this.file = folder.resolve(name);
        this.draft = folder.resolve(name + ".tmp");
        this.setAside = folder.resolve(name + ".unreadable");
        this.list = list;
        this.type = type;
        this.about = about;
    }

    /**
     * Reads the entries in their order. The result is empty where there is no file, or none that can be read; that one
     * is set aside.
     */
    public List<T> read() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString());
        } catch (NewerVersionException e) {
            setAside(null, "was written by a newer version of this plugin");
            return List.of();
        } catch (IOException | RuntimeException e) {
            setAside(e, "could not be read");
            return List.of();
        }
    }

    /** Replaces the file. A failure is logged, and changes nothing. */
    public void write(List<T> entries) {
        try {
            replace(format(entries).getBytes(StandardCharsets.UTF_8));
            writing.end();
        } catch (IOException e) {
            writing.log(
                    e,
                    () -> about + " cannot be written to " + file + "; after a restart, that has to be found out anew");
        }
    }

    /** Replaces the file through a stream, which an interrupt does not close. */
    private void replace(byte[] content) throws IOException {
        Files.createDirectories(folder);
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String format(List<T> entries) {
        JsonArray all = new JsonArray();
        entries.forEach(entry -> all.add(gson.toJsonTree(entry)));
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("checksum", checksum(all));
        json.add(list, all);
        return gson.toJson(json);
    }

    private List<T> parse(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        JsonArray all = json.getAsJsonArray(list);
        if (json.get("version").getAsInt() > VERSION) {
            throw new NewerVersionException();
        }
        if (json.get("version").getAsInt() != VERSION || json.get("checksum").getAsLong() != checksum(all)) {
            throw new JsonParseException("of another version, or damaged");
        }
        List<T> entries = new ArrayList<>();
        for (JsonElement element : all) {
            entries.add(gson.fromJson(element, type));
        }
        return entries;
    }

    private long checksum(JsonArray entries) {
        CRC32 checksum = new CRC32();
        checksum.update(gson.toJson(entries).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /** @param reason null where the words say it all */
    private void setAside(@CheckForNull Exception reason, String words) {
        try {
            Files.move(file, setAside, StandardCopyOption.REPLACE_EXISTING);
            LOGGER.log(
                    Level.WARNING,
                    reason,
                    () -> about + " " + words + ", and has to be found out anew; the file is kept as " + setAside);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> about + " " + words + ", nor set aside: " + file);
        }
    }

    private static final class NewerVersionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
