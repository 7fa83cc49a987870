package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#builds",
                "builds",
                " #builds ",
                "C024BE91L",
                "U024BE91L",
                "#dev_ops-2",
                "#développement",
                "#ビルド",
                "#v1.4"
            })
    void shouldTakeWhatSlackTakes(String channel) {
        assertThat(ChannelName.isValid(channel)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "#",
                "@ada",
                "#feature/x",
                "#a;#b",
                "#a,#b",
                "#a #b",
                "#a#b",
                "##a",
                "#deploy-$TARGET",
                "#deploy-${TARGET}",
                "#{branch}",
                "a&b",
                "#a\u0000b",
                "#a\u00a0b",
                "#what?",
                "#no!",
                "\"#builds\"",
                "['#builds']",
                "https://acme.slack.com/archives/builds"
            })
    void shouldRefuseWhatNoChannelCanBeCalled(String channel) {
        assertThat(ChannelName.isValid(channel)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.slack.com/archives/C024BE91L", "<#C024BE91L|builds>", " C024BE91L "})
    void shouldKeepTheIdOfALink(String pasted) {
        assertThat(ChannelName.checked(pasted)).isEqualTo("C024BE91L");
    }
}
