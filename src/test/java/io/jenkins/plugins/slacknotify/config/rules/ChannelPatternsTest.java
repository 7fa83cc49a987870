package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPatternsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#shop",
                "#shop-*",
                "#*",
                "*",
                "*-alerts",
                "C024BE91L",
                "https://acme.slack.com/archives/C024BE91L"
            })
    void shouldSayNothingOfChannels(String pattern) {
        assertThat(ChannelPatterns.check(List.of(pattern)).getMessage()).isNull();
    }

    @Test
    void shouldSayWhatIsReadAsTheNameOfADestination() {
        FormValidation checked = ChannelPatterns.check(List.of("#shop", "ops", "shop-*"));

        assertThat(checked.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(checked.getMessage()).contains("names of destinations: ops, shop-*.");
    }

    @Test
    void shouldWarnOfEachNameThatNoChannelHas() {
        FormValidation checked = ChannelPatterns.check(List.of("#a b", "#shop", "#c!"));

        assertThat(checked.kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(checked.getMessage()).contains("a b", "c!").doesNotContain("shop");
    }
}
