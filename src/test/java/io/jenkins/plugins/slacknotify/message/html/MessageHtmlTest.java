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

    /** As Slack draws them. Their names are known only where the text has them: who a member is, is not for every reader. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            <@U0123456>              ¦ @U0123456
            <@U0123456|ada>          ¦ @ada
            <@W0123456|@Ada Ames>    ¦ @Ada Ames
            <#C0123456>              ¦ \\#C0123456
            <#C0123456|builds>       ¦ \\#builds
            <#C0123456|>             ¦ \\#C0123456
            <!subteam^S0123456>      ¦ @S0123456
            <!subteam^S0123456|@ops> ¦ @ops
            <!here>                  ¦ @here
            <!channel|channel>       ¦ @channel
            <!everyone|@everyone>    ¦ @everyone
            <?ada@shop.example>      ¦ @ada@shop.example
            <@U0123456|&lt;b>        ¦ @&lt;b
            <@U0123456|"a' &amp; b>  ¦ @&quot;a&#39; &amp; b
            """)
    void shouldShowAMention(String mrkdwn, String shown) {
        assertThat(MrkdwnHtml.of(mrkdwn))
                .isEqualTo("<span class=\"slack-notify-message__mention\">" + shown.replace("\\#", "#") + "</span>");
    }

    /** A template can hold any of these; an exception would take the whole preview away. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "#",
                "!",
                "?",
                "@|",
                "#|",
                "!subteam^",
                "!subteam^|",
                "|",
                "|x",
                "@|ada",
                "!subteam^|x",
                "!date^",
                "@ U1",
                "! "
            })
    void shouldShowAMentionOfNobodyAsText(String nobody) {
        assertThat(MrkdwnHtml.of("a <" + nobody + "> b"))
                .startsWith("a ")
                .endsWith(" b")
                .doesNotContain("slack-notify-message__mention");
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
        var message = new MessageRenderer().render(aFailure(), Severity.ERROR, false);

        assertThat(MessageHtml.of(message))
                .startsWith("<div class=\"slack-notify-message\"><div class=\"slack-notify-message__text\">\u274C <b>")
                .contains("data-colour=\"#e01e5a\"", "slack-notify-message__context");
        assertThat(MessageHtml.details(message))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void shouldShowABlockWhoseTextIsNoObject() {
        var message = new RenderedMessage(
                "text", "[{\"type\":\"markdown\",\"text\":\"a < b\"},{\"type\":\"new\",\"text\":\"x\"}]", List.of());

        assertThat(MessageHtml.of(message)).contains("a &lt; b", "[new: shown in Slack only]");
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
