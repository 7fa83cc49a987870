package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    @ValueSource(
            strings = {
                "U024BE91L",
                " W024BE91L ",
                "D024BE91L",
                "@ada",
                "@Ada Lovelace",
                "ada@example.org",
                "<@U024BE91L>",
                "<@U024BE91L|ada>",
                "https://acme.slack.com/team/U024BE91L",
                "https://acme.enterprise.slack.com/team/W024BE91L?x=y",
                "https://acme.slack.com/archives/D024BE91L",
                "https://acme.slack.com/archives/D024BE91L/p1712345678000100",
                "https://app.slack.com/client/T024BE7LD/D024BE91L",
                "https://app.slack.com/client/T024BE7LD/user_profile/U024BE91L",
                "slack://user?team=T024BE7LD&id=U024BE91L",
            })
    void shouldSayWhatToDoWithAPerson(String person) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelName.checked(person))
                .withMessageStartingWith("This is a person. Enter a channel here")
                .withMessageContaining("Direct messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#u024be91l", "u024be91l", "#U024BE91L", "G024BE91L", "dev", "D", "U2", "#william", "W3"})
    void shouldTakeAChannelThatOnlyLooksLikeAPerson(String channel) {
        assertThat(ChannelName.checked(channel)).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"U024BE91L", "W024BE91L", "D024BE91L"})
    void shouldStillTakeThePersonThatIsStored(String person) {
        assertThat(ChannelName.addressee(person)).isEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.slack.com/archives/C024BE91L",
                "<#C024BE91L|builds>",
                " C024BE91L ",
                "\u200bC024BE91L\u00a0",
                "\uFEFF\u202Ahttps://acme.slack.com/archives/C024BE91L\u202C"
            })
    void shouldKeepTheIdOfALink(String pasted) {
        assertThat(ChannelName.checked(pasted)).isEqualTo("C024BE91L");
    }
}
