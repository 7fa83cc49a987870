package io.jenkins.plugins.slacknotify.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.jenkins.plugins.slacknotify.architecture.PluginClasses;
import io.jenkins.plugins.slacknotify.page.list.ListTab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence that leads to a tab of Manage Jenkins » Slack, in the plugin and its manual, names one that there is. */
class SlackTabTest {
    private static final Path PROJECT = Stream.of(".", "../..")
            .map(Path::of)
            .filter(folder -> Files.isDirectory(folder.resolve("docs")))
            .findFirst()
            .orElseThrow();

    private static final Set<String> TEXTS = Set.of("java", "properties", "jelly", "html", "md");

    /** The end of a line that goes on in the next one: of a text in Java, of a property, of a comment, and of any other. */
    private static final Pattern LINE_END = Pattern.compile("\"\\s*\\+\\s*\"|\\\\?\\s*\\n[\\s*]*");

    private static final Pattern WAY = Pattern.compile("Slack\\*? (?:»|&raquo;) \\*?([A-Z][^.;:<\"]{0,80})");

    private static final Pattern LIST = Pattern.compile(", under \\*?(?:\\\\?\")?([A-Z][a-z ]+)");

    /** The lists of each tab, by their titles. */
    private static final Map<String, List<String>> TABS = PluginClasses.ALL.stream()
            .filter(type ->
                    type.isAssignableTo(SlackTab.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(type -> make(type.reflect()))
            .collect(Collectors.toMap(SlackTab::getDisplayName, SlackTabTest::lists));

    record Sentence(String file, String way) {}

    static List<Sentence> sentences() throws IOException {
        try (Stream<Path> files = Stream.of("README.md", "CHANGELOG.md", "docs", "src/main")
                .map(PROJECT::resolve)
                .flatMap(SlackTabTest::walk)) {
            return files.filter(file -> TEXTS.contains(file.toString().replaceAll(".*\\.", "")))
                    .flatMap(SlackTabTest::read)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void shouldBeThereWhereASentenceLeads(Sentence sentence) {
        var tab = TABS.keySet().stream().filter(sentence.way()::startsWith).findFirst();

        assertThat(tab).as("a tab of %s", TABS.keySet()).isPresent();
        Matcher list = LIST.matcher(sentence.way());
        if (list.find()) {
            assertThat(TABS.get(tab.get()))
                    .anySatisfy(title -> assertThat(list.group(1)).startsWith(title));
        }
    }

    private static Stream<Path> walk(Path start) {
        try {
            return Files.walk(start).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sentence> read(Path file) {
        try {
            var text = LINE_END.matcher(Files.readString(file)).replaceAll(" ").replaceAll(" +", " ");
            return WAY.matcher(text)
                    .results()
                    .map(way -> new Sentence(PROJECT.relativize(file).toString(), way.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SlackTab make(Class<?> type) {
        try {
            return (SlackTab) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static List<String> lists(SlackTab tab) {
        return tab instanceof ListTab list
                ? list.getLists().stream().map(one -> one.text("title")).toList()
                : List.of();
    }
}
