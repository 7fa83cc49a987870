package io.jenkins.plugins.slacknotify.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestWriterTest {
    @Test
    void shouldIndentMapsAndLists() {
        assertThat(ManifestWriter.yaml(Map.of("a", Map.of("b", List.of("x:y", true)))))
                .isEqualTo("""
                a:
                  b:
                    - x:y
                    - true
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jenkins", "chat:write.public", "Jenkins (ci.example.org)", "in https://ci.example.org/"})
    void shouldNotQuoteWhatIsTextAnyway(String text) {
        assertThat(ManifestWriter.yaml(Map.of("key", text))).isEqualTo("key: " + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "true", "No", "1.5", "a: b", "a:", "a ", "#a", "a #b", "- a", "'a'", "a\nb", "[a]", "é"})
    void shouldQuoteWhatWouldBeSomethingElse(String text) {
        assertThat(ManifestWriter.yaml(Map.of("key", text)))
                .isEqualTo("key: "
                        + ManifestWriter.compactJson(Map.of("", text)).replaceAll("(?s)^\\{\"\":|}$", "") + "\n")
                .startsWith("key: \"");
    }
}
