package io.jenkins.plugins.slacknotify.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds the manual to the code: it has every option, every kind of event, and every placeholder; the example has every option of the
 * system.
 */
class ReferenceTest {
    private static final Path DOCS = Stream.of("docs", "../../docs")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private static final Path REFERENCE = DOCS.resolve("configuration.md");

    private static final Path EXAMPLE = DOCS.resolve("examples/jenkins.yaml");

    /** The place in the example of what is configured for the whole system. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            entry("SlackNotifyConfiguration", "unclassified/slackNotify"),
            entry("SeverityTable", "unclassified/slackNotify/severities"),
            entry("DirectMessagesConfig", "unclassified/slackNotify/personal"),
            entry("PreferencesConfig", "unclassified/slackNotify/personal/defaults"),
            entry("AliasConfig", "unclassified/slackNotify/personal/aliases"),
            entry("InboundConfig", "unclassified/slackNotify/inbound"),
            entry("SubscriptionsConfig", "unclassified/slackNotify/inbound/subscriptions"),
            entry("SlackAppConfig", "unclassified/slackNotify/inbound/apps"),
            entry("SystemRouting", "unclassified/slackNotify/routing"),
            entry("ChannelLimitConfig", "unclassified/slackNotify/routing/channelLimits"),
            entry("WorkspaceConfig", "unclassified/slackNotify/routing/workspaces"),
            entry("DestinationConfig", "unclassified/slackNotify/routing/destinations"),
            entry("TemplateConfig", "unclassified/slackNotify/routing/templates"),
            entry("WordingConfig", "unclassified/slackNotify/routing/templates/wordings"),
            entry("RuleConfig", "unclassified/slackNotify/routing/rules"));

    /** The system's destinations have the token of their workspace. */
    private static final Set<String> FOLDERS_ALONE = Set.of("DestinationConfig.credentialsId");

    /** A thing that people can configure, and its options. */
    record Configurable(String name, List<String> options) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Configurable> configurables() {
        return PluginClasses.ALL.stream()
                .map(type -> new Configurable(type.getSimpleName(), options(type)))
                .filter(configurable -> !configurable.options().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurables")
    void shouldNameEveryOption(Configurable configurable) throws IOException {
        assertThat(sectionOf(configurable.name()))
                .as("the section of %s in %s", configurable, REFERENCE)
                .contains(configurable.options().stream()
                        .map(name -> "`" + name + "`")
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("configurablesOfTheSystem")
    void shouldHaveEveryOptionInTheExample(Configurable configurable) {
        assertThat(exampled(configurable.name()))
                .as("what %s has of %s", EXAMPLE, configurable)
                .containsAll(configurable.options().stream()
                        .filter(option -> !FOLDERS_ALONE.contains(configurable.name() + "." + option))
                        .toList());
    }

    /** Those whose section in the reference stands before that of folders. */
    static List<Configurable> configurablesOfTheSystem() throws IOException {
        String ofTheSystem = Files.readString(REFERENCE).split("(?m)^## What a folder says")[0];
        return configurables().stream()
                .filter(configurable -> ofTheSystem.matches(commentOf(configurable.name())))
                .toList();
    }

    /** Somebody who reads the manual knows what the form that makes the app switches on. */
    @Test
    void shouldNameEveryBoxOfTheGuide() throws IOException {
        String guide = Files.readString(DOCS.resolveSibling(
                "src/main/resources/io/jenkins/plugins/slacknotify/admin/installation/SetupGuide/guide.jelly"));
        List<String> labels = Pattern.compile("<f:checkbox[^>]* title=\"\\$\\{%([^}]+)}\"")
                .matcher(guide)
                .results()
                .map(box -> box.group(1))
                .toList();

        assertThat(labels).isNotEmpty();
        assertThat(Files.readString(DOCS.resolve("slack-app.md"))).contains(labels);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhichBuildsAreOfEveryKind(EventKind kind) throws IOException {
        assertThat(Files.readString(DOCS.resolve("events.md"))).containsPattern("(?m)^\\|.*`" + kind.id() + "`.*\\|$");
    }

    /** The pages that explain things at length have a row for each option, too. */
    @ParameterizedTest
    @CsvSource({"rules.md, RULE", "pipelines.md, STEP"})
    void shouldExplainEveryOption(String page, Explained explained) throws IOException {
        String rows = Files.readString(DOCS.resolve(page))
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));

        assertThat(options(new ClassFileImporter().importClass(explained.type)))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(rows).contains("`" + option + "`"));
    }

    /** A thing that has a page of its own. */
    enum Explained {
        RULE(RuleConfig.class),
        STEP(SlackNotifyStep.class);

        private final Class<?> type;

        Explained(Class<?> type) {
            this.type = type;
        }
    }

    @ParameterizedTest
    @MethodSource("placeholders")
    void shouldSayWhatEveryPlaceholderSays(String placeholder) throws IOException {
        assertThat(Files.readString(DOCS.resolve("templates.md")))
                .containsPattern("(?m)^\\|.*`\\{" + placeholder + "}`.*\\|$");
    }

    static List<String> placeholders() {
        JavaClass type = new ClassFileImporter()
                .importPackages("io.jenkins.plugins.slacknotify.message")
                .get("io.jenkins.plugins.slacknotify.message.template.Placeholder");
        return type.getFields().stream()
                .filter(field -> field.getRawType().equals(type))
                .map(field -> field.getName().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** From the comment that names the class to the next heading. */
    private static String sectionOf(String name) throws IOException {
        return Arrays.stream(Files.readString(REFERENCE).split("(?m)^#+ "))
                .filter(section -> section.matches(commentOf(name)))
                .findFirst()
                .orElse("");
    }

    private static String commentOf(String name) {
        return "(?s).*<!-- ([\\w ]* )?" + name + "( [\\w ]*)? -->.*";
    }

    /** The keys that the example has where a type is configured, of all elements where that is a list. */
    private static Set<String> exampled(String name) {
        String place = PLACES.get(name);
        assertThat(place).as("where %s stands in a YAML, in this test", name).isNotNull();
        Stream<Object> found = Stream.of((Object) exampleYaml());
        for (String key : place.split("/")) {
            found = found.map(each -> ((Map<?, ?>) each).get(key))
                    .filter(Objects::nonNull)
                    .flatMap(each -> each instanceof List<?> list ? list.stream() : Stream.of(each));
        }
        return found.flatMap(each -> ((Map<?, ?>) each).keySet().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static Object exampleYaml() {
        try (Reader text = Files.newBufferedReader(EXAMPLE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(JavaClass type) {
        Stream<String> set = type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(DataBoundSetter.class))
                .map(method -> method.getName().substring("set".length()))
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        return Stream.concat(set, constructed(type)).sorted().toList();
    }

    /** What a constructor wants is kept in fields that never change. */
    private static Stream<String> constructed(JavaClass type) {
        boolean takesSome = type.getConstructors().stream()
                .filter(constructor -> constructor.isAnnotatedWith(DataBoundConstructor.class))
                .map(JavaConstructor::getRawParameterTypes)
                .anyMatch(parameters -> !parameters.isEmpty());
        return type.getFields().stream()
                .filter(field -> takesSome && isKept(field))
                .map(JavaMember::getName);
    }

    private static boolean isKept(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL)
                && !field.getModifiers().contains(JavaModifier.STATIC)
                && field.getRawType().getPackageName().startsWith("java");
    }
}
