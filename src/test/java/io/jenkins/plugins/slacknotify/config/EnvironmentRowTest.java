package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentRowTest {
    private static final String TOKEN = "xoxb-1-2-abc";

    @Test
    void shouldNeverShowASecret() {
        var environment = new ControllerEnvironment(Map.of(
                "SLACK_BOT_TOKEN", TOKEN,
                "SLACK_APP_CLIENT_ID", "secret-1",
                "SLACK_APP_CLIENT_SECRET", "secret-2",
                "SLACK_SECRET", "secret-3"));

        assertThat(rows(environment, null, null))
                .hasSize(4)
                .noneMatch(row -> row.contains(TOKEN) || row.contains("secret-"))
                .allMatch(row -> row.contains("set, but not shown"))
                .filteredOn(row -> row.contains("Reserved for later"))
                .hasSize(3);
    }

    @Test
    void shouldSayThatAnotherKindOfTokenIsNone() {
        assertThat(rows(environment("xoxp-1-2-abc", "#builds"), null, null).get(0))
                .contains("This is a user token")
                .doesNotContain("xoxp-1");
    }

    @Test
    void shouldSayWhichOfThemIsUsed() {
        var environment = environment(TOKEN, "#builds");

        assertThat(rows(environment, null, null))
                .satisfiesExactly(
                        token -> assertThat(token).contains("Used as the bot token"),
                        channel -> assertThat(channel).contains("Used as the system channel"));
        assertThat(rows(environment, "slack-notify-environment", "#other"))
                .satisfiesExactly(
                        token -> assertThat(token).contains("Used as the bot token"),
                        channel -> assertThat(channel).contains("Not used"));
        assertThat(rows(environment, "another", null))
                .satisfiesExactly(
                        token -> assertThat(token).contains("Not used"),
                        channel -> assertThat(channel).contains("Used as"));
    }

    @Test
    void shouldSayWhyAChannelIsNotUsed() {
        assertThat(rows(environment(TOKEN, "@ada"), null, null).get(1)).startsWith("SLACK_CHANNEL | @ada | This is ");
    }

    private static ControllerEnvironment environment(String token, String channel) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", token, "SLACK_CHANNEL", channel));
    }

    private static List<String> rows(ControllerEnvironment environment, String credentialsId, String channel) {
        return EnvironmentRow.of(environment, credentialsId, channel).stream()
                .map(row -> row.getName() + " | " + row.getValue() + " | " + row.getNote())
                .toList();
    }
}
