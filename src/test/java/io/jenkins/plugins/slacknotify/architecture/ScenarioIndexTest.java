package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/scenarios.md} to the tests. A test is found in one of two ways: by its name, {@code <Type>Test} or {@code
 * <Type><Word>Test}, beside the type that it tests; or by its line in the index.
 */
class ScenarioIndexTest {
    private static final String ROOT_PACKAGE = "io/jenkins/plugins/slacknotify";
    private static final Path TESTS =
            MarkdownDocument.root().resolve("src/test/java").resolve(ROOT_PACKAGE);
    private static final Path MAIN =
            MarkdownDocument.root().resolve("src/main/java").resolve(ROOT_PACKAGE);
    private static final Pattern TEST_METHOD =
            Pattern.compile("@(Test|ParameterizedTest|ByTransport|RepeatedTest|TestFactory|Property|Example)\\b");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+) \\| (.+) \\| \\[(\\w+)]\\(([^)]+)\\) \\|$");

    @Test
    void shouldListEveryTestThatIsNotNamedAfterAType() {
        Map<Path, Set<String>> folders = javaFiles()
                .collect(Collectors.groupingBy(
                        Path::getParent,
                        TreeMap::new,
                        Collectors.mapping(ScenarioIndexTest::typeName, Collectors.toCollection(TreeSet::new))));
        Set<Path> listed = index().keySet();

        assertThat(javaFiles()
                        .filter(ScenarioIndexTest::isTest)
                        .filter(test -> !isNamedAfterAType(test, folders.get(test.getParent())))
                        .filter(test -> !listed.contains(test)))
                .as("tests that are neither named after a type beside them nor listed in docs/scenarios.md")
                .isEmpty();
    }

    @Test
    void shouldListOnlyTestsThatExistAndEachOnce() throws IOException {
        assertThat(index()).isNotEmpty().allSatisfy((file, name) -> {
            assertThat(file).exists();
            assertThat(typeName(file)).isEqualTo(name);
        });
        assertThat(Files.readString(indexFile()).lines().filter(line -> line.contains(".java)")))
                .as("rows of the form | scenario | what it shows | [Test](file) |, each test once")
                .hasSameSizeAs(index().keySet());
    }

    /** The types that a test may be named after: those of the plugin, and the fixtures beside the test. */
    private static boolean isNamedAfterAType(Path test, Set<String> besideIt) {
        String name = typeName(test);
        Path main = MAIN.resolve(TESTS.relativize(test.getParent()).toString());
        Stream<String> fixtures = besideIt.stream().filter(type -> !isTest(test.resolveSibling(type + ".java")));
        return Stream.concat(typesIn(main), fixtures)
                .anyMatch(type -> name.matches(Pattern.quote(type) + "([A-Z0-9]\\w*)?Test"));
    }

    private static Stream<String> typesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ScenarioIndexTest::typeName)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An annotation of tests is none. */
    private static boolean isTest(Path file) {
        String text = new MarkdownDocument(file).text();
        return typeName(file).endsWith("Test")
                || typeName(file).endsWith("Benchmark")
                || TEST_METHOD.matcher(text).find() && !text.contains("@interface " + typeName(file));
    }

    private static Stream<Path> javaFiles() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the index, with the names that it gives them. */
    private static Map<Path, String> index() {
        Map<Path, String> rows = new TreeMap<>();
        ROW.matcher(new MarkdownDocument(indexFile()).text())
                .results()
                .forEach(
                        row -> rows.put(indexFile().resolveSibling(row.group(4)).normalize(), row.group(3)));
        return rows;
    }

    private static Path indexFile() {
        return MarkdownDocument.root().resolve("docs/scenarios.md");
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
