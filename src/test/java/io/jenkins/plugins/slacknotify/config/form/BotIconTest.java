package io.jenkins.plugins.slacknotify.config.form;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.FormValidation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BotIconTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", ":robot_face:", " :+1: ", ":skin-tone-2:", "https://example.org/a.png"})
    void shouldTakeWhatSlackShows(String typed) {
        assertThat(BotIcon.check(typed).kind).isEqualTo(FormValidation.Kind.OK);
    }

    /** Saving takes it, so an error would say what is not so. */
    @ParameterizedTest
    @ValueSource(strings = {"robot_face", ":robot face:", "::", "http://example.org/a.png", "https://", "https://a b"})
    void shouldWarnOfAnythingElse(String typed) {
        assertThat(BotIcon.check(typed).kind).isEqualTo(FormValidation.Kind.WARNING);
    }
}
