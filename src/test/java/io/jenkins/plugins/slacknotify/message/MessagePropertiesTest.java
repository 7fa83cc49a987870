package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests properties of every message that a job's author wrote. See also {@link GeneratedBuildsTest}. */
class MessagePropertiesTest {
    private static final int TEXT_SHOWN_WHOLE = 4_000;

    private final BlockKitValidator slack = new BlockKitValidator();
    private final MessageRenderer renderer = new MessageRenderer();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldStayWithinSlacksLimits(@ForAll("texts") String text, @ForAll("names") String job) {
        MessageSplitter.split(text).forEach(part -> {
            RenderedMessage message = renderer.render(
                    part, MessageFormat.PLAIN, aBuild().named(job, "#1").build(), Severity.INFO, false);

            assertThat(message.text()).isEqualTo(part).hasSizeLessThanOrEqualTo(TEXT_SHOWN_WHOLE);
            assertThat(message.attachments()).hasSize(1);
            JsonArray blocks = GsonFactory.createSnakeCase()
                    .toJsonTree(message.attachments().get(0).getBlocks())
                    .getAsJsonArray();
            assertThat(slack.validate(blocks, "/attachments/0/blocks")).isEmpty();
        });
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldLoseNothingOfALongTextButLineBreaksAtWhichItWasCut(@ForAll("texts") String text) {
        List<String> parts = MessageSplitter.split(text);

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(MessageSplitter.MAX_PART));
        int at = 0;
        for (String part : parts) {
            boolean cutAtABreak = !text.startsWith(part, at);
            at += cutAtABreak ? 1 : 0;
            assertThat(text.startsWith(part, at))
                    .as("the text goes on at %d with the next part", at)
                    .isTrue();
            assertThat(cutAtABreak && text.charAt(at - 1) != '\n').isFalse();
            at += part.length();
        }
        assertThat(text.substring(at)).isIn("", "\n");
    }

    @Provide
    Arbitrary<String> names() {
        return NastyText.ofMaxLength(4_000);
    }

    @Provide
    Arbitrary<String> texts() {
        return NastyText.ofMaxLength(4_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(pieces -> "x" + String.join("", pieces));
    }
}
