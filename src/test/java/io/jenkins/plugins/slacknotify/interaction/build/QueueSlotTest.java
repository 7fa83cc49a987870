package io.jenkins.plugins.slacknotify.interaction.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueSlotTest {
    private static final QueueSlot SLOT = new QueueSlot(7, Instant.ofEpochMilli(1_790_000_000_123L));

    /** The number alone may be that of another build, since a crash. */
    @Test
    void shouldComeBackFromAButtonWithNumberAndTime() {
        String value = SLOT.target("tools/nightly").value().orElseThrow();

        ButtonTarget button = ButtonTarget.parse(value).orElseThrow();
        assertThat(button.build().job()).isEqualTo("tools/nightly");
        assertThat(QueueSlot.of(button)).contains(SLOT);
    }

    @Test
    void shouldBeNowhereWhereAButtonNamesNoNumber() {
        BuildKey build = new BuildKey("tools/nightly", 1, SLOT.since());

        assertThat(QueueSlot.of(new ButtonTarget(build, null))).isEmpty();
        assertThat(QueueSlot.of(new ButtonTarget(build, "7x"))).isEmpty();
    }
}
