package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that people would never see, or not as they are written. */
class PropertiesTest {
    private static final Path RESOURCES = Stream.of("", "../..")
            .map(root -> Path.of(root, "src/main/resources"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private static final Pattern QUOTED_BRACE = Pattern.compile("'[{}]([^']*[{}])?'");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

    /** Of two texts with one key the first is never seen. */
    @ParameterizedTest
    @MethodSource("files")
    void shouldHaveEachKeyOnce(Path file) throws IOException {
        List<Object> keys = new ArrayList<>();
        Properties reader = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add(key);
                return super.put(key, value);
            }
        };
        try (Reader text = Files.newBufferedReader(file)) {
            reader.load(text);
        }

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    /** The plugin itself has no settings on that page. */
    @ParameterizedTest
    @MethodSource("files")
    void shouldLeadToTheSystemPageForSettingsOfJenkinsAlone(Path file) throws IOException {
        assertThat(texts(file).values())
                .noneMatch(text ->
                        text.toString().matches(".*» System\\b(?! » Jenkins URL|, under HTTP Proxy Configuration).*"));
    }

    /** MessageFormat drops a single one, and takes what follows for a quotation; it is for braces alone. */
    @ParameterizedTest
    @MethodSource("messages")
    void shouldWriteApostrophesTwice(Path file) throws IOException {
        assertThat(texts(file))
                .allSatisfy((key, text) -> assertThat(QUOTED_BRACE
                                .matcher(text.toString())
                                .replaceAll("")
                                .replace("''", ""))
                        .as("%s", key)
                        .doesNotContain("'"));
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            texts.load(text);
        }
        return texts;
    }

    /** Returns the files that are for MessageFormat. What is shown as it is, without it, has rules of its own. */
    static List<Path> messages() throws IOException {
        return files().stream()
                .filter(file -> !file.endsWith("remedies.properties"))
                .toList();
    }
}
