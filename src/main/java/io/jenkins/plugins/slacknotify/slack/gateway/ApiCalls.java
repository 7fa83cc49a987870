package io.jenkins.plugins.slacknotify.slack.gateway;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.auth.AuthTestRequest;
import com.slack.api.methods.request.bots.BotsInfoRequest;
import com.slack.api.methods.request.chat.ChatGetPermalinkRequest;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;
import com.slack.api.methods.request.conversations.ConversationsJoinRequest;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.users.UsersLookupByEmailRequest;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.util.List;

/** Makes the calls of {@link SlackApiGateway} from requests of the SDK. */
final class ApiCalls {

    private ApiCalls() {}

    static ApiCall post(OutgoingMessage message) {
        ChatPostMessageRequest request = ChatPostMessageRequest.builder()
                .channel(message.channel())
                .threadTs(message.threadTs())
                .replyBroadcast(message.threadTs() != null && message.broadcast())
                .text(message.text())
                .blocksAsString(message.blocks().equals(OutgoingMessage.NO_BLOCKS) ? null : message.blocks())
                .attachments(nullIfEmpty(message.attachments()))
                .metadata(MessageMark.metadata(message.deliveryId(), message.companions()))
                .username(nullIfBlank(message.botName()))
                .iconUrl(isAddress(message.botIcon()) ? message.botIcon() : null)
                .iconEmoji(isAddress(message.botIcon()) ? null : nullIfBlank(message.botIcon()))
                .build();
        return ApiCall.of(Methods.CHAT_POST_MESSAGE, toForm(request), message.channel())
                .needing("chat:write");
    }

    static ApiCall postEphemeral(OutgoingMessage message, String memberId) {
        ChatPostEphemeralRequest request = ChatPostEphemeralRequest.builder()
                .channel(message.channel())
                .user(memberId)
                .threadTs(message.threadTs())
                .text(message.text())
                .blocksAsString(message.blocks().equals(OutgoingMessage.NO_BLOCKS) ? null : message.blocks())
                .attachments(nullIfEmpty(message.attachments()))
                .build();
        return ApiCall.of(Methods.CHAT_POST_EPHEMERAL, toForm(request), message.channel())
                .needing("chat:write");
    }

    /**
     * Makes the call that updates a message. It has blocks and attachments even if there are none, because Slack keeps
     * the old ones otherwise.
     */
    static ApiCall update(MessageLocation location, OutgoingMessage message) {
        return update(location, updated(location, message).build());
    }

    /** Makes the call that updates a message and shows a file in it, in place of those that the message has. */
    static ApiCall update(MessageLocation location, OutgoingMessage message, String fileId) {
        return update(
                location, updated(location, message).fileIds(List.of(fileId)).build());
    }

    private static ApiCall update(MessageLocation location, ChatUpdateRequest request) {
        return ApiCall.of(Methods.CHAT_UPDATE, toForm(request), location.channel())
                .needing("chat:write");
    }

    private static ChatUpdateRequest.ChatUpdateRequestBuilder updated(
            MessageLocation location, OutgoingMessage message) {
        return ChatUpdateRequest.builder()
                .channel(location.channel())
                .ts(location.ts())
                .text(message.text())
                .blocksAsString(message.blocks())
                .attachments(message.attachments());
    }

    static ApiCall uploadUrl(OutgoingFile file) {
        FilesGetUploadURLExternalRequest request = FilesGetUploadURLExternalRequest.builder()
                .filename(file.name())
                .length(Math.toIntExact(file.length()))
                .build();
        return ApiCall.of(Methods.FILES_GET_UPLOAD_URL_EXTERNAL, toForm(request), null)
                .needing("files:write");
    }

    /** Makes the call after which the file is in Slack, where nobody but the bot sees it. */
    static ApiCall completeUpload(String fileId, OutgoingFile file) {
        return completed(completing(fileId, file).build(), null);
    }

