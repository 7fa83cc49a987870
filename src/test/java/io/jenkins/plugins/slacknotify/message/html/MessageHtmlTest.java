package io.jenkins.plugins.slacknotify.message.html;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.Attachment;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHtmlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            *bold* _it_ ~gone~       ¦ <b>bold</b> <i>it</i> <s>gone</s>
            a `co*d*e`               ¦ a <code>co*d*e</code>
            ```a &lt; *b*```         ¦ <pre>a &lt; *b*</pre>
            5*3*2 and snake_case_ok  ¦ 5*3*2 and snake_case_ok
            :x: and :our-own:        ¦ \u274C and :our-own:
            a &amp; b                ¦ a &amp; b
            <!here> <@U0123456>      ¦ <span class="slack-notify-message__mention">@here</span> <span class="slack-notify-message__mention">@U0123456</span>
            <!date^17^{date}|5 Nov>  ¦ 5 Nov
            <https://a.b/c|the *c*>  ¦ <a href="https://a.b/c" rel="noopener noreferrer">the *c*</a>
            *<https://a.b|c>* d      ¦ <b><a href="https://a.b" rel="noopener noreferrer">c</a></b> d
            """)
    void shouldShowMrkdwn(String mrkdwn, String html) {
        assertThat(MrkdwnHtml.of(mrkdwn)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<javascript:alert(1)|click>",
                "<https://a\" onclick=\"alert(1)|x>",
                "&lt;img src=x onerror=alert(1)&gt;",
                "*<https://a|<b>*>",
                "`<b>` ```<i>```",
                "<data:text/html,x|y>"
            })
    void shouldMakeNoMarkupOfWhatABuildSays(String nasty) {
        assertThat(MrkdwnHtml.of(nasty)
                        .replaceAll("</?(b|i|s|code|pre|a|br|span)( (href|rel|class)=\"[^\"<>]*\")*>", ""))
                .doesNotContain("<", "\"")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void shouldShowABuildsMessageWithTheBarInItsColour() {
        var message = new MessageRenderer().render(aFailure(), Severity.ERROR);

        assertThat(MessageHtml.of(message))
                .startsWith("<div class=\"slack-notify-message\"><div class=\"slack-notify-message__text\">\u274C <b>")
                .contains("data-colour=\"#e01e5a\"", "slack-notify-message__context");
        assertThat(MessageHtml.details(message))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void shouldNameWhatItCannotShow() {
        var button = BlockElements.button(it -> it.text(BlockCompositions.plainText("Rebuild")));
        var details = Attachment.builder()
                .blocks(List.of(
                        Blocks.section(it ->
                                it.text(BlockCompositions.markdownText("*a*")).accessory(button)),
                        Blocks.context(List.of(BlockElements.image(it -> it.imageUrl("https://a.b/c.png")))),
                        Blocks.actions(List.of(button)),
                        Blocks.richText(it -> it)))
                .build();
        var message = new RenderedMessage("text", List.of(details));

        assertThat(MessageHtml.of(message))
                .contains(
                        "section\"><b>a</b></div>",
                        "section\">[Rebuild]</div>",
                        "context\">[image: shown in Slack only]</div>",
                        "button\">[Rebuild]</div>",
                        "section\">[rich_text: shown in Slack only]</div>");
        assertThat(MessageHtml.details(message)).hasSize(5).contains("*a*", "[Rebuild]");
    }
}
