package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.inbound.SlackAppConfig;
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
                .filteredOn(row -> row.contains("Used for \"Add to Slack\""))
                .hasSize(2);
    }

    @Test
    void shouldSayWhatBecomesOfTheSecretsOfAnApp() {
        var environment = new ControllerEnvironment(Map.of("SLACK_SECRET", "0123456789abcdef0123456789abcdef"));
        var inbound = new InboundConfig();

        assertThat(rows(environment, inbound)).singleElement().asString().contains("switched off");
        inbound.setAbilities(List.of("commands"));
        assertThat(rows(environment, inbound)).singleElement().asString().contains("Used for the Slack app");
        var app = new SlackAppConfig("own");
        app.setSigningSecretCredentialsId("own-secret");
        inbound.setApps(List.of(app));
        assertThat(rows(environment, inbound)).singleElement().asString().contains("Not used, as every Slack app");
    }

    @Test
    void shouldSayThatASecretIsOfAnotherKind() {
        var inbound = new InboundConfig();
        inbound.setAbilities(List.of("home"));

        assertThat(rows(new ControllerEnvironment(Map.of("SLACK_SECRET", "xapp-1-A0123456789-1-abc")), inbound))
                .singleElement()
                .asString()
                .contains("This is an app-level token")
                .doesNotContain("A0123456789");
    }

    @Test
    void shouldNameTheFormThatCountsAndWhatIsWrongWithIt() {
        assertThat(rows(new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN_FILE", "/nowhere/token")), null, null))
                .singleElement()
                .asString()
                .startsWith("SLACK_BOT_TOKEN_FILE |  | SLACK_BOT_TOKEN_FILE names the file /nowhere/token");
        assertThat(rows(
                        new ControllerEnvironment(
                                Map.of("SLACK_CHANNEL", "#builds", "SLACK_CHANNEL_FILE", "/nowhere/channel")),
                        null,
                        null))
                .singleElement()
                .asString()
                .startsWith("SLACK_CHANNEL | #builds | SLACK_CHANNEL and SLACK_CHANNEL_FILE are both set.");
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

    private static List<String> rows(ControllerEnvironment environment, InboundConfig inbound) {
        return EnvironmentRow.of(environment, null, null, inbound).stream()
                .map(EnvironmentRow::note)
                .toList();
    }

    private static List<String> rows(ControllerEnvironment environment, String credentialsId, String channel) {
        return EnvironmentRow.of(environment, credentialsId, channel, new InboundConfig()).stream()
                .map(row -> row.name() + " | " + row.value() + " | " + row.note())
                .toList();
    }
}
