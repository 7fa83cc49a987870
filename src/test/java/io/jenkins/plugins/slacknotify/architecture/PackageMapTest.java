package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the picture of its packages in CONTRIBUTING.md: each package knows those in the rows below it only. */
class PackageMapTest {
    private static final String ROOT = "io.jenkins.plugins.slacknotify.";
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.slacknotify");

    @Test
    void shouldShowEveryPackageOnce() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(PLUGIN.stream()
                        .flatMap(type -> packageOf(type).stream())
                        .distinct()
                        .toList());
    }

    @Test
    void shouldKnowOnlyWhatStandsBelow() throws IOException {
        Map<String, Integer> rows = rows();

        assertThat(arrows())
                .isNotEmpty()
                .allSatisfy(arrow -> assertThat(rows.get(arrow.get(1)))
                        .as("the row of %s, which %s knows", arrow.get(1), arrow.get(0))
                        .isGreaterThan(rows.get(arrow.get(0))));
    }

    private static List<List<String>> arrows() {
        return PLUGIN.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                        .flatMap(other -> arrow(type, other.getTargetClass()).stream()))
                .distinct()
                .toList();
    }

    private static Optional<List<String>> arrow(JavaClass from, JavaClass to) {
        Optional<String> start = packageOf(from);
        Optional<String> end = packageOf(to.getBaseComponentType());
        return start.isEmpty() || end.isEmpty() || start.equals(end)
                ? Optional.empty()
                : Optional.of(List.of(start.get(), end.get()));
    }

    private static Optional<String> packageOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? Optional.of(name.substring(ROOT.length()).split("\\.", 2)[0])
                : Optional.empty();
    }

    /** The number of the row in which a package stands, from the top. The words begin in column 53. */
    private static Map<String, Integer> rows() throws IOException {
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<String> lines = picture();
        for (int row = 0; row < lines.size(); row++) {
            for (String name : names(lines.get(row))) {
                assertThat(rows.put(name, row))
                        .as("%s stands there twice", name)
                        .isNull();
            }
        }
        return rows;
    }

    private static List<String> names(String line) {
        return Arrays.stream(
                        line.substring(0, Math.min(line.length(), 52)).strip().split(" +"))
                .toList();
    }

    private static List<String> picture() throws IOException {
        String text = Files.readString(contributing());
        int start = text.indexOf("```packages\n") + "```packages\n".length();
        return text.substring(start, text.indexOf("```", start)).lines().toList();
    }

    /** Tests run in the folder of either build. */
    private static Path contributing() {
        return Stream.of("CONTRIBUTING.md", "../../CONTRIBUTING.md")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
