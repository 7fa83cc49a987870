package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContenderTest {
    @TempDir
    Path folder;

    @Test
    void shouldKnowAPluginByItsManifest() throws IOException {
        var needed = List.of(Path.of("needed.jpi"));

        var contender = Contender.of(plugin("slack", "795.v4b_9705b_e6d47"), needed);

        assertThat(contender.archive()).hasToString("slack 795.v4b_9705b_e6d47");
        assertThat(contender.needs()).isEqualTo(needed);
        assertThat(contender.step("builds")).startsWith("slackSend channel: '#builds'");
    }

    @Test
    void shouldNameASnapshotWithoutItsMaker() throws IOException {
        assertThat(Contender.of(plugin("slack-notify", "1.0-SNAPSHOT (private-0a1b2c3d-me)"), List.of())
                        .archive())
                .hasToString("slack-notify 1.0-SNAPSHOT");
    }

    @Test
    void shouldRefuseAPluginThatItCannotUse() throws IOException {
        var mailer = plugin("mailer", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contender.of(mailer, List.of()))
                .withMessageContaining("mailer 1");
    }

    private Path plugin(String id, String version) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Short-Name"), id);
        attributes.put(new Attributes.Name("Plugin-Version"), version);
        var file = folder.resolve(id + ".hpi");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }
}