    /** Makes the call after which a message in a thread shows the file. */
    static ApiCall completeUpload(String fileId, OutgoingFile file, MessageLocation thread) {
        FilesCompleteUploadExternalRequest request = completing(fileId, file)
                .channelId(thread.channel())
                .threadTs(thread.ts())
                .build();
        return completed(request, thread.channel());
    }

    private static FilesCompleteUploadExternalRequest.FilesCompleteUploadExternalRequestBuilder completing(
            String fileId, OutgoingFile file) {
        FilesCompleteUploadExternalRequest.FileDetails details =
                FilesCompleteUploadExternalRequest.FileDetails.builder()
                        .id(fileId)
                        .title(file.title())
                        .build();
        return FilesCompleteUploadExternalRequest.builder().files(List.of(details));
    }

    private static ApiCall completed(FilesCompleteUploadExternalRequest request, @CheckForNull String channel) {
        return ApiCall.of(Methods.FILES_COMPLETE_UPLOAD_EXTERNAL, toForm(request), channel)
                .needing("files:write");
    }

    static ApiCall join(String channel) {
        ConversationsJoinRequest request =
                ConversationsJoinRequest.builder().channel(channel).build();
        return ApiCall.of(Methods.CONVERSATIONS_JOIN, toForm(request), channel).needing("channels:join");
    }

    static ApiCall react(MessageLocation location, String emoji) {
        ReactionsAddRequest request = ReactionsAddRequest.builder()
                .channel(location.channel())
                .timestamp(location.ts())
                .name(emoji)
                .build();
        return ApiCall.of(Methods.REACTIONS_ADD, toForm(request), location.channel())
                .needing("reactions:write");
    }

    static ApiCall permalink(MessageLocation location) {
        ChatGetPermalinkRequest request = ChatGetPermalinkRequest.builder()
                .channel(location.channel())
                .messageTs(location.ts())
                .build();
        return ApiCall.reading(Methods.CHAT_GET_PERMALINK, toForm(request), location.channel());
    }

    static ApiCall identify() {
        return ApiCall.reading(
                Methods.AUTH_TEST, toForm(AuthTestRequest.builder().build()), null);
    }

    /** @param teamId of the workspace, for a token of a whole organisation; null for any other */
    static ApiCall bot(String botId, @CheckForNull String teamId) {
        BotsInfoRequest request =
                BotsInfoRequest.builder().bot(botId).teamId(teamId).build();
        return ApiCall.reading(Methods.BOTS_INFO, toForm(request), null).needing("users:read");
    }

    static ApiCall userByEmail(String email) {
        UsersLookupByEmailRequest request =
                UsersLookupByEmailRequest.builder().email(email).build();
        return ApiCall.reading(Methods.USERS_LOOKUP_BY_EMAIL, toForm(request), null)
                .needing("users:read.email");
    }

    static ApiCall userById(String memberId) {
        UsersInfoRequest request = UsersInfoRequest.builder().user(memberId).build();
        return ApiCall.reading(Methods.USERS_INFO, toForm(request), null).needing("users:read");
    }

    static ApiCall conversation(String channel) {
        ConversationsInfoRequest request =
                ConversationsInfoRequest.builder().channel(channel).build();
        return ApiCall.reading(Methods.CONVERSATIONS_INFO, toForm(request), channel)
                .needing("channels:read", "groups:read");
    }

    static ApiCall openDirectMessage(String memberId) {
        ConversationsOpenRequest request =
                ConversationsOpenRequest.builder().users(List.of(memberId)).build();
        return ApiCall.of(Methods.CONVERSATIONS_OPEN, toForm(request), memberId).needing("im:write");
    }

    private static boolean isAddress(@CheckForNull String icon) {
        return icon != null && icon.strip().startsWith("https://");
    }

    @CheckForNull
    private static <T> List<T> nullIfEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    @CheckForNull
    private static String nullIfBlank(@CheckForNull String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
