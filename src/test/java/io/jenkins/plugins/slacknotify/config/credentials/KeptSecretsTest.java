package io.jenkins.plugins.slacknotify.config.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.installation.SecretCipher;
import io.jenkins.plugins.slacknotify.slack.IssuedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {
    private static final KeptSecrets.Kept TOKEN =
            new KeptSecrets.Kept("Bot token of acme", IssuedSecret.of("xoxb-secret"));

    @TempDir
    Path home;

    private int encrypted;

    /** As that of Jenkins, it writes the same secret otherwise each time. */
    private final SecretCipher cipher = new SecretCipher() {
        @Override
        public String encrypt(String secret) {
            return ++encrypted + ":" + new StringBuilder(secret).reverse();
        }

        @Override
        public Optional<String> decrypt(String text) {
            return text.startsWith("of another")
                    ? Optional.empty()
                    : Optional.of(new StringBuilder(text.substring(text.indexOf(':') + 1))
                            .reverse()
                            .toString());
        }
    };

    private Path file() {
        return home.resolve("slack-notify/credentials.json");
    }

    private KeptSecrets secrets() {
        return new KeptSecrets(file(), cipher);
    }

    @Test
    void shouldReadWhatItHasWrittenAndShowNoSecret() throws IOException {
        secrets().write(Map.of("bot", TOKEN));

        assertThat(secrets().read()).isEqualTo(Map.of("bot", TOKEN));
        assertThat(Files.readString(file()))
                .contains("\"id\": \"bot\"", "\"description\"", "\"secret\"")
                .doesNotContain("xoxb");
    }

    @Test
    void shouldWriteOnlyWhereSomethingHasChanged() throws IOException {
        secrets().write(Map.of("bot", TOKEN));
        Files.setLastModifiedTime(file(), FileTime.fromMillis(0));

        secrets().write(Map.of("bot", TOKEN));
        assertThat(Files.getLastModifiedTime(file()).toMillis()).isZero();

        secrets().write(Map.of("bot", new KeptSecrets.Kept("Bot token of acme", IssuedSecret.of("xoxb-next"))));
        assertThat(secrets().read().get("bot").secret().reveal()).isEqualTo("xoxb-next");
    }

    @Test
    void shouldLeaveNoFileWhereThereIsNothingToKeep() throws IOException {
        secrets().write(Map.of());
        assertThat(file()).doesNotExist();

        secrets().write(Map.of("bot", TOKEN));
        secrets().write(Map.of());
        assertThat(file()).doesNotExist();
    }

    @Test
    void shouldNotWriteOverWhatItCannotRead() throws IOException {
        Files.createDirectories(file().getParent());
        for (String damaged : new String[] {"", "{", "[]", "{}"}) {
            Files.writeString(file(), damaged);
            assertThatThrownBy(() -> secrets().write(Map.of("bot", TOKEN))).isInstanceOf(IOException.class);
            assertThat(file()).hasContent(damaged);
        }
    }

    @Test
    void shouldLeaveOutWhatAnotherJenkinsHasEncrypted() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"credentials": [{"id": "bot", "description": "x", "secret": "of another"}, null, {"id": "half"},
                  {"id": "app", "secret": "1:terces", "later": true}]}
                """);

        assertThat(secrets().read()).isEqualTo(Map.of("app", new KeptSecrets.Kept("", IssuedSecret.of("secret"))));
    }
}
