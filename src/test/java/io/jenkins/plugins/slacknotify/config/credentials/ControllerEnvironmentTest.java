package io.jenkins.plugins.slacknotify.config.credentials;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(environment.set()).isEmpty();
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
        assertThat(environment.channelError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("This is "));
    }

    @Test
    void shouldKeepSecretsFromBuilds() {
        Map<String, String> inherited = new TreeMap<>(Map.of(
                "PATH", "/bin",
                "SLACK_BOT_TOKEN", TOKEN,
                "SLACK_CHANNEL", "#builds",
                "SLACK_APP_CLIENT_ID", "1",
                "SLACK_APP_CLIENT_SECRET", "2",
                "SLACK_SECRET", "3",
                "SLACK_BOT_TOKEN_FILE", "/run/secrets/token",
                "SLACK_APP_TOKEN", "4"));

        new ControllerEnvironment(Map.of()).hideSecretsIn(inherited);

        assertThat(inherited).containsOnlyKeys("PATH", "SLACK_CHANNEL", "SLACK_APP_CLIENT_ID");
    }

    private static ControllerEnvironment environment(String token, String channel) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", token, "SLACK_CHANNEL", channel));
    }
}
