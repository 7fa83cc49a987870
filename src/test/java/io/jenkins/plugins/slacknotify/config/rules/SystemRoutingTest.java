package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemRoutingTest {
    /** Returns a routing with something in every list. */
    private static SystemRouting complete() {
        SystemRouting routing = new SystemRouting();
        routing.setWorkspaces(List.of(new WorkspaceConfig("partner", "bot")));
        routing.setDestinations(List.of(new DestinationConfig("ops", "#ops")));
        routing.setTemplates(List.of(new TemplateConfig("short", List.of(new WordingConfig("Done")))));
        routing.setRules(List.of(new RuleConfig()));
        routing.setChannelLimits(List.of(new ChannelLimitConfig()));
        return routing;
    }

    @Test
    void shouldCopyEveryFieldIntoListsOfItsOwn() {
        SystemRouting routing = complete();
        Map<String, List<?>> before = fields(routing);
        assertThat(before.values()).noneMatch(List::isEmpty);

        SystemRouting copy = routing.copy();
        assertThat(fields(copy)).isEqualTo(before);

        copy.setRules(List.of());
        copy.setChannelLimits(List.of());
        assertThat(fields(routing)).isEqualTo(before);
    }

    @Test
    void shouldKeepTheElementsOfACondition() {
        RuleConfig invalid = new RuleConfig();
        invalid.setEvents(List.of("of-tomorrow"));
        SystemRouting routing = complete();
        routing.setRules(List.of(new RuleConfig(), invalid));

        assertThat(routing.only(element -> !element.isInvalid()).getRules())
                .containsExactly(routing.getRules().get(0));
        assertThat(fields(routing.only(element -> false)).values()).allMatch(List::isEmpty);
    }

    private static Map<String, List<?>> fields(SystemRouting routing) {
        Map<String, List<?>> fields = new LinkedHashMap<>();
        for (Field field : SystemRouting.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    fields.put(field.getName(), List.copyOf((List<?>) field.get(routing)));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return fields;
    }
}
