package io.jenkins.plugins.slacknotify.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the repository, with its links and the anchors that GitHub gives to its headings. */
record MarkdownDocument(Path file) {
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)|(?m)^\\[[^]\n]+]: (\\S+)$");
    private static final Pattern EXTERNAL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?)\\s*$");
    private static final Pattern LINK_TEXT = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern NOT_IN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_ -]");

    /**
     * A link to a file of the repository.
     *
     * @param target the file or folder
     * @param anchor the part after the {@code #}; empty if there is none
     */
    record Link(Path target, String anchor) {}

    /** The repository's root; the tests run in the folder of one of the two builds. */
    static Path root() {
        return Stream.of("", "../..")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .filter(folder -> Files.isRegularFile(folder.resolve("README.md"))
                        && Files.isRegularFile(folder.resolve("Jenkinsfile")))
                .findFirst()
                .orElseThrow();
    }

    /** All Markdown files that people have written, without those of builds. */
    static List<MarkdownDocument> all() {
        return Stream.of("", "central", "docs", ".github", "src")
                .map(root()::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> markdownIn(folder, folder.equals(root()) || folder.endsWith("central") ? 1 : 20))
                .sorted()
                .map(MarkdownDocument::new)
                .toList();
    }

    private static Stream<Path> markdownIn(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All links to files of the repository, pictures included. */
    List<Link> links() {
        return LINK.matcher(withoutCode())
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !EXTERNAL.matcher(target).matches())
                .map(this::link)
                .toList();
    }

    private Link link(String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path resolved = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        return new Link(resolved, hash < 0 ? "" : target.substring(hash + 1));
    }

    /** The anchors of all headings: several headings with the same words get numbers. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        return HEADING.matcher(CODE.matcher(text()).replaceAll(""))
                .results()
                .map(heading -> slug(heading.group(1)))
                .map(slug -> {
                    int earlier = seen.merge(slug, 1, Integer::sum) - 1;
                    return earlier == 0 ? slug : slug + "-" + earlier;
                })
                .toList();
    }

    private static String slug(String heading) {
        String words = LINK_TEXT.matcher(heading).replaceAll("$1").toLowerCase(Locale.ROOT);
        return NOT_IN_ANCHOR.matcher(words).replaceAll("").replace(' ', '-');
    }

    private String withoutCode() {
        return INLINE_CODE.matcher(CODE.matcher(text()).replaceAll("")).replaceAll("");
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root().relativize(file).toString();
    }
}
