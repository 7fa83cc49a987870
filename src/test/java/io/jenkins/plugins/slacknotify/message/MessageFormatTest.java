package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests formats other than mrkdwn, split into parts and rendered. */
class MessageFormatTest {
    private static final String DIVIDER = "[{\"type\":\"divider\"}]";

    private final MessageRenderer renderer = new MessageRenderer();

    @Test
    void shouldShowMarkdownInABlockAndItsBeginningInNotifications() {
        RenderedMessage message = render("# R&D\n<!here> " + "x".repeat(8_900), new MessageFormat(true, null, null));

        assertThat(message.text()).startsWith("# R&amp;D &lt;!here&gt; xxx").hasSizeLessThanOrEqualTo(500);
        assertThat(blocks(message).get(0).getAsJsonObject().get("text").getAsString())
                .startsWith("# R&D\n<!here> xxx")
                .hasSize(8_914);
        assertValid(message);
    }

    @Test
    void shouldShowBlocksAndTheTextInNotifications() {
        RenderedMessage message = render("Release", new MessageFormat(false, DIVIDER, null));

        assertThat(message.text()).isEqualTo("Release");
        assertThat(message.blocks()).isEqualTo(DIVIDER);
        assertThat(message.attachments()).hasSize(1);
    }

    @Test
    void shouldMentionInABlockBecauseTheTextIsNotShown() {
        RenderedMessage message =
                render("Release", new MessageFormat(false, DIVIDER, null)).withMention("<!here>");

        assertThat(message.text()).isEqualTo("<!here> Release");
        assertThat(message.blocks())
                .isEqualTo("[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<!here>\"}},"
                        + DIVIDER.substring(1));
        assertValid(message);
    }

    @Test
    void shouldSplitATextBesideTwentyMentionsOfTheLongestNames() {
        List<String> names = IntStream.range(0, Mention.MAX_MENTIONS)
                .mapToObj(number -> "n".repeat(196) + (100 + number))
                .toList();
        String text = "x".repeat(9_000);

        List<String> parts = MessageFormat.PLAIN.withMention(Mention.of(names)).parts(text);

        assertThat(String.join("", parts)).isEqualTo(text);
        assertThat(parts).hasSize(3);
    }

    @Test
    void shouldMentionInTheTextWhereThatIsShown() {
        RenderedMessage message = render("Release", MessageFormat.PLAIN).withMention("<!here>");

        assertThat(message.text()).isEqualTo("<!here> Release");
        assertThat(message.blocks()).isEqualTo("[]");
    }

    @Test
    void shouldSayWhyAMessageReachesSomebodyBelowBlocks() {
        RenderedMessage message =
                renderer.withExplanation(render("Release", new MessageFormat(false, DIVIDER, null)), Set.of(), null);

        assertThat(message.blocks()).isEqualTo(DIVIDER);
        assertThat(message.attachments()).hasSize(2);
    }

    @Test
    void shouldLeaveRoomForTheMention() {
        String mention = "<!subteam^S0123456789>";

        List<String> parts = new MessageFormat(false, null, mention).parts("x".repeat(MessageSplitter.MAX_PART));

        assertThat(parts).hasSize(2);
        assertThat(mention + parts.get(0)).hasSize(MessageSplitter.MAX_PART);
    }

    @Test
    void shouldSplitMarkdownAsMarkdown() {
        MessageFormat markdown = new MessageFormat(true, null, null);

        assertThat(markdown.parts("x".repeat(9_000))).hasSize(1);
        assertThat(markdown.parts("x".repeat(9_001))).hasSize(2);
        assertThat(markdown.parts(null)).isEmpty();
    }

    @Test
    void shouldNotSplitWhatStandsBesideBlocks() {
        MessageFormat form = new MessageFormat(false, DIVIDER, null);

        assertThat(form.parts("x".repeat(3_900))).hasSize(1);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> form.parts("x".repeat(3_901)))
                .withMessage("The message beside the blocks has 3,901 characters. It is shown in notifications only, so"
                        + " shorten it to 3,900.");
    }

    private RenderedMessage render(String text, MessageFormat form) {
        return renderer.render(text, form, aFailure(), Severity.INFO, false);
    }

    private static JsonArray blocks(RenderedMessage message) {
        return JsonParser.parseString(message.blocks()).getAsJsonArray();
    }

    private static void assertValid(RenderedMessage message) {
        assertThat(new BlockKitValidator().validate(blocks(message), "/blocks")).isEmpty();
    }
}
