package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/glossary.md} to the types of the plugin, so that a type that is renamed has its new name there. */
class GlossaryTest {
    private static final Path GLOSSARY = MarkdownDocument.root().resolve("docs/glossary.md");
    private static final Path MAIN = MarkdownDocument.root().resolve("src/main/java");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| .+ \\| .+ \\| (`.+`) \\|$");
    private static final Pattern TYPE = Pattern.compile("`(\\w+)`");

    @Test
    void shouldNameTypesThatExist() throws IOException {
        List<String> named = ROW.matcher(new MarkdownDocument(GLOSSARY).text())
                .results()
                .map(row -> row.group(1))
                .flatMap(types -> TYPE.matcher(types).results())
                .map(type -> type.group(1))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(types());
    }

    @Test
    void shouldHaveATypeInEachRow() {
        assertThat(new MarkdownDocument(GLOSSARY).text().lines().filter(line -> line.startsWith("| ")))
                .filteredOn(line -> !line.equals("| word | meaning | type |"))
                .isNotEmpty()
                .allMatch(line -> ROW.matcher(line).matches());
    }

    private static Set<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
