package io.jenkins.plugins.slacknotify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.trigger.SlackNotifyStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Holds the manual to the code: it has every option, every kind of event, and every placeholder. */
class ReferenceTest {
    private static final Path DOCS = Stream.of("docs", "../../docs")
            .map(Path::of)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private static final Path REFERENCE = DOCS.resolve("configuration.md");

    /** What people can configure, and its options. */
    record Configurable(String name, List<String> options) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Configurable> configurables() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.jenkins.plugins.slacknotify")
                        .stream()
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

    /** What has a page of its own. */
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
                .filter(section -> section.matches("(?s).*<!-- ([\\w ]* )?" + name + "( [\\w ]*)? -->.*"))
                .findFirst()
                .orElse("");
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
