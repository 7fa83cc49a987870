package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** chat.postMessage: where a message may go and what becomes of it. */
class PostingTest {
    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, new MutableClock());

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));
    private final MethodsClient guest = client(slack, acme.installBot("guest", "chat:write"));

    @ParameterizedTest
    @ValueSource(strings = {"builds", "#builds"})
    void shouldFindAChannelByName(String name) throws IOException, SlackApiException {
        acme.channel("builds");

        assertThat(post(jenkins, name, "hello").getChannel())
                .isEqualTo(acme.channel("builds").id());
    }

    @Test
    void shouldFindAChannelById() throws IOException, SlackApiException {
        assertThat(post(jenkins, acme.channel("builds").id(), "hello").isOk()).isTrue();
    }

    @Test
    void shouldOpenTheDirectMessageWithAPerson() throws IOException, SlackApiException {
        var ada = acme.user("Ada", "ada@example.org");

        post(guest, ada.id(), "first");
        post(guest, ada.id(), "second");

        assertThat(acme.directMessagesTo("ada@example.org"))
                .extracting(SandboxMessage::text)
                .containsExactly("first", "second");
        assertThat(acme.directMessagesTo("grace@example.org")).isEmpty();
    }

    @Test
    void shouldLetOnlyMembersOrTheFarScopeIntoPublicChannels() throws IOException, SlackApiException {
        var builds = acme.channel("builds");
        assertThat(post(guest, "builds", "x").getError()).isEqualTo("not_in_channel");

        builds.invite("guest");

        assertThat(post(guest, "builds", "x").isOk()).isTrue();
        assertThat(post(jenkins, "builds", "x").isOk()).isTrue();
    }

    @Test
    void shouldHidePrivateChannelsFromThoseOutside() throws IOException, SlackApiException {
        var secret = acme.privateChannel("secret");
        assertThat(post(jenkins, secret.id(), "x").getError()).isEqualTo("channel_not_found");

        secret.invite("jenkins");

        assertThat(post(jenkins, "secret", "x").isOk()).isTrue();
    }

    @Test
    void shouldRefuseArchivedChannels() throws IOException, SlackApiException {
        acme.channel("builds").archive();

        assertThat(post(jenkins, "builds", "x").getError()).isEqualTo("is_archived");
    }

    @Test
    void shouldIgnoreANameOfItsOwnWithoutTheScope() throws IOException, SlackApiException {
        acme.channel("builds").invite("guest");

        var ignored = guest.chatPostMessage(request ->
                request.channel("builds").text("x").username("Build bot").iconEmoji(":rocket:"));
        jenkins.chatPostMessage(request ->
                request.channel("builds").text("x").username("Build bot").iconEmoji(":rocket:"));

        assertThat(ignored.isOk()).isTrue();
        assertThat(acme.messagesIn("builds"))
                .extracting(SandboxMessage::username)
                .containsExactly(null, "Build bot");
        assertThat(acme.messagesIn("builds"))
                .extracting(SandboxMessage::iconEmoji)
                .containsExactly(null, ":rocket:");
    }

    @Test
    void shouldRefuseToSayNothing() throws IOException, SlackApiException {
        acme.channel("builds");

        assertThat(post(jenkins, "builds", " ").getError()).isEqualTo("no_text");
    }

    @Test
    void shouldCutOffVeryLongTexts() throws IOException, SlackApiException {
        acme.channel("builds");

        assertThat(post(jenkins, "builds", "x".repeat(100_000)).isOk()).isTrue();

        assertThat(acme.messagesIn("builds")).singleElement().satisfies(message -> {
            assertThat(message.text()).hasSize(40_000);
            assertThat(message.notes()).singleElement().asString().contains("10 messages");
        });
    }

    @Test
    void shouldGiveEveryMessageATimeOfItsOwnEvenInOneInstant() throws IOException, SlackApiException {
        acme.channel("builds");

        var first = post(jenkins, "builds", "first").getTs();
        var second = post(jenkins, "builds", "second").getTs();

        assertThat(first).matches("\\d{10}\\.\\d{6}");
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void shouldKeepThreadsTogether() throws IOException, SlackApiException {
        acme.channel("builds").invite("jenkins");
        String parent = post(jenkins, "builds", "parent").getTs();
        jenkins.chatPostMessage(
                request -> request.channel("builds").text("reply").threadTs(parent));
        String channel = acme.channel("builds").id();

        var history = jenkins.conversationsHistory(request -> request.channel(channel));
        var replies =
                jenkins.conversationsReplies(request -> request.channel(channel).ts(parent));

        assertThat(history.getMessages()).extracting(Message::getText).containsExactly("parent");
        assertThat(replies.getMessages()).extracting(Message::getText).containsExactly("parent", "reply");
        assertThat(acme.messagesIn("builds"))
                .extracting(SandboxMessage::isReply)
                .containsExactly(false, true);
    }

    @Test
    void shouldRefuseAMalformedThread() throws IOException, SlackApiException {
        acme.channel("builds");

        var answer = jenkins.chatPostMessage(
                request -> request.channel("builds").text("reply").threadTs("yesterday"));

        assertThat(answer.getError()).isEqualTo("invalid_thread_ts");
    }

    @Test
    void shouldPutAReplyToADeletedMessageBesideTheThread() throws IOException, SlackApiException {
        var builds = acme.channel("builds").invite("jenkins");
        String parent = post(jenkins, "builds", "parent").getTs();
        builds.delete(parent);

        var reply = reply("builds", parent);

        assertThat(reply.isOk()).isTrue();
        assertThat(reply.getMessage().getThreadTs()).isNull();
        assertThat(builds.messages()).singleElement().returns(null, SandboxMessage::threadTs);
        assertThat(jenkins.conversationsReplies(
                                request -> request.channel(builds.id()).ts(parent))
                        .getError())
                .isEqualTo("thread_not_found");
    }

    @Test
    void shouldKeepAThreadThatHasRepliesThoughItsFirstMessageIsDeleted() throws IOException, SlackApiException {
        var builds = acme.channel("builds").invite("jenkins");
        String parent = post(jenkins, "builds", "parent").getTs();
        reply("builds", parent);
        builds.delete(parent);

        var second = reply("builds", parent);

        assertThat(second.getMessage().getThreadTs()).isEqualTo(parent);
        assertThat(jenkins.conversationsReplies(
                                request -> request.channel(builds.id()).ts(parent))
                        .getMessages())
                .hasSize(2);
        assertThat(jenkins.chatUpdate(request ->
                                request.channel(builds.id()).ts(parent).text("Changed"))
                        .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void shouldRefuseRepliesWhereThreadsAreNotAllowed() throws IOException, SlackApiException {
        var builds = acme.channel("builds").invite("jenkins");
        String parent = post(jenkins, "builds", "parent").getTs();
        builds.lockThread(parent);
        assertThat(reply("builds", parent).getError()).isEqualTo("restricted_action_thread_locked");

        builds.forbidThreads();

        assertThat(reply("builds", parent).getError()).isEqualTo("restricted_action_non_threadable_channel");
        assertThat(post(jenkins, "builds", "another").isOk()).isTrue();
    }

    @Test
    void shouldShowABroadcastReplyInTheHistory() throws IOException, SlackApiException {
        var builds = acme.channel("builds").invite("jenkins");
        String parent = post(jenkins, "builds", "parent").getTs();
        jenkins.chatPostMessage(request ->
                request.channel("builds").text("reply").threadTs(parent).replyBroadcast(true));

        var history = jenkins.conversationsHistory(request -> request.channel(builds.id()));

        assertThat(history.getMessages()).extracting(Message::getText).containsExactly("reply", "parent");
        assertThat(history.getMessages().get(0))
                .returns("thread_broadcast", Message::getSubtype)
                .satisfies(reply -> assertThat(reply.getRoot().getText()).isEqualTo("parent"));
    }

    @Test
    void shouldLetNobodyCallAWholeChannelWhereThatIsForbidden() throws IOException, SlackApiException {
        acme.channel("builds").invite("jenkins");
        acme.forbidGroupMentions();

        assertThat(post(jenkins, "builds", "<!channel> broke").getError()).isEqualTo("restricted_action");
        assertThat(post(jenkins, "builds", "broke").isOk()).isTrue();
        assertThat(jenkins.chatPostMessage(
                                request -> request.channel("builds")
                                        .text("broke")
                                        .blocksAsString(
                                                "[{\"type\": \"rich_text\", \"elements\": [{\"type\": \"rich_text_section\","
                                                        + " \"elements\": [{\"type\": \"broadcast\", \"range\": \"channel\"}]}]}]"))
                        .getError())
                .isEqualTo("restricted_action");
    }

    @Test
    void shouldKeepMetadataForThoseWhoAskForIt() throws IOException, SlackApiException {
        String channel = acme.channel("builds").invite("jenkins").id();
        var metadata = Message.Metadata.builder()
                .eventType("build")
                .eventPayload(Map.of("key", "job/app#7"))
                .build();
        jenkins.chatPostMessage(request -> request.channel(channel).text("x").metadata(metadata));

        var asked =
                jenkins.conversationsHistory(request -> request.channel(channel).includeAllMetadata(true));
        var notAsked = jenkins.conversationsHistory(request -> request.channel(channel));

        assertThat(asked.getMessages().get(0).getMetadata().getEventPayload()).containsEntry("key", "job/app#7");
        assertThat(notAsked.getMessages().get(0).getMetadata()).isNull();
        assertThat(acme.messagesIn("builds").get(0).metadata().get("event_type").getAsString())
                .isEqualTo("build");
    }

    @Test
    void shouldRefuseLargeMetadata() throws IOException, SlackApiException {
        acme.channel("builds");
        var metadata = Message.Metadata.builder()
                .eventType("build")
                .eventPayload(Map.of("key", "x".repeat(9_000)))
                .build();

        var answer = jenkins.chatPostMessage(
                request -> request.channel("builds").text("x").metadata(metadata));

        assertThat(answer.getError()).isEqualTo("metadata_too_large");
    }

    @Test
    void shouldPageThroughAHistory() throws IOException, SlackApiException {
        String channel = acme.channel("builds").invite("jenkins").id();
        for (String text : List.of("1", "2", "3")) {
            post(jenkins, channel, text);
        }

        var first =
                jenkins.conversationsHistory(request -> request.channel(channel).limit(2));
        var second = jenkins.conversationsHistory(request -> request.channel(channel)
                .limit(2)
                .cursor(first.getResponseMetadata().getNextCursor()));

        assertThat(first.getMessages()).extracting(Message::getText).containsExactly("3", "2");
        assertThat(second.getMessages()).extracting(Message::getText).containsExactly("1");
        assertThat(second.isHasMore()).isFalse();
    }

    private ChatPostMessageResponse reply(String channel, String parent) throws IOException, SlackApiException {
        return jenkins.chatPostMessage(
                request -> request.channel(channel).text("reply").threadTs(parent));
    }

    private static ChatPostMessageResponse post(MethodsClient client, String channel, String text)
            throws IOException, SlackApiException {
        return client.chatPostMessage(request -> request.channel(channel).text(text));
    }
}
