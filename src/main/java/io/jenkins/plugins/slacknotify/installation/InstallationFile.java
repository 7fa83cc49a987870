package io.jenkins.plugins.slacknotify.installation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An {@link InstallationStore} in one file of JSON, which is replaced as a whole and forced to disk. Its secrets are encrypted.
 *
 * <p>A file that cannot be read is never written over: it may hold the only refresh token. Safe for use by many threads.
 */
public final class InstallationFile implements InstallationStore {
    private static final Logger LOGGER = Logger.getLogger(InstallationFile.class.getName());
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path file;
    private final SecretCipher cipher;

    private static final class Content {
        List<StoredInstallation> installations;
    }

    /** @param file its folder is made when there is something to write */
    public InstallationFile(Path file, SecretCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    @Override
    public synchronized List<Installation> all() {
        try {
            return read().values().stream()
                    .map(stored -> stored.toInstallation(cipher))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read " + file);
            return List.of();
        }
    }

    @Override
    public synchronized void put(Installation installation) throws IOException {
        Map<String, StoredInstallation> stored = read();
        stored.put(installation.id(), StoredInstallation.of(installation, cipher));
        write(stored);
    }

    @Override
    public synchronized void remove(String id) throws IOException {
        Map<String, StoredInstallation> stored = read();
        if (stored.remove(id) != null) {
            write(stored);
        }
    }

    private Map<String, StoredInstallation> read() throws IOException {
        Map<String, StoredInstallation> byId = new LinkedHashMap<>();
        try {
            Content content = GSON.fromJson(Files.readString(file), Content.class);
            if (content == null) {
                throw new IOException("The file " + file + " is empty");
            }
            if (content.installations != null) {
                content.installations.stream().filter(Objects::nonNull).forEach(each -> byId.put(each.id(), each));
            }
            return byId;
        } catch (NoSuchFileException e) {
            return byId;
        } catch (JsonParseException e) {
            // Its message may quote the file, of which a part is secret.
            throw new IOException("The file " + file + " is damaged");
        }
    }

    private void write(Map<String, StoredInstallation> stored) throws IOException {
        Content content = new Content();
        content.installations = new ArrayList<>(stored.values());
        Disk.replace(file, GSON.toJson(content));
    }
}
