package io.jenkins.plugins.slacknotify.trigger.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** It is the text of notifications, and the author has no message to shorten. */
    @ParameterizedTest
    @ValueSource(strings = {"{'text':'%s','blocks':[{'type':'divider'}]}", "[{'type':'video','alt_text':'%s'}]"})
    void shouldShortenTheTextOfNotificationsUnlessItIsTheAuthorsMessage(String blocks) {
        String json = String.format(blocks.replace('\'', '"'), "x".repeat(5_000));

        for (List<String> mention : List.of(List.<String>of(), List.of("here", "U0123456789"))) {
            ContentOption content = ContentOption.of(null, null, json, mention, "#12");

            assertThat(content.text()).startsWith("xxx");
            assertThat(content.form().parts(content.text())).containsExactly(content.text());
            assertThat(content.problem()).isNull();
        }
    }

    @Test
    void shouldSendTheBlocksOfAMessageWithoutItsAttachments() {
        ContentOption content = ContentOption.of(
                null,
                null,
                "{\"blocks\":[{\"type\":\"divider\"}],\"attachments\":[{\"text\":\"x\"}]}",
                List.of(),
                "#12");

        assertThat(content.form().blocks()).contains("divider");
        assertThat(content.problem()).contains("Without the attachments", "into the list of blocks");
    }
}
