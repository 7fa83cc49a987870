package io.jenkins.plugins.slacknotify.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.SeverityTable;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionTabTest {
    /** It shows what the process has, and sends nothing. */
    private static final String SHOWN_ONLY = "environment";

    /** Returns what the form sends: the names of its fields, and of what has no field of Jenkins. */
    static Stream<String> fields() throws IOException {
        try (InputStream jelly = Objects.requireNonNull(
                SlackNotifyConfiguration.class.getResourceAsStream("SlackNotifyConfiguration/connection.jelly"))) {
            String form = new String(jelly.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\\b(?:field|name)=\"([A-Za-z]+)\"")
                    .matcher(form)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .distinct()
                    .filter(field -> !field.equals(SHOWN_ONLY))
                    .toList()
                    .stream();
        }
    }

    /** Otherwise one administrator would overwrite what another has saved meanwhile, and neither would know. */
    @ParameterizedTest
    @MethodSource("fields")
    void shouldHaveAnotherVersionWhenAFieldOfItsFormChanges(String name) throws ReflectiveOperationException {
        SlackNotifyConfiguration settings = withDefaults();
        Field field = SlackNotifyConfiguration.class.getDeclaredField(name);
        field.setAccessible(true);
        Object before = new ConnectionTab().shown(settings);

        field.set(settings, another(field.get(settings), field.getType()));

        assertThat(new ConnectionTab().shown(settings)).isNotEqualTo(before);
    }

    private static SlackNotifyConfiguration withDefaults() throws ReflectiveOperationException {
        Method defaults = SlackNotifyConfiguration.class.getDeclaredMethod("withDefaults");
        defaults.setAccessible(true);
        return (SlackNotifyConfiguration) defaults.invoke(null);
    }

    private static Object another(Object value, Class<?> type) {
        if (type == boolean.class) {
            return !(Boolean) value;
        }
        if (type == int.class) {
            return (Integer) value + 1;
        }
        if (type == List.class) {
            return List.of("another");
        }
        return type == SeverityTable.class ? new SeverityTable() : "another";
    }
}
