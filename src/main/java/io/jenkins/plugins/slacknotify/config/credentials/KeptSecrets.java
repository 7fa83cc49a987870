package io.jenkins.plugins.slacknotify.config.credentials;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.jenkins.plugins.slacknotify.installation.SecretCipher;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.slack.IssuedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/**
 * Copies of credentials in one file of JSON, with their secrets encrypted. A file that cannot be read is never written over.
 *
 * <p>Not safe for use by several threads.
 */
public final class KeptSecrets {
    private static final String FILE = "slack-notify/credentials.json";
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path file;
    private final SecretCipher cipher;

    /** A credential: its description and its secret. */
    public record Kept(String description, IssuedSecret secret) {
        public Kept {
            requireNonNull(description, "description");
            requireNonNull(secret, "secret");
        }
    }

    /** What the file holds. Names of fields stay for ever. */
    private static final class Content {
        List<StoredSecret> credentials;
    }

    private static final class StoredSecret {
        String id;
        String description;
        String secret;
    }

    KeptSecrets(Path file, SecretCipher cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    /** Returns those of a Jenkins. */
    public static KeptSecrets of(Jenkins jenkins) {
        return new KeptSecrets(jenkins.getRootDir().toPath().resolve(FILE), new JenkinsCipher());
    }

    /**
     * Reads them, by the ids of the credentials; without those that another Jenkins has encrypted.
     *
     * @throws IOException where the file is there and cannot be read
     */
    public Map<String, Kept> read() throws IOException {
        Map<String, Kept> read = new LinkedHashMap<>();
        try {
            Content content = GSON.fromJson(Files.readString(file), Content.class);
            if (content == null || content.credentials == null) {
                throw new IOException("The file " + file + " is empty");
            }
            for (StoredSecret stored : content.credentials) {
                if (stored != null && stored.id != null && stored.secret != null) {
                    cipher.decrypt(stored.secret)
                            .ifPresent(secret -> read.put(
                                    stored.id,
                                    new Kept(
                                            stored.description == null ? "" : stored.description,
                                            IssuedSecret.of(secret))));
                }
            }
            return read;
        } catch (NoSuchFileException e) {
            return read;
        } catch (JsonParseException e) {
            // Its message may quote the file.
            throw new IOException("The file " + file + " is damaged");
        }
    }

    /** Writes them, where they are others than those in the file; none removes the file. */
    public void write(Map<String, Kept> kept) throws IOException {
        if (kept.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (!kept.equals(read())) { // The same secret is encrypted otherwise each time.
            Content content = new Content();
            content.credentials = new ArrayList<>();
            kept.forEach((id, each) -> content.credentials.add(stored(id, each)));
            Disk.createFolders(requireNonNull(file.toAbsolutePath().getParent(), "folder"));
            Disk.replace(file, draft -> GSON.toJson(content).getBytes(StandardCharsets.UTF_8));
        }
    }

    private StoredSecret stored(String id, Kept kept) {
        StoredSecret stored = new StoredSecret();
        stored.id = id;
        stored.description = kept.description();
        stored.secret = cipher.encrypt(kept.secret().reveal());
        return stored;
    }
}
