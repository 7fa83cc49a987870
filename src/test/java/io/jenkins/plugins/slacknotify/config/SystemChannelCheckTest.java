package io.jenkins.plugins.slacknotify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(SystemChannelCheck.check("", null, nothing).kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(SystemChannelCheck.check("", null, builds).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(SystemChannelCheck.check("", null, builds))
                .hasMessageContaining("#builds of the environment variable");
        assertThat(SystemChannelCheck.check("#builds", null, builds)).hasMessage(null);
        assertThat(SystemChannelCheck.check("#other", null, builds)).hasMessageContaining("and not #builds");
        assertThat(SystemChannelCheck.check("", null, environment(TOKEN, "@ada")).kind)
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(SystemChannelCheck.check("", null, environment(TOKEN, "@ada")))
                .hasMessageContaining("SLACK_CHANNEL")
                .hasMessageContaining("This is a person");
    }

    @Test
    void shouldWarnOfCapitals() {
        assertThat(SystemChannelCheck.check("#Builds", null, new ControllerEnvironment(Map.of())))
                .hasMessageContaining("no capital letters");
    }

    @Test
    void shouldWarnOfAPersonThatIsStoredAndRefuseAnother() {
        var nothing = new ControllerEnvironment(Map.of());

        assertThat(SystemChannelCheck.check("U024BE91L", "U024BE91L", nothing).kind)
                .isEqualTo(FormValidation.Kind.WARNING);
        assertThat(SystemChannelCheck.check("U024BE91L", "U024BE91L", nothing))
                .hasMessageContaining("it stays as it is")
                .hasMessageContaining("Enter a channel here");
        assertThatThrownBy(() -> SystemChannelCheck.check("U024BE91X", "U024BE91L", nothing))
                .hasMessageStartingWith("This is a person");
        assertThatThrownBy(() -> SystemChannelCheck.check("#a b", "U024BE91L", nothing))
                .hasMessageStartingWith("This is not a channel");
    }

    private static ControllerEnvironment environment(String token, String channel) {
        return new ControllerEnvironment(Map.of("SLACK_BOT_TOKEN", token, "SLACK_CHANNEL", channel));
    }
}
