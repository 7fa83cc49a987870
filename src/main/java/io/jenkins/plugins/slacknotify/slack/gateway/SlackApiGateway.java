package io.jenkins.plugins.slacknotify.slack.gateway;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.HttpClients;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.model.BotIdentity;
import io.jenkins.plugins.slacknotify.slack.model.MemberProfile;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** A {@link SlackGateway} over HTTPS. One is enough for all connections and threads. */
public final class SlackApiGateway implements SlackGateway {

    private final WebApi api;
    private final ChannelSearches channelSearches = new ChannelSearches();

    /** Makes a gateway with an HTTP client of its own. */
    public SlackApiGateway(HttpSettings settings) {
        this(HttpClients.create(settings));
    }

    /** @param client of no other gateway */
    public SlackApiGateway(OkHttpClient client) {
        api = new WebApi(client);
    }

    @Override
    public SlackResult<PostedMessage> post(SlackConnection connection, OutgoingMessage message) {
        return api.call(connection, ApiCalls.post(message)).flatMap(result -> posted(result, message));
    }

    @Override
    public SlackResult<String> postEphemeral(SlackConnection connection, OutgoingMessage message, String memberId) {
        return api.call(connection, ApiCalls.postEphemeral(message, memberId)).map(result -> message.channel());
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        // The location is known already, so an answer that does not repeat it is as good.
        return api.call(connection, ApiCalls.update(location, message)).map(result -> location);
    }

    @Override
    public SlackResult<String> upload(SlackConnection connection, OutgoingFile file) {
        return new FileUploader(file, null, id -> {}).run(api, connection);
    }

    @Override
    public SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        return api.call(connection, ApiCalls.update(location, message, fileId))
                .map(result -> isShown(fileId, result.json().object("message")));
    }

    private static boolean isShown(String fileId, JsonResponse message) {
        return message.objects("files")
                .flatMap(file -> file.text("id").stream())
                .anyMatch(fileId::equals);
    }

    @Override
    public SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows) {
        return new FileUploader(file, thread, shows).run(api, connection);
    }

    @Override
    public SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        SlackResult<MessageLocation> answer =
                api.call(connection, ApiCalls.react(location, emoji)).map(result -> location);
        boolean isThere = answer.isRefused("already_reacted");
        return isThere ? new SlackResult.Success<>(location) : answer;
    }

    @Override
    public SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId) {
        return MessageSearch.forDelivery(range, deliveryId).run(api, connection);
    }

    @Override
    public SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds) {
        return MessageSearch.forDeliveries(range, deliveryIds).runForEach(deliveryIds, api, connection);
    }

    @Override
    public SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection,
            SearchRange range,
            OutgoingFile file,
            Set<String> ids,
            MessageLocation besides) {
        return MessageSearch.forFile(range, file, ids, besides).run(api, connection);
    }

    @Override
    public SlackResult<String> join(SlackConnection connection, String channel) {
        return api.call(connection, ApiCalls.join(channel)).map(result -> channel);
    }

    @Override
    public SlackResult<String> channelId(SlackConnection connection, String name) {
        return channelSearches.run(api, connection, name);
    }

    @Override
    public SlackResult<Optional<SlackUser>> userByEmail(SlackConnection connection, String email) {
        return UserReader.read(api.call(connection, ApiCalls.userByEmail(email)));
    }

    @Override
    public SlackResult<Optional<SlackUser>> userById(SlackConnection connection, String memberId) {
        return UserReader.read(api.call(connection, ApiCalls.userById(memberId)));
    }

    @Override
    public SlackResult<Optional<MemberProfile>> profile(SlackConnection connection, String memberId) {
        return UserReader.readProfile(api.call(connection, ApiCalls.userById(memberId)));
    }

    @Override
    public SlackResult<Set<String>> membersAmong(SlackConnection connection, String channel, Set<String> memberIds) {
        return new MemberSearch(channel, memberIds).run(api, connection);
    }

    @Override
    public SlackResult<Boolean> reaches(SlackConnection connection, String channel) {
        SlackResult<Boolean> answer = api.call(connection, ApiCalls.conversation(channel))
                .map(result -> isReached(result.json().object("channel")));
        boolean isHidden = answer.isRefused("channel_not_found");
        return isHidden ? new SlackResult.Success<>(false) : answer;
    }

    private static boolean isReached(JsonResponse conversation) {
        boolean isClosed = Stream.of("is_private", "is_mpim", "is_group")
                .anyMatch(kind -> conversation.flag(kind).orElse(false));
        return !isClosed || conversation.flag("is_member").orElse(false);
    }

    @Override
    public SlackResult<String> directMessage(SlackConnection connection, String memberId) {
        return api.call(connection, ApiCalls.openDirectMessage(memberId))
                .flatMap(result ->
                        ApiResponse.successOr(result.json().object("channel").text("id"), "no id of a direct message"));
    }

    @Override
    public SlackResult<String> permalink(SlackConnection connection, MessageLocation location) {
        return api.call(connection, ApiCalls.permalink(location))
                .flatMap(result -> ApiResponse.successOr(result.json().text("permalink"), "no permalink"));
    }

    @Override
    public SlackResult<BotIdentity> identify(SlackConnection connection) {
        return identify(api, connection);
    }

    @Override
    public SlackResult<String> appOfBot(SlackConnection connection, String botId) {
        return api.call(connection, ApiCalls.bot(botId, connection.teamId()))
                .flatMap(result ->
                        ApiResponse.successOr(result.json().object("bot").text("app_id"), "no app of the bot"));
    }

    static SlackResult<BotIdentity> identify(WebApi api, SlackConnection connection) {
        return api.call(connection, ApiCalls.identify()).flatMap(SlackApiGateway::identity);
    }

    @Override
    public void close() {
        api.close();
    }

    private static SlackResult<PostedMessage> posted(ApiResponse result, OutgoingMessage message) {
        JsonResponse json = result.json();
        // An answer that repeats no message says nothing of its thread, so it counts as posted where it was meant to
        // be.
        @CheckForNull
        String threadTs = json.hasObject("message")
                ? json.object("message").text("thread_ts").orElse(null)
                : message.threadTs();
        Optional<MessageLocation> location =
                json.text("channel").flatMap(channel -> json.text("ts").map(ts -> new MessageLocation(channel, ts)));
        return ApiResponse.successOr(
                        location, "neither where nor when, so the message was posted but its timestamp is unknown")
                .map(found -> new PostedMessage(found, threadTs));
    }

    private static SlackResult<BotIdentity> identity(ApiResponse result) {
        JsonResponse json = result.json();
        return ApiResponse.successOr(json.text("user_id"), "no user")
                .map(userId -> new BotIdentity(
                        json.text("team").orElse(""),
                        json.text("team_id")
                                .or(() -> json.text("enterprise_id"))
                                .orElse(""),
                        json.text("user").orElse(""),
                        userId,
                        json.text("bot_id").orElse(""),
                        json.text("app_id").orElse(""),
                        result.scopes(),
                        json.flag("is_enterprise_install").orElse(false)));
    }
}
