package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds sentences that lead to a page of Jenkins, in the plugin and in the manual, to the pages that there are. */
class PagePathsTest {
    private static final Path ROOT = MarkdownDocument.root();
    private static final Path RESOURCES = ROOT.resolve("src/main/resources");

    /** What the settings of a page have besides the lists with a title of their own. */
    private static final List<String> PARTS = List.of("Advanced", "People");

    /** What code puts together is not read. */
    private static final Pattern TO_SLACK = Pattern.compile("Manage Jenkins » Slack » (?!\")(?=(.{0,80}))");

    private static final Pattern UNDER = Pattern.compile("^,? (?:or )?under (.*)");

    private static final Pattern TO_SYSTEM = Pattern.compile("Manage Jenkins » System\\b(.{0,20})");

    /**
     * A sentence with such a path.
     *
     * @param rest what follows the path's beginning
     */
    private record Mention(Path file, String rest) {}

    @Test
    void shouldLeadToPagesOfSlackThatExist() {
        var pages = pages();
        var mentions = mentions(TO_SLACK);

        assertThat(pages).hasSize(10);
        assertThat(mentions)
                .hasSizeGreaterThan(60)
                .allSatisfy(mention -> assertThat(pages.keySet())
                        .as("the page in %s", mention)
                        .anyMatch(page -> mention.rest().matches(Pattern.quote(page) + "(?!\\w).*")));
    }

    @Test
    void shouldNamePartsOfTheRightPage() {
        var pages = pages();
        List<String> parts = new ArrayList<>();
        for (Mention mention : mentions(TO_SLACK)) {
            String page = pages.keySet().stream()
                    .filter(mention.rest()::startsWith)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            Matcher under = UNDER.matcher(mention.rest().substring(page.length()));
            if (under.matches()) {
                parts.add(under.group(1));
                assertThat(Stream.concat(pages.getOrDefault(page, List.of()).stream(), PARTS.stream()))
                        .as("the part in %s", mention)
                        .anyMatch(under.group(1)::startsWith);
            }
        }
        assertThat(parts).hasSizeGreaterThan(2);
    }

    /** The plugin has no settings there. */
    @Test
    void shouldLeadToTheSystemPageForTheAddressOfJenkinsAlone() {
        var ofPlugin = mentions(TO_SYSTEM).stream()
                .filter(mention -> mention.file().startsWith("src/main/resources"))
                .toList();

        assertThat(ofPlugin).hasSizeGreaterThan(3).allSatisfy(mention -> assertThat(mention.rest())
                .as("the setting in %s", mention)
                .startsWith(" » Jenkins URL"));
    }

    /** The pages of Manage Jenkins » Slack by their names, with the texts that each of them has. */
    private static Map<String, List<String>> pages() {
        Map<String, List<String>> pages = new HashMap<>();
        for (Path file : files(RESOURCES, "Messages.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Path code :
                    files(ROOT.resolve("src/main/java").resolve(RESOURCES.relativize(file.getParent())), ".java")) {
                String type = code.getFileName().toString().replace(".java", "");
                String name = texts.getProperty(type + ".displayName");
                if (name != null && read(code).matches("(?s).*\\bclass " + type + " extends \\w*Tab\\b.*")) {
                    pages.put(
                            name,
                            texts.stringPropertyNames().stream()
                                    .filter(key -> key.startsWith(type + "."))
                                    .map(texts::getProperty)
                                    .toList());
                }
            }
        }
        return pages;
    }

    private static List<Mention> mentions(Pattern path) {
        Stream<Path> manual = MarkdownDocument.all().stream()
                .map(MarkdownDocument::file)
                .filter(file -> !file.startsWith(ROOT.resolve("docs/decisions")));
        Stream<Path> plugin =
                Stream.of(".properties", ".html", ".jelly").flatMap(kind -> files(RESOURCES, kind).stream());
        Stream<Path> code = files(ROOT.resolve("src/main/java"), ".java").stream();
        return Stream.of(manual, plugin, code)
                .flatMap(files -> files)
                .flatMap(file -> path.matcher(sentences(read(file)))
                        .results()
                        .map(found -> new Mention(ROOT.relativize(file), found.group(1))))
                .toList();
    }

    /** Joins lines of a comment, of a value and of a string literal, and takes marks of Markdown and HTML away. */
    private static String sentences(String text) {
        return text.replaceAll("\\\\\n\\s*", "")
                .replaceAll("\"\\s*\\+\\s*\"", "")
                .replaceAll("\n\\s*\\*\\s?", " ")
                .replaceAll("</?\\w+>|\\*", "")
                .replaceAll("\\s+", " ");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
