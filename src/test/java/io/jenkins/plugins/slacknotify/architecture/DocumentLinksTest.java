package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to their links: each link leads somewhere, and each page and picture is linked. */
class DocumentLinksTest {
    private static final Path ROOT = MarkdownDocument.root();

    static List<MarkdownDocument> documents() {
        return MarkdownDocument.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void shouldLinkToFilesAndHeadingsThatExist(MarkdownDocument document) {
        assertThat(document.links()).allSatisfy(link -> {
            assertThat(link.target()).as("the target of %s", link).exists();
            if (!link.anchor().isEmpty()) {
                assertThat(new MarkdownDocument(link.target()).anchors())
                        .as("the headings of %s", ROOT.relativize(link.target()))
                        .contains(link.anchor());
            }
        });
    }

    @Test
    void shouldReachEveryPageFromTheReadme() {
        assertThat(documents().stream()
                        .map(MarkdownDocument::file)
                        .filter(file -> file.startsWith(ROOT.resolve("docs"))))
                .isNotEmpty()
                .isSubsetOf(reachable());
    }

    @Test
    void shouldShowEveryPicture() throws IOException {
        try (Stream<Path> pictures = Files.walk(ROOT.resolve("docs/images"))) {
            assertThat(pictures.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .isSubsetOf(documents().stream()
                            .flatMap(document -> document.links().stream())
                            .map(MarkdownDocument.Link::target)
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<Path> reachable() {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(ROOT.resolve("README.md")));
        while (!open.isEmpty()) {
            Path file = open.pop();
            if (file.toString().endsWith(".md") && Files.isRegularFile(file) && reached.add(file)) {
                new MarkdownDocument(file)
                        .links()
                        .forEach(link -> open.push(
                                Files.isDirectory(link.target()) ? link.target().resolve("README.md") : link.target()));
            }
        }
        return reached;
    }
}
