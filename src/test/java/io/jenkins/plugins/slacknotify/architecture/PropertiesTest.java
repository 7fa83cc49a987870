package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two texts with one key the first is never seen. */
class PropertiesTest {
    private static final Path RESOURCES = Stream.of("", "../..")
            .map(root -> Path.of(root, "src/main/resources"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

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
}
