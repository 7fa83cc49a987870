package io.jenkins.plugins.slacknotify.config.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.EnvironmentRow;
import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerEnvironmentTest {
    private static final String TOKEN = "xoxb-1-2-abc";

    @Test
    void shouldHaveNothingWhereNothingIsSet() {
        var environment =
                new ControllerEnvironment(Map.of("PATH", "/bin", "SLACK_BOT_TOKEN", " ", "SLACK_CHANNEL", ""));

        assertThat(environment.credentialsId()).isEmpty();
        assertThat(environment.channel()).isEmpty();
        assertThat(rows(environment, null, null)).isEmpty();
    }

    @Test
    void shouldOfferATokenAndAChannel() {
        var environment = environment(TOKEN, " #builds ");

        assertThat(environment.credentialsId()).contains("slack-notify-environment");
        assertThat(environment.channel()).contains("#builds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@ada", "two channels", "#a,#b", "#"})
    void shouldNotSendToWhatIsNoChannelButSayWhy(String channel) {
        var environment = environment(TOKEN, channel);

        assertThat(environment.channel()).isEmpty();
        assertThat(rows(environment, null, null).get(1)).startsWith("SLACK_CHANNEL | " + channel + " | This is ");
    }

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
    void shouldKeepSecretsFromBuilds() {
        Map<String, String> inherited = new TreeMap<>(Map.of(
                "PATH", "/bin",
                "SLACK_BOT_TOKEN", TOKEN,
                "SLACK_CHANNEL", "#builds",
                "SLACK_APP_CLIENT_ID", "1",
                "SLACK_APP_CLIENT_SECRET", "2",
                "SLACK_SECRET", "3"));

        new ControllerEnvironment(Map.of()).hideSecretsIn(inherited);

        assertThat(inherited).containsOnlyKeys("PATH", "SLACK_CHANNEL", "SLACK_APP_CLIENT_ID");
    }

    @Test
    void shouldSayAtTheFieldWhichChannelIsUsed() {
        var nothing = new ControllerEnvironment(Map.of());
        var builds = environment(TOKEN, "#builds");

        assertThat(ChannelName.check("", nothing).kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(ChannelName.check("", builds).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(ChannelName.check("", builds)).hasMessageContaining("#builds of the environment variable");
        assertThat(ChannelName.check("#builds", builds)).hasMessage(null);
        assertThat(ChannelName.check("#other", builds)).hasMessageContaining("and not #builds");
        assertThat(ChannelName.check("", environment(TOKEN, "@ada")).kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(ChannelName.check("", environment(TOKEN, "@ada")))
                .hasMessageContaining("SLACK_CHANNEL")
                .hasMessageContaining("This is a person");
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
