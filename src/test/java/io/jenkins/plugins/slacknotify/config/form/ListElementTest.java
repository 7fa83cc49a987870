package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import io.jenkins.plugins.slacknotify.config.rules.WordingConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListElementTest {
    /** Elements with a value of their own in every field. */
    static Stream<ListElement> complete() {
        RuleConfig rule = new RuleConfig();
        rule.setName("all");
        rule.setJobs(List.of("shop/**"));
        rule.setBranches(List.of("main"));
        rule.setBranchKinds(List.of("primary"));
        rule.setEvents(List.of("failure"));
        rule.setMinimumSeverity("warning");
        rule.setCauses(List.of("user"));
        rule.setSeverity("critical");
        rule.setTo(List.of("ops"));
        rule.setPeople(List.of("breakers"));
        rule.setMention(List.of("here"));
        rule.setMentionFrom("critical");
        rule.setTemplate("short");
        rule.setLanguage("de");
        rule.setButtons("links");
        rule.setLast(true);
        rule.setDisabled(true);
        DestinationConfig destination = new DestinationConfig("ops", "#ops");
        destination.setWorkspace("partner");
        destination.setCredentialsId("bot");
        destination.setBotName("Jenkins");
        destination.setBotIcon(":robot_face:");
        destination.setMinimumSeverity("warning");
        destination.setThreadDetails("full");
        destination.setButtons("links");
        destination.setLanguage("de");
        destination.setRepliesInThread(true);
        WorkspaceConfig workspace = new WorkspaceConfig("partner", "bot");
        workspace.setTeamId("T0123456789");
        WordingConfig wording = new WordingConfig("Done");
        wording.setEvents(List.of("success"));
        ChannelLimitConfig limit = new ChannelLimitConfig();
        limit.setJobs(List.of("teams/a/**"));
        limit.setChannels(List.of("#a"));
        SlackAppConfig app = new SlackAppConfig("partner");
        app.setAppId("A0123456789");
        app.setSigningSecretCredentialsId("secret");
        app.setAppTokenCredentialsId("token");
        app.setClientIdCredentialsId("client");
        app.setClientSecretCredentialsId("client-secret");
        app.setWorkspace("partner");
        return Stream.of(
                rule, destination, workspace, wording, new TemplateConfig("short", List.of(wording)), limit, app);
    }

    @Test
    void shouldSayInTheLogWhoseAnInvalidElementIs() {
        RuleConfig invalid = StoredElements.read(new RuleConfig(), "minimumSeverity", "loud");
        try (LoggedRecords log = LoggedRecords.of(ListElement.class)) {
            ListElement.warnOfInvalid("the job team/app", List.of(new RuleConfig(), invalid));
            // As at each save of that job.
            ListElement.warnOfInvalid("the job team/app", List.of(new RuleConfig(), invalid));

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("RuleConfig", "of the job team/app: ", "minimumSeverity", "loud");
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void shouldCopyEveryField(ListElement element) {
        assertThat(element.validationErrors()).isEmpty();
        Map<String, Object> values = values(element);
        values.forEach((field, value) -> assertThat(value)
                .as("no default, so that the copy cannot have it by itself: " + field)
                .isNotEqualTo(values(element.blank()).get(field)));

        assertThat(values(ListElement.copyOf(element))).isEqualTo(values);
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                Arguments.of(new RuleConfig(), "events", List.of("failure", "of-tomorrow")),
                Arguments.of(new RuleConfig(), "jobs", List.of("/shop")),
                Arguments.of(new RuleConfig(), "branchKinds", List.of("twig")),
                Arguments.of(new RuleConfig(), "causes", List.of("moon")),
                Arguments.of(new RuleConfig(), "minimumSeverity", "dire"),
                Arguments.of(new RuleConfig(), "mention", List.of("two words")),
                Arguments.of(new RuleConfig(), "language", "xx"),
                Arguments.of(new DestinationConfig("ops", "#ops"), "buttons", "some"),
                Arguments.of(new DestinationConfig("ops", "#ops"), "channel", "two words"),
                Arguments.of(new WorkspaceConfig("partner", "bot"), "teamId", "partner"),
                Arguments.of(new WorkspaceConfig("partner", "bot"), "name", "-partner"),
                Arguments.of(new WordingConfig("Done"), "events", List.of("of-tomorrow")),
                Arguments.of(new ChannelLimitConfig(), "jobs", List.of("/shop")),
                Arguments.of(new SlackAppConfig("main"), "appId", "none"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldCopyWhatIsInvalidAsItStandsInTheFile(ListElement element, String field, Object written) {
        ListElement stored = StoredElements.read(element, field, written);
        assertThat(stored.validationErrors()).containsOnlyKeys(field);

        ListElement copy = ListElement.copyOf(stored);

        assertThat(values(copy)).isEqualTo(values(stored)).containsEntry(field, written);
        assertThat(copy.validationErrors()).isEqualTo(stored.validationErrors());
        assertThat(((ListElement) copy.readResolve()).validationErrors())
                .as("after a restart")
                .isEqualTo(stored.validationErrors());
    }

    @Test
    void shouldCopyTheErrorOfAFieldThatAFormHasTyped() {
        RuleConfig typed = new RuleConfig();
        typed.setJobs(List.of("/shop"));

        assertThat(ListElement.copyOf(typed).validationErrors()).isEqualTo(typed.validationErrors());
    }

    private static Map<String, Object> values(ListElement element) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : element.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    Object value = field.get(element);
                    values.put(field.getName(), value instanceof List<?> list ? new ArrayList<>(list) : value);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return values;
    }
}
