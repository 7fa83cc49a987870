package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** chat.update and chat.getPermalink. */
class UpdatingTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));
    private final String channel = acme.channel("builds").invite("jenkins").id();

    @Test
    void shouldReplaceTheTextAndRememberTheOld() throws IOException, SlackApiException {
        String ts = post("running");

        assertThat(update(jenkins, ts, "done").getText()).isEqualTo("done");

        assertThat(acme.messagesIn("builds")).singleElement().satisfies(message -> {
            assertThat(message.ts()).isEqualTo(ts);
            assertThat(message.text()).isEqualTo("done");
            assertThat(message.editedAt()).isNotNull();
            assertThat(message.revisions()).extracting(Content::text).containsExactly("running");
        });
    }

    @Test
    void shouldKeepBlocksThatAnUpdateDoesNotMention() throws IOException, SlackApiException {
        String ts = jenkins.chatPostMessage(
                        request -> request.channel(channel).text("x").blocksAsString("[{\"type\":\"divider\"}]"))
                .getTs();

        update(jenkins, ts, "y");
        assertThat(acme.messagesIn("builds").get(0).blocks()).hasSize(1);

        jenkins.chatUpdate(request -> request.channel(channel).ts(ts).text("z").blocksAsString("[]"));
        assertThat(acme.messagesIn("builds").get(0).blocks()).isEmpty();
    }

    @Test
    void shouldRefuseALongText() throws IOException, SlackApiException {
        assertThat(update(jenkins, post("x"), "x".repeat(4001)).getError()).isEqualTo("msg_too_long");
    }

    @Test
    void shouldRefuseToTouchWhatOthersWrote() throws IOException, SlackApiException {
        var other = client(slack, acme.installBot("other"));

        assertThat(update(other, post("x"), "y").getError()).isEqualTo("cant_update_message");
    }

    @Test
    void shouldNotFindAMessageThatWasNeverThere() throws IOException, SlackApiException {
        assertThat(update(jenkins, "1700000000.000001", "y").getError()).isEqualTo("message_not_found");
    }

    @Test
    void shouldLinkToAMessage() throws IOException, SlackApiException {
        String ts = post("x");

        var answer =
                jenkins.chatGetPermalink(request -> request.channel(channel).messageTs(ts));

        assertThat(answer.getPermalink())
                .isEqualTo("https://acme.slack.com/archives/" + channel + "/p" + ts.replace(".", ""));
    }

    @Test
    void shouldNotLinkToNothing() throws IOException, SlackApiException {
        var answer =
                jenkins.chatGetPermalink(request -> request.channel(channel).messageTs("1700000000.000001"));

        assertThat(answer.getError()).isEqualTo("message_not_found");
    }

    private String post(String text) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(request -> request.channel(channel).text(text))
                .getTs();
    }

    private ChatUpdateResponse update(MethodsClient client, String ts, String text)
            throws IOException, SlackApiException {
        return client.chatUpdate(request -> request.channel(channel).ts(ts).text(text));
    }
}
