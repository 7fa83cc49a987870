package io.jenkins.plugins.slacknotify.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlackCauseTest {
    /** They stand in files of builds and of the queue: a renamed one would have what is done be done again. */
    @Test
    void shouldKeepTheNamesOfItsFields() {
        assertThat(SlackCause.class.getName()).isEqualTo("io.jenkins.plugins.slacknotify.control.SlackCause");
        assertThat(Arrays.stream(SlackCause.class.getDeclaredFields()).map(Field::getName))
                .containsExactlyInAnyOrder("request", "member", "channel", "again");
        assertThat(SlackInterruption.class.getName())
                .isEqualTo("io.jenkins.plugins.slacknotify.control.SlackInterruption");
    }
}
