package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.HttpClients;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** A {@link SlackGateway} over HTTPS. One is enough for all connections and threads. */
public final class SlackApiGateway implements SlackGateway {

    private final WebApi api;

    /** Makes a gateway with an HTTP client of its own. */
    public SlackApiGateway(HttpSettings settings) {
        this(HttpClients.create(settings));
    }

    /** @param client of no other gateway */
    SlackApiGateway(OkHttpClient client) {
        api = new WebApi(client);
    }

    @Override
    public SlackResult<MessageLocation> post(SlackConnection connection, OutgoingMessage message) {
        return api.call(connection, ApiCalls.post(message)).flatMap(SlackApiGateway::location);
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        // The location is known already, so an answer that does not repeat it is as good.
        return api.call(connection, ApiCalls.update(location, message)).map(result -> location);
    }

    @Override
    public SlackResult<String> upload(SlackConnection connection, OutgoingFile file) {
        return new FileUploader(file).run(api, connection);
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        return api.call(connection, ApiCalls.update(location, message, fileId)).map(result -> location);
    }

    @Override
    public SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        SlackResult<MessageLocation> answer =
                api.call(connection, ApiCalls.react(location, emoji)).map(result -> location);
        boolean isThere = answer instanceof SlackResult.Refused<MessageLocation> refused
                && refused.refusal().error().equals("already_reacted");
        return isThere ? new SlackResult.Success<>(location) : answer;
    }

    @Override
    public SlackResult<Optional<MessageLocation>> find(
            SlackConnection connection,
            String channel,
            @CheckForNull String threadTs,
            String deliveryId,
            Instant since) {
        return new MessageSearch(channel, threadTs, deliveryId, since).run(api, connection);
    }

    @Override
    public SlackResult<String> channelId(SlackConnection connection, String name) {
        return new ChannelSearch(name).run(api, connection);
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
    public SlackResult<String> directMessage(SlackConnection connection, String memberId) {
        return api.call(connection, ApiCalls.openDirectMessage(memberId))
                .flatMap(result -> successOr(result.json().object("channel").text("id"), "no id of a direct message"));
    }

    @Override
    public SlackResult<String> permalink(SlackConnection connection, MessageLocation location) {
        return api.call(connection, ApiCalls.permalink(location))
                .flatMap(result -> successOr(result.json().text("permalink"), "no permalink"));
    }

    @Override
    public SlackResult<BotIdentity> identify(SlackConnection connection) {
        return api.call(connection, ApiCalls.identify()).flatMap(SlackApiGateway::identity);
    }

    @Override
    public void close() {
        api.close();
    }

    private static SlackResult<MessageLocation> location(ApiResponse result) {
        JsonResponse json = result.json();
        Optional<MessageLocation> location =
                json.text("channel").flatMap(channel -> json.text("ts").map(ts -> new MessageLocation(channel, ts)));
        return successOr(location, "neither where nor when, so the message was posted but its timestamp is unknown");
    }

    private static SlackResult<BotIdentity> identity(ApiResponse result) {
        JsonResponse json = result.json();
        return successOr(json.text("user_id"), "no user")
                .map(userId -> new BotIdentity(
                        json.text("team").orElse(""),
                        json.text("url").orElse(""),
                        json.text("team_id")
                                .or(() -> json.text("enterprise_id"))
                                .orElse(""),
                        json.text("user").orElse(""),
                        userId,
                        result.scopes(),
                        json.flag("is_enterprise_install").orElse(false)));
    }

    static <T> SlackResult<T> successOr(Optional<T> value, String gap) {
        return value.<SlackResult<T>>map(SlackResult.Success::new)
                .orElseGet(() -> new SlackResult.Unknown<>("Slack said that all went well, but told " + gap + "."));
    }
}
