package io.jenkins.plugins.slacknotify.config.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretSourceTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef";
    private static final ControllerEnvironment ENVIRONMENT = new ControllerEnvironment(Map.of(
            "SLACK_APP_TOKEN",
            "xapp-1-A0123456789-1234567890-" + HEX,
            "SLACK_SECRET",
            HEX,
            "SLACK_APP_CLIENT_ID",
            "1.2",
            "SLACK_APP_CLIENT_SECRET",
            HEX));

    /** An app is written by what it has of its own: t for a token, c for a client id, and - for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -        | requests of 0, client of 0
        t t      | client of 0
        t -      | requests of 1, client of 0
        - -      | requests of 0, client of 0
        c t -    | requests of 2, client of 1
        c c      | nothing
        """)
    void shouldNameTheEnvironmentForTheAppThatGetsIt(String apps, String expected) {
        List<SlackAppConfig> configured = new ArrayList<>();
        for (String own : apps.split(" ")) {
            var app = new SlackAppConfig(String.valueOf(configured.size()));
            app.setAppTokenCredentialsId(own.equals("t") ? "token" : null);
            app.setClientIdCredentialsId(own.equals("c") ? "client" : null);
            configured.add(app);
        }

        var sources = SecretSource.all(configured, ENVIRONMENT);

        List<String> given = new ArrayList<>();
        owner(sources, "SLACK_SECRET").forEach(app -> given.add("requests of " + app));
        owner(sources, "SLACK_APP_CLIENT_SECRET").forEach(app -> given.add("client of " + app));
        assertThat(given.isEmpty() ? "nothing" : String.join(", ", given)).isEqualTo(expected);
        assertThat(owner(sources, "SLACK_APP_CLIENT_ID")).isEqualTo(owner(sources, "SLACK_APP_CLIENT_SECRET"));
        assertThat(owner(sources, "SLACK_APP_TOKEN")).isEqualTo(owner(sources, "SLACK_SECRET"));
    }

    @Test
    void shouldNameTheEnvironmentWhereNoAppIsConfigured() {
        assertThat(SecretSource.all(List.of(), ENVIRONMENT)).hasSize(4).allMatch(SecretSourceTest::isKnown);
    }

    private static boolean isKnown(SecretSource source) {
        return !source.source().startsWith("not set");
    }

    private static List<String> owner(List<SecretSource> sources, String variable) {
        return sources.stream()
                .filter(source -> isKnown(source) && source.source().matches(".*\\b" + variable + "\\b.*"))
                .map(SecretSource::app)
                .toList();
    }
}
