package io.jenkins.plugins.slacknotify.slack.gateway;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.ClockSpan;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A search for a message of this bot. It reads a channel, or a thread, within a range of time; and within a larger one before it says that
 * the message is not there, where the clock of this machine was wrong. What others have posted does not
 * count, whatever it looks like; who the bot is, Slack is asked only where a message looks like the one.
 *
 * @param looksLikeIt whether a message is the one, if it is of this bot
 */
record MessageSearch(SearchRange range, Predicate<JsonResponse> looksLikeIt) {

    private static final int MESSAGES_PER_PAGE = 100;
    private static final int MAX_MESSAGES = 1_000;
    private static final Duration CLOCK_DIFFERENCE = ClockSpan.TOLERANCE;

    /** How much later than the end of a call the message may be that the call has posted. A longer search costs little, so this is ample. */
    private static final Duration LATE_WORK = Duration.ofMinutes(2);

    /** Makes the search for the message that bears the mark of a delivery. */
    static MessageSearch forDelivery(SearchRange range, String deliveryId) {
        return new MessageSearch(range, message -> MessageMark.isOn(message, deliveryId));
    }

    /** Makes the search for the messages that bear the mark of any of some deliveries. */
    static MessageSearch forDeliveries(SearchRange range, Set<String> deliveryIds) {
        return new MessageSearch(range, message -> MessageMark.idsOn(message).anyMatch(deliveryIds::contains));
    }

    /**
     * Makes the search for another message that shows a file of one of these ids; or where there are none, of that name and, as far as
     * Slack tells, of that length.
     */
    static MessageSearch forFile(SearchRange range, OutgoingFile file, Set<String> ids, MessageLocation besides) {
        return new MessageSearch(
                range,
                message -> message.text("ts")
                                .filter(ts -> !ts.equals(range.threadTs()) && !ts.equals(besides.ts()))
                                .isPresent()
                        && message.objects("files").anyMatch(shown -> isSame(shown, file, ids)));
    }

    private static boolean isSame(JsonResponse shown, OutgoingFile file, Set<String> ids) {
        if (!ids.isEmpty()) {
            return shown.text("id").filter(ids::contains).isPresent();
        }
        return shown.text("name").filter(file.name()::equals).isPresent()
                && shown.number("size").orElse(file.length()) == file.length();
    }

    /** Searches for the message. Without a result it searches once more in the time that the message has by Slack's clock, if that differs. */
    SlackResult<Optional<PostedMessage>> run(WebApi api, SlackConnection connection) {
        SlackResult<Optional<PostedMessage>> found = runInRange(api, connection);
        return found.success().filter(Optional::isEmpty).isPresent()
                ? withWrongClock(api)
                        .map(wider -> wider.runInRange(api, connection))
                        .orElse(found)
                : found;
    }

    /** Returns the search as it has to be by Slack's clock; empty where that says the same as the one of this machine. */
    private Optional<MessageSearch> withWrongClock(WebApi api) {
        ClockSpan span = api.clockSpan();
        return span.isNone()
                ? Optional.empty()
                : Optional.of(new MessageSearch(range.with(span.earlier(), span.later()), looksLikeIt));
    }

    private SlackResult<Optional<PostedMessage>> runInRange(WebApi api, SlackConnection connection) {
        return messages()
                .find(
                        api,
                        connection,
                        range.channel(),
                        page -> own(page, api, connection)
                                .map(own -> own.stream()
                                        .flatMap(message -> posted(message).stream())
                                        .findFirst()));
    }

    /** Reads on until all are found, and returns which were by their delivery id. */
    SlackResult<Map<String, PostedMessage>> runForEach(
            Set<String> deliveryIds, WebApi api, SlackConnection connection) {
        SlackResult<Map<String, PostedMessage>> found = runForEachInRange(deliveryIds, api, connection);
        return found.success().filter(all -> all.size() < deliveryIds.size()).isPresent()
                ? withWrongClock(api)
                        .map(wider -> wider.runForEachInRange(deliveryIds, api, connection))
                        .orElse(found)
                : found;
    }

    private SlackResult<Map<String, PostedMessage>> runForEachInRange(
            Set<String> deliveryIds, WebApi api, SlackConnection connection) {
        Map<String, PostedMessage> found = new HashMap<>();
        return messages()
                .find(
                        api,
                        connection,
                        range.channel(),
                        page -> own(page, api, connection).map(own -> {
                            own.forEach(message -> posted(message)
                                    .ifPresent(posted -> MessageMark.idsOn(message)
                                            .filter(deliveryIds::contains)
                                            .forEach(id -> found.putIfAbsent(id, posted))));
                            return found.size() == deliveryIds.size() ? Optional.of(found) : Optional.empty();
                        }))
                .map(all -> found);
    }

    private Listing messages() {
        return new Listing(
                this::page,
                new Listing.Bounds("messages", MESSAGES_PER_PAGE, MAX_MESSAGES, Refusals.TOO_MANY_MESSAGES));
    }

    private ApiCall page(int size, @CheckForNull String cursor) {
        ApiCall call = range.threadTs() == null ? history(size, cursor) : replies(size, cursor);
        return range.channel().startsWith("D")
                ? call.needing("im:history")
                : call.needing("channels:history", "groups:history");
    }

    private ApiCall history(int size, @CheckForNull String cursor) {
        ConversationsHistoryRequest request = ConversationsHistoryRequest.builder()
                .channel(range.channel())
                .oldest(oldest())
                .latest(latest())
                .cursor(cursor)
                .limit(size)
                .includeAllMetadata(true)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_HISTORY, toForm(request), range.channel());
    }

    private ApiCall replies(int size, @CheckForNull String cursor) {
        ConversationsRepliesRequest request = ConversationsRepliesRequest.builder()
                .channel(range.channel())
                .ts(range.threadTs())
                .oldest(oldest())
                .latest(latest())
                .cursor(cursor)
                .limit(size)
                .includeAllMetadata(true)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_REPLIES, toForm(request), range.channel());
    }

    private String oldest() {
        return timestamp(range.from().minus(CLOCK_DIFFERENCE));
    }

    private String latest() {
        return timestamp(range.until().plus(CLOCK_DIFFERENCE).plus(LATE_WORK));
    }

    private static String timestamp(Instant time) {
        return Math.max(0, time.getEpochSecond()) + ".000000";
    }

    /** The messages of a page that look like it and are of this bot. */
    private SlackResult<List<JsonResponse>> own(JsonResponse page, WebApi api, SlackConnection connection) {
        List<JsonResponse> alike = page.objects("messages").filter(looksLikeIt).toList();
        return alike.isEmpty()
                ? new SlackResult.Success<>(List.of())
                : SlackApiGateway.identify(api, connection)
                        .map(bot -> alike.stream().filter(bot::isAuthorOf).toList());
    }

    private Optional<PostedMessage> posted(JsonResponse message) {
        return message.text("ts")
                .map(ts -> new PostedMessage(
                        new MessageLocation(range.channel(), ts),
                        message.text("thread_ts").orElse(null),
                        MessageMark.idsOn(message).limit(2).count() > 1));
    }
}
