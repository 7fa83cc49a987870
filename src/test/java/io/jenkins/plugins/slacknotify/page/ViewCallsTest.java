package io.jenkins.plugins.slacknotify.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Views call the methods of records by their names, and show nothing, without a word, where one is misspelt. */
class ViewCallsTest {
    private static final Path MAIN = Stream.of("src/main", "../../src/main")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("\\.([a-z]\\w*)\\(");

    /** The name of a method, or of a component of a record, behind its type. */
    private static final Pattern NAME = Pattern.compile("[\\w>\\]] (\\w+)[(,)]");

    private static final Set<String> OF_OTHERS = Set.of("getParameter", "getHelpFile", "isEmpty", "size", "urlEncode");

    @Test
    void shouldCallWhatThereIs() throws IOException {
        Set<String> called = texts("resources", ".jelly")
                .flatMap(view -> EXPRESSION.matcher(view).results())
                .flatMap(expression -> CALL.matcher(expression.group(1)).results())
                .map(call -> call.group(1))
                .filter(name -> !OF_OTHERS.contains(name))
                .collect(Collectors.toSet());
        Set<String> declared = texts("java", ".java")
                .flatMap(source -> NAME.matcher(source).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        assertThat(called).contains("label", "createLink");
        assertThat(declared).containsAll(called);
    }

    private static Stream<String> texts(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
            List<Path> ours =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            return ours.stream().map(ViewCallsTest::text);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
