package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Reaction;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** reactions.add, and replies that the channel shows as well. */
class ReactionMethodsTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));
    private final SandboxChannel builds = acme.channel("builds").invite("jenkins");

    @Test
    void shouldKeepEachEmojiOnce() throws IOException, SlackApiException {
        String ts = post("Deployed");

        assertThat(react(jenkins, ts, "rocket")).isNull();
        assertThat(react(jenkins, ts, "+1::skin-tone-3")).isNull();
        assertThat(react(jenkins, ts, "rocket")).isEqualTo("already_reacted");

        assertThat(message().reactions()).extracting(Reaction::name).containsExactly("rocket", "+1::skin-tone-3");
    }

    @Test
    void shouldKeepEmojiWhenTheMessageChanges() throws IOException, SlackApiException {
        String ts = post("Deploying");
        react(jenkins, ts, "eyes");

        jenkins.chatUpdate(request -> request.channel(builds.id()).ts(ts).text("Deployed"));

        assertThat(message().text()).isEqualTo("Deployed");
        assertThat(message().reactions()).hasSize(1);
    }

    @Test
    void shouldTakeEmojiOfSeveral() throws IOException, SlackApiException {
        String ts = post("Deployed");
        react(jenkins, ts, "rocket");

        assertThat(react(client(slack, acme.installBot("other")), ts, "rocket")).isNull();
        assertThat(message().reactions()).hasSize(2);
    }

    @Test
    void shouldRefuseWhatCannotBe() throws IOException, SlackApiException {
        String ts = post("Deployed");

        assertThat(react(jenkins, ts, "no such emoji")).isEqualTo("invalid_name");
        assertThat(react(jenkins, ts, null)).isEqualTo("invalid_name");
        assertThat(react(jenkins, "1.000000", "rocket")).isEqualTo("message_not_found");
        assertThat(react(jenkins, null, "rocket")).isEqualTo("no_item_specified");
        assertThat(react(client(slack, acme.installBot("mute", "chat:write")), ts, "rocket"))
                .isEqualTo("missing_scope");
        builds.archive();
        assertThat(react(jenkins, ts, "rocket")).isEqualTo("is_archived");
    }

    @Test
    void shouldShowThemOnThePage() throws IOException, SlackApiException {
        react(jenkins, post("Deployed"), "rocket");

        assertThat(new WebClient(slack.pageUrl()).get("sandbox/state").body()).contains("\"name\":\"rocket\"");
    }

    @Test
    void shouldTellWhetherAReplyIsShownInTheChannelAsWell() throws IOException, SlackApiException {
        String ts = post("Deploying");
        jenkins.chatPostMessage(request ->
                request.channel(builds.id()).text("Half").threadTs(ts).replyBroadcast(true));
        jenkins.chatPostMessage(
                request -> request.channel(builds.id()).text("Done").threadTs(ts));

        assertThat(builds.messages())
                .extracting(SandboxMessage::broadcast)
                .as("the first is no reply")
                .containsExactly(false, true, false);
    }

    private SandboxMessage message() {
        return builds.messages().get(0);
    }

    private String post(String text) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(request -> request.channel(builds.id()).text(text))
                .getTs();
    }

    private String react(MethodsClient bot, String ts, String name) throws IOException, SlackApiException {
        return bot.reactionsAdd(
                        request -> request.channel(builds.id()).timestamp(ts).name(name))
                .getError();
    }
}
