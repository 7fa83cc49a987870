package io.jenkins.plugins.slacknotify.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.form.ChannelName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyChannelTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"#ops", "ops", "C024BE91L", "G024BE91L", "#ops:1700000000.000100", "C024BE91L:1700000000.000100"
            })
    void shouldTakeOverAChannel(String written) {
        assertThat(new LegacyChannel(written).isSupported()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ada",
                "@U024BE91L",
                "U024BE91L",
                "W024BE91L",
                "D024BE91L",
                "U024BE91L:1700000000.000100",
                "D024BE91L:1700000000.000100",
                "<@U024BE91L>",
                "ada@example.org",
                "https://acme.slack.com/archives/D024BE91L",
                "https://acme.slack.com/team/U024BE91L"
            })
    void shouldSayThatAPersonIsNoChannel(String written) {
        LegacyChannel channel = new LegacyChannel(written);

        assertThat(channel.isSupported()).isFalse();
        assertThat(channel.note()).hasValueSatisfying(note -> assertThat(note).contains("'" + written + "' in person"));
    }

    /** What {@code isSupported} says is relied on where the system channel is set, which refuses what is no channel. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ops",
                "ops",
                "C024BE91L",
                "G024BE91L",
                "D024BE91L",
                "U024BE91L",
                "#D024BE91L",
                "@ada",
                "ada@example.org",
                "team/dev",
                "$ROOM",
                "#",
                ":1700000000.000100",
                "D024BE91L:1.2",
                "<@U024BE91L>",
                "<#C024BE91L|builds>",
                "https://acme.slack.com/archives/C024BE91L",
                "https://acme.slack.com/archives/D024BE91L",
                "https://acme.slack.com/team/U024BE91L",
                "d024be91l",
                "Ops"
            })
    void shouldSupportNothingThatCannotBeTheSystemChannel(String written) {
        LegacyChannel channel = new LegacyChannel(written);

        assertThat(!channel.isSupported() || isTaken(channel.channel())).isTrue();
    }

    private static boolean isTaken(String channel) {
        try {
            return ChannelName.checked(channel) != null;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
