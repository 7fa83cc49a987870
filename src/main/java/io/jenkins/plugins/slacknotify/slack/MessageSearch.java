package io.jenkins.plugins.slacknotify.slack;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A search for the message that bears the {@link MessageMark} of a delivery. It reads a channel, or a thread, back to a
 * point in time.
 *
 * @param channel the channel's id
 * @param threadTs the thread, or null for the channel itself, whose history shows no replies
 * @param since earlier messages are not looked at, but for a minute by which the clocks may differ
 */
record MessageSearch(String channel, @CheckForNull String threadTs, String deliveryId, Instant since) {

    private static final int MESSAGES_PER_PAGE = 100;
    private static final int MAX_PAGES = 10;
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    SlackResult<Optional<MessageLocation>> run(WebApi api, SlackConnection connection) {
        @CheckForNull String cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            SlackResult<ApiResponse> answer = api.call(connection, pageAt(cursor));
            if (!(answer instanceof SlackResult.Success<ApiResponse> success)) {
                return answer.map(result -> Optional.empty());
            }
            JsonResponse json = success.value().json();
            Optional<MessageLocation> found = locate(json);
            if (found.isPresent() || isLast(json)) {
                return new SlackResult.Success<>(found);
            }
            cursor = json.nextCursor().orElse(null);
            if (cursor == null) {
                break;
            }
        }
        return new SlackResult.Unknown<>(
                "Slack has more messages in " + channel + " since " + since + " than can be read.");
    }

    private ApiCall pageAt(@CheckForNull String cursor) {
        return threadTs == null ? historyAt(cursor) : repliesAt(cursor);
    }

    private ApiCall historyAt(@CheckForNull String cursor) {
        ConversationsHistoryRequest request = ConversationsHistoryRequest.builder()
                .channel(channel)
                .oldest(oldest())
                .cursor(cursor)
                .limit(MESSAGES_PER_PAGE)
                .includeAllMetadata(true)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_HISTORY, toForm(request), channel);
    }

    private ApiCall repliesAt(@CheckForNull String cursor) {
        ConversationsRepliesRequest request = ConversationsRepliesRequest.builder()
                .channel(channel)
                .ts(threadTs)
                .oldest(oldest())
                .cursor(cursor)
                .limit(MESSAGES_PER_PAGE)
                .includeAllMetadata(true)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_REPLIES, toForm(request), channel);
    }

    private String oldest() {
        return Math.max(0, since.minus(CLOCK_DIFFERENCE).getEpochSecond()) + ".000000";
    }

    private Optional<MessageLocation> locate(JsonResponse json) {
        return json.objects("messages")
                .filter(message -> MessageMark.isOn(message, deliveryId))
                .flatMap(message -> message.text("ts").stream())
                .map(ts -> new MessageLocation(channel, ts))
                .findFirst();
    }

    /** Returns whether a page is the last one. An answer without the list proves nothing, so it does not count. */
    private static boolean isLast(JsonResponse json) {
        return json.hasList("messages")
                && json.nextCursor().isEmpty()
                && !json.flag("has_more").orElse(false);
    }
}
