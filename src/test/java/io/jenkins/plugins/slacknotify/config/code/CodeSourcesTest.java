package io.jenkins.plugins.slacknotify.config.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSourcesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "jenkins.yaml, true",
        "jenkins.yml, true",
        "casc_configs, true",
        "io.jenkins.plugins.casc.CasCGlobalConfig.xml, true",
        "config.xml, false"
    })
    void shouldFindTheSourcesInTheHome(String name, boolean isSource) throws IOException {
        assertThat(CodeSources.isIn(home)).isFalse();
        Files.writeString(home.resolve(name), "");

        assertThat(CodeSources.isIn(home)).isEqualTo(isSource);
    }
}
