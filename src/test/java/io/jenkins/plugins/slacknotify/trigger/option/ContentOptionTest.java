package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentOptionTest {
    private static final String TOO_LONG =
            "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(3_001) + "\"}}]";

    @Test
    void shouldSendTheMessageBesideBlocksThatBreakALimit() {
        ContentOption content = ContentOption.of("Deployed", null, TOO_LONG, List.of(), "#12");

        assertThat(content.text()).isEqualTo("Deployed");
        assertThat(content.form().blocks()).isNull();
        assertThat(content.problem()).contains("only the message beside them was sent", "blocks[0].text.text");
    }

    @Test
    void shouldSendTheMessageBesideBlocksThatAreNoBlocks() {
        assertThat(ContentOption.of("Deployed", null, "{oops", List.of(), "#12").problem())
                .isNotNull();
    }

    @Test
    void shouldRefuseBadBlocksWithNothingBesideThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentOption.of(null, null, TOO_LONG, List.of(), "#12"))
                .withMessageContaining("blocks[0].text.text");
    }

    @Test
    void shouldHaveNoProblemWithGoodBlocks() {
        ContentOption content = ContentOption.of("Deployed", null, "[{\"type\":\"divider\"}]", List.of(), "#12");

        assertThat(content.form().blocks()).contains("divider");
        assertThat(content.problem()).isNull();
    }
}
