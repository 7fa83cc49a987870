package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestRecordTest {
    private static final AppManifest MANIFEST = new AppManifest("https://ci.example.org/", true, AppRequests.NONE);

    @Test
    void shouldKeepTheManifestAcrossARestart(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/manifest.json");
        assertThat(new ManifestRecord(file).read()).isEmpty();

        new ManifestRecord(file).write(MANIFEST);

        assertThat(new ManifestRecord(file).read()).contains(MANIFEST.json());
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]"})
    void shouldHaveNothingWhereTheFileIsDamaged(String content, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("manifest.json"), content);

        assertThat(new ManifestRecord(file).read()).isEmpty();
        new ManifestRecord(file).write(MANIFEST);
        assertThat(new ManifestRecord(file).read()).isPresent();
    }

    @Test
    void shouldSayThatTheDiskDoesNotTakeIt(@TempDir Path folder) throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> new ManifestRecord(blocked.resolve("manifest.json")).write(MANIFEST))
                .isInstanceOf(IOException.class);
    }
}
