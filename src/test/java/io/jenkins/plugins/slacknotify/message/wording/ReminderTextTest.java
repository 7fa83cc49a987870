package io.jenkins.plugins.slacknotify.message.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderTextTest {
    @Test
    void shouldMentionEachMemberOnce() {
        assertThat(ReminderText.of(List.of("U1", "U2", "U1"))).isEqualTo("<@U1> <@U2> still waiting:");
    }

    @Test
    void shouldMentionNobodyWhereNobodyIsKnown() {
        assertThat(ReminderText.of(List.of())).isEqualTo("Still waiting:");
    }
}
