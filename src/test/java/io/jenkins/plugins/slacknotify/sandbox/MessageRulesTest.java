package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests which blocks and attachments chat.postMessage takes. */
class MessageRulesTest {
    private static final String EMPTY_SECTION = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}}";

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final MethodsClient jenkins = client(slack, slack.workspace("acme").installBot("jenkins"));

    MessageRulesTest() {
        slack.workspace("acme").channel("builds");
    }

    @Test
    void shouldSayWhereABlockIsWrong() throws IOException, SlackApiException {
        var answer = postBlocks("[" + EMPTY_SECTION + "]");

        assertThat(answer.getError()).isEqualTo("invalid_blocks");
        assertThat(answer.getErrors())
                .containsExactly("must be more than 0 characters [json-pointer:/blocks/0/text/text]");
        assertThat(answer.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void shouldWantBlocksToBeAnArray() throws IOException, SlackApiException {
        assertThat(postBlocks("{}").getError()).isEqualTo("invalid_blocks_format");
        assertThat(postBlocks("[").getError()).isEqualTo("invalid_blocks_format");
    }

    @Test
    void shouldRefuseTooMuchTextAltogether() throws IOException, SlackApiException {
        String section = EMPTY_SECTION.replace("\"\"", "\"" + "x".repeat(2900) + "\"");

        assertThat(postBlocks("[" + String.join(",", Collections.nCopies(3, section)) + "]")
                        .isOk())
                .isTrue();
        assertThat(postBlocks("[" + String.join(",", Collections.nCopies(4, section)) + "]")
                        .getError())
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void shouldLookIntoAttachments() throws IOException, SlackApiException {
        var answer = postAttachments("[{\"color\":\"#ff0000\",\"blocks\":[" + EMPTY_SECTION + "]}]");

        assertThat(answer.getError()).isEqualTo("invalid_attachments");
        assertThat(answer.getErrors())
                .containsExactly("must be more than 0 characters [json-pointer:/attachments/0/blocks/0/text/text]");
    }

    @Test
    void shouldRefuseATitleBesideTheBlocksOfAnAttachment() throws IOException, SlackApiException {
        String divider = "\"blocks\":[{\"type\":\"divider\"}]";

        assertThat(postAttachments("[{\"title\":\"Build\"," + divider + "}]").getError())
                .isEqualTo("invalid_attachments");
        assertThat(postAttachments("[{\"color\":\"#ff0000\",\"fallback\":\"Build\"," + divider + "}]")
                        .isOk())
                .isTrue();
    }

    @Test
    void shouldCountAttachments() throws IOException, SlackApiException {
        assertThat(postAttachments(attachments(100)).isOk()).isTrue();
        assertThat(postAttachments(attachments(101)).getError()).isEqualTo("too_many_attachments");
        assertThat(slack.workspace("acme").messagesIn("builds").get(0).notes())
                .singleElement()
                .asString()
                .contains("not more than 20");
    }

    @Test
    void shouldTakeMarkdownAloneOnly() throws IOException, SlackApiException {
        var conflict = jenkins.chatPostMessage(
                request -> request.channel("builds").text("x").markdownText("**x**"));
        var alone = jenkins.chatPostMessage(request -> request.channel("builds").markdownText("**x**"));

        assertThat(conflict.getError()).isEqualTo("markdown_text_conflict");
        assertThat(alone.isOk()).isTrue();
    }

    private ChatPostMessageResponse postBlocks(String blocks) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(
                request -> request.channel("builds").text("x").blocksAsString(blocks));
    }

    private ChatPostMessageResponse postAttachments(String attachments) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(
                request -> request.channel("builds").text("x").attachmentsAsString(attachments));
    }

    private static String attachments(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "{\"text\":\"a\"}")) + "]";
    }
}
