package io.jenkins.plugins.slacknotify.engine.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationIndexTest {
    private final ConversationIndex recent = new ConversationIndex();

    @Test
    void shouldKnowWhatBelongsToTheLastBuildsOnly() {
        recent.add("first", "a");
        recent.add("first", "b");
        for (int build = 1; build < ConversationIndex.KEPT; build++) {
            recent.add("build " + build, "of " + build);
        }
        assertThat(recent.of("first")).containsExactly("a", "b");
        assertThat(recent.knows("b")).isTrue();

        recent.add("one more", "c");

        assertThat(recent.of("first")).isEmpty();
        assertThat(recent.knows("a") || recent.knows("b")).isFalse();
        assertThat(recent.knows("c") && recent.knows("of 1")).isTrue();
    }
}
