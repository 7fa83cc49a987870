package io.jenkins.plugins.slacknotify.people;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32;

/**
 * The file with what is remembered of one workspace: addresses and member ids that were asked for, and the ids and names of
 * the members found. Nothing else is in it. Not safe for use by many threads.
 *
 * <p>It is replaced as a whole, so that a crash leaves the old one or the new one. A checksum over the people makes sure that
 * a damaged id sends nobody a message that is not theirs.
 */
final class PeopleFile {
    private static final Logger LOGGER = Logger.getLogger(PeopleFile.class.getName());
    private static final int VERSION = 1;

    private final Gson gson = new Gson();
    private final Path folder;
    private final Path file;
    private final Path draft;
    private final Path setAside;
    private boolean failing;

    /** @param folder made when there is something to write */
    PeopleFile(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
        this.draft = folder.resolve(name + ".tmp");
        this.setAside = folder.resolve(name + ".unreadable");
    }

    /** By what was asked for. Empty where there is no file, or none that can be read; that one is set aside. */
    Map<String, Remembered> read() {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString());
        } catch (NewerVersionException e) {
            setAside(null, "was written by a newer version of this plugin");
            return Map.of();
        } catch (IOException | RuntimeException e) {
            setAside(e, "could not be read");
            return Map.of();
        }
    }

    /** Replaces the file. Where that fails, it is reported once until it succeeds again. */
    void write(Map<String, Remembered> people) {
        try {
            replace(format(people).getBytes(StandardCharsets.UTF_8));
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOGGER.log(
                        Level.WARNING,
                        e,
                        () -> "Who is who in Slack cannot be written to " + file
                                + "; after a restart, Slack is asked anew");
            }
            failing = true;
        }
    }

    /** Through a stream, which an interrupt does not close. */
    private void replace(byte[] content) throws IOException {
        Files.createDirectories(folder);
        try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String format(Map<String, Remembered> people) {
        JsonArray list = new JsonArray();
        people.forEach((asked, remembered) -> list.add(gson.toJsonTree(StoredMember.of(asked, remembered))));
        JsonObject json = new JsonObject();
        json.addProperty("version", VERSION);
        json.addProperty("checksum", checksum(list));
        json.add("people", list);
        return gson.toJson(json);
    }

    private Map<String, Remembered> parse(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        JsonArray list = json.getAsJsonArray("people");
        if (json.get("version").getAsInt() > VERSION) {
            throw new NewerVersionException();
        }
        if (json.get("version").getAsInt() != VERSION || json.get("checksum").getAsLong() != checksum(list)) {
            throw new JsonParseException("of another version, or damaged");
        }
        Map<String, Remembered> people = new LinkedHashMap<>();
        for (JsonElement element : list) {
            StoredMember member = gson.fromJson(element, StoredMember.class);
            people.put(member.asked(), member.remembered());
        }
        return people;
    }

    private long checksum(JsonArray list) {
        CRC32 checksum = new CRC32();
        checksum.update(gson.toJson(list).getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /** @param reason null where the words say it all */
    private void setAside(@CheckForNull Exception reason, String words) {
        try {
            Files.move(file, setAside, StandardCopyOption.REPLACE_EXISTING);
            LOGGER.log(
                    Level.WARNING,
                    reason,
                    () -> "Who is who in Slack " + words + ", and Slack is asked anew; the file is kept as "
                            + setAside);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Who is who in Slack " + words + ", nor set aside: " + file);
        }
    }

    private static final class NewerVersionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
