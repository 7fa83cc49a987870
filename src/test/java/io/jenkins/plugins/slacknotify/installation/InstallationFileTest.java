package io.jenkins.plugins.slacknotify.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
import io.jenkins.plugins.slacknotify.slack.app.IssuedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationFileTest {
    private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");

    /** As the first version writes it. Names of fields are added here, never changed. */
    private static final String FIRST_VERSION = """
            {"installations": [
              {"ownerId": "T1", "ownerName": "acme", "orgWide": false, "appId": "A1", "installerId": "U2",
               "scopes": ["chat:write"], "credentialsId": "slack-acme", "atMillis": 1795852800000,
               "rotation": {"token": "{1-nekot}", "refreshToken": "{1-hserfer}", "expiresAtMillis": 1795896000000,
                            "published": false, "askedAtMillis": 1795852800000, "lost": true}},
              {"ownerId": "E1", "ownerName": "grid", "orgWide": true, "appId": "A1", "installerId": "U3",
               "scopes": [], "credentialsId": "slack-grid", "atMillis": 1795852800000}]}""";

    @TempDir
    Path folder;

    private Path file;
    private InstallationFile store;

    @BeforeEach
    void open() {
        file = folder.resolve("slack-notify/installations.json");
        store = reopened();
    }

    private InstallationFile reopened() {
        return new InstallationFile(file, new ReversingCipher());
    }

    private static Installation installation(String id, String token) {
        var grant = new AppGrant(
                "A1",
                new AppGrant.Owner(id, "acme"),
                id.startsWith("E"),
                "U2",
                List.of("chat:write"),
                IssuedSecret.of(token),
                IssuedSecret.of("refresh-1"),
                Duration.ofHours(12));
        return Installation.of(grant, "slack-acme", AT);
    }

    @Test
    void shouldKeepOneForEachWorkspaceAndOrganisation() throws IOException {
        assertThat(store.all()).isEmpty();
        store.put(installation("T1", "token-1"));
        store.put(installation("E1", "token-2"));
        store.put(installation("T1", "token-3"));

        assertThat(reopened().all()).containsExactly(installation("T1", "token-3"), installation("E1", "token-2"));
        assertThat(Files.readString(file)).doesNotContain("token-3", "refresh-1");
        store.remove("T1/A1");
        store.remove("T9/A1");
        assertThat(reopened().all()).extracting(Installation::id).containsExactly("E1/A1");
        assertThat(installation("E1", "x").addToWorkspacesUrl())
                .isEqualTo("https://app.slack.com/manage/E1/integrations/profile/A1/workspaces/add");
        assertThat(installation("T1", "x").addToWorkspacesUrl()).isNull();
    }

    /** Two apps of one workspace have a token each, and each is renewed. */
    @Test
    void shouldKeepOneForEachApp() throws IOException {
        var first = installation("T1", "token-1");
        var second = new Installation(
                first.owner(),
                false,
                "A2",
                first.installerId(),
                first.scopes(),
                "slack-other",
                AT,
                installation("T1", "token-2").rotation());
        store.put(first);
        store.put(second);

        assertThat(reopened().all()).containsExactly(first, second);
        store.remove(first.id());
        assertThat(reopened().all()).containsExactly(second);
    }

    @Test
    void shouldReadAndWriteTheFieldsOfTheFirstVersion() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, FIRST_VERSION);

        var rotation = store.all().get(0).rotation();
        assertThat(rotation)
                .isEqualTo(new Installation.Rotation(
                        IssuedSecret.of("token-1"),
                        IssuedSecret.of("refresh-1"),
                        Instant.ofEpochMilli(1_795_896_000_000L),
                        false,
                        Instant.ofEpochMilli(1_795_852_800_000L),
                        true));
        for (var each : store.all()) {
            store.put(each);
        }
        assertThat(JsonParser.parseString(Files.readString(file))).isEqualTo(JsonParser.parseString(FIRST_VERSION));
    }

    /** It may hold the only refresh token. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"installations\": 3}"})
    void shouldNotWriteOverWhatItCannotRead(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThat(store.all()).isEmpty();
        assertThatThrownBy(() -> store.put(installation("T1", "token-1"))).isInstanceOf(IOException.class);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void shouldKeepWhatAnotherKeyHasEncrypted() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, FIRST_VERSION.replace("{1-nekot}", "of another key"));

        assertThat(store.all()).extracting(each -> each.owner().id()).containsExactly("E1");
        store.put(installation("T2", "token-2"));
        assertThat(Files.readString(file)).contains("of another key", "T2");
    }
}
