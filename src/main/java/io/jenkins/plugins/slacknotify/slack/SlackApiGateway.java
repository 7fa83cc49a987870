package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/** {@link SlackGateway} over HTTPS. One is enough for all connections and threads. */
public final class SlackApiGateway implements SlackGateway {

    private final WebApi api;

    public SlackApiGateway(HttpSettings settings) {
        api = new WebApi(settings);
    }

    @Override
    public Answer<MessageLocation> post(SlackConnection connection, OutgoingMessage message) {
        return api.call(connection, Calls.post(message)).flatMap(SlackApiGateway::location);
    }

    @Override
    public Answer<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        // The place is known already, so an answer that does not repeat it is as good.
        return api.call(connection, Calls.update(location, message)).map(result -> location);
    }

    @Override
    public Answer<String> upload(SlackConnection connection, OutgoingFile file) {
        return new FileUpload(file).run(api, connection);
    }

    @Override
    public Answer<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        return api.call(connection, Calls.update(location, message, fileId)).map(result -> location);
    }

    @Override
    public Answer<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        Answer<MessageLocation> answer =
                api.call(connection, Calls.react(location, emoji)).map(result -> location);
        boolean isThere = answer instanceof Answer.Refused<MessageLocation> refused
                && refused.refusal().error().equals("already_reacted");
        return isThere ? new Answer.Success<>(location) : answer;
    }

    @Override
    public Answer<Optional<MessageLocation>> find(
            SlackConnection connection,
            String channel,
            @CheckForNull String threadTs,
            String deliveryId,
            Instant since) {
        return new DeliverySearch(channel, threadTs, deliveryId, since).run(api, connection);
    }

    @Override
    public Answer<String> channelId(SlackConnection connection, String name) {
        return new ChannelSearch(name).run(api, connection);
    }

    @Override
    public Answer<Optional<SlackUser>> userByEmail(SlackConnection connection, String email) {
        return UserReader.read(api.call(connection, Calls.userByEmail(email)));
    }

    @Override
    public Answer<Optional<SlackUser>> userById(SlackConnection connection, String memberId) {
        return UserReader.read(api.call(connection, Calls.userById(memberId)));
    }

    @Override
    public Answer<String> directMessage(SlackConnection connection, String memberId) {
        return api.call(connection, Calls.openDirectMessage(memberId))
                .flatMap(result -> successOr(result.reply().object("channel").text("id"), "no id of a direct message"));
    }

    @Override
    public Answer<String> permalink(SlackConnection connection, MessageLocation location) {
        return api.call(connection, Calls.permalink(location))
                .flatMap(result -> successOr(result.reply().text("permalink"), "no permalink"));
    }

    @Override
    public Answer<BotIdentity> identify(SlackConnection connection) {
        return api.call(connection, Calls.identify()).flatMap(SlackApiGateway::identity);
    }

    @Override
    public void close() {
        api.close();
    }

    private static Answer<MessageLocation> location(ApiResult result) {
        Reply reply = result.reply();
        Optional<MessageLocation> location =
                reply.text("channel").flatMap(channel -> reply.text("ts").map(ts -> new MessageLocation(channel, ts)));
        return successOr(location, "neither where nor when, so the message was posted but its timestamp is unknown");
    }

    private static Answer<BotIdentity> identity(ApiResult result) {
        Reply reply = result.reply();
        return successOr(reply.text("user_id"), "no user")
                .map(userId -> new BotIdentity(
                        reply.text("team").orElse(""),
                        reply.text("url").orElse(""),
                        reply.text("team_id")
                                .or(() -> reply.text("enterprise_id"))
                                .orElse(""),
                        reply.text("user").orElse(""),
                        userId,
                        result.scopes(),
                        reply.flag("is_enterprise_install").orElse(false)));
    }

    static <T> Answer<T> successOr(Optional<T> value, String gap) {
        return value.<Answer<T>>map(Answer.Success::new)
                .orElseGet(() -> new Answer.Unknown<>("Slack said that all went well, but told " + gap + "."));
    }
}
