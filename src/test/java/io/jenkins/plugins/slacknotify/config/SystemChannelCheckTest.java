package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemChannelCheckTest {
    private static final String TOKEN = "xoxb-1-2-abc";

    @Test
    void shouldSayAtTheFieldWhichChannelIsUsed() {
        var nothing = new ControllerEnvironment(Map.of());
        var builds = environment(TOKEN, "#builds");

        assertThat(SystemChannelCheck.check("", nothing).kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(SystemChannelCheck.check("", builds).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(SystemChannelCheck.check("", builds)).hasMessageContaining("#builds of the environment variable");
        assertThat(SystemChannelCheck.check("#builds", builds)).hasMessage(null);
        assertThat(SystemChannelCheck.check("#other", builds)).hasMessageContaining("and not #builds");
        assertThat(SystemChannelCheck.check("", environment(TOKEN, "@ada")).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(SystemChannelCheck.check("", environment(TOKEN, "@ada")))
                .hasMessageContaining("SLACK_CHANNEL")
                .hasMessageContaining("This is a person");
    }

    @Test
    void shouldWarnOfCapitals() {
        assertThat(SystemChannelCheck.check("#Builds", new ControllerEnvironment(Map.of())))
                .hasMessageContaining("no capital letters");
    }

    private static ControllerEnvironment environment(String token, String channel) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", token, "SLACK_CHANNEL", channel));
    }
}
