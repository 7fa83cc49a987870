package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import io.jenkins.plugins.slacknotify.architecture.PluginClasses;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.DataBoundConstructor;

class StoredTypeNamesTest {
    private static final String ROOT = "io.jenkins.plugins.slacknotify.";
    private static final Pattern NAME = Pattern.compile("[<\"](io\\.jenkins\\.plugins\\.slacknotify\\.[\\w.$]+)");

    /** Who renames one of these adds its former name to {@link StoredTypeNames}. */
    private static final Set<String> STORED = Set.of(
            "config.approval.ApprovalProperty",
            "config.SeverityTable",
            "config.SystemChannelOptOut",
            "config.inbound.InboundConfig",
            "config.inbound.SlackAppConfig",
            "config.people.AliasConfig",
            "config.people.DirectMessagesConfig",
            "config.people.PreferencesConfig",
            "config.rules.ChannelLimitConfig",
            "config.rules.DestinationConfig",
            "config.rules.FolderRoutingProperty",
            "config.rules.JobRulesProperty",
            "config.rules.RuleConfig",
            "config.rules.SystemRouting",
            "config.rules.TemplateConfig",
            "config.rules.WordingConfig",
            "config.rules.WorkspaceConfig",
            "config.subscription.SubscriptionsConfig",
            "personal.SlackUserProperty",
            "trigger.SlackNotifyBuilder",
            "trigger.SlackNotifyPublisher",
            "trigger.SlackNotifyStep");

    @Test
    void shouldKnowEveryStoredClass() {
        assertThat(PluginClasses.ALL.stream()
                        .filter(StoredTypeNamesTest::isDataBound)
                        .map(type -> type.getName().substring(ROOT.length())))
                .containsExactlyInAnyOrderElementsOf(STORED);
    }

    private static boolean isDataBound(JavaClass type) {
        return type.getConstructors().stream()
                .anyMatch((JavaConstructor one) -> one.isAnnotatedWith(DataBoundConstructor.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.AddressAlias",
                "config.NotificationChoice",
                "config.PersonalMessages",
                "config.rules.MessageTemplate",
                "config.rules.NamedDestination",
                "config.rules.NotificationRule",
                "config.rules.SlackNotifyFolder",
                "config.rules.SlackNotifyRules",
                "config.rules.SlackWorkspace",
                "config.rules.TemplateWording"
            })
    void shouldMapFormerNamesToStoredClasses(String former) {
        assertThat(StoredTypeNames.byFormerName().get(ROOT + former))
                .isNotNull()
                .satisfies(now -> assertThat(STORED).contains(now.substring(ROOT.length())));
    }

    @Test
    void shouldUseNoFormerNameForAnotherClass() {
        assertThat(StoredTypeNames.byFormerName().keySet()).noneMatch(StoredTypeNamesTest::exists);
        assertThat(StoredTypeNames.byFormerName().values()).allMatch(StoredTypeNamesTest::exists);
    }

    @Test
    void shouldKnowEveryNameInFilesOfEarlierStates() throws IOException, URISyntaxException {
        assertThat(namesInFixtures())
                .isNotEmpty()
                .allMatch(name -> StoredTypeNames.byFormerName().containsKey(name) || exists(name));
    }

    private static Set<String> namesInFixtures() throws IOException, URISyntaxException {
        Path fixtures = Path.of(StoredTypeNamesTest.class
                .getResource("/io/jenkins/plugins/slacknotify/acceptance/earlier")
                .toURI());
        try (Stream<Path> files = Files.walk(fixtures)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .flatMap(StoredTypeNamesTest::names)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private static boolean exists(String name) {
        try {
            Class.forName(name, false, StoredTypeNamesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
