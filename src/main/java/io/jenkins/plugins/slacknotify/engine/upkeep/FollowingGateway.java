package io.jenkins.plugins.slacknotify.engine.upkeep;

import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
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

/**
 * A gateway that follows channels to their new ids, so that destinations, threads and earlier messages are found that were written
 * down with the old ones.
 */
public final class FollowingGateway implements SlackGateway {
    private final SlackGateway slack;
    private final ReportedChanges changes;

    /** @param slack closed with this one */
    public FollowingGateway(SlackGateway slack, ReportedChanges changes) {
        this.slack = slack;
        this.changes = changes;
    }

    private OutgoingMessage current(SlackConnection connection, OutgoingMessage message) {
        return message.to(changes.currentId(connection, message.channel()));
    }

    private MessageLocation current(SlackConnection connection, MessageLocation location) {
        return new MessageLocation(changes.currentId(connection, location.channel()), location.ts());
    }

    private SearchRange current(SlackConnection connection, SearchRange range) {
        return new SearchRange(
                changes.currentId(connection, range.channel()), range.threadTs(), range.from(), range.until());
    }

    @Override
    public SlackResult<PostedMessage> post(SlackConnection connection, OutgoingMessage message) {
        return slack.post(connection, current(connection, message));
    }

    @Override
    public SlackResult<String> postEphemeral(SlackConnection connection, OutgoingMessage message, String memberId) {
        return slack.postEphemeral(connection, current(connection, message), memberId);
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        return slack.update(connection, current(connection, location), current(connection, message));
    }

    @Override
    public SlackResult<String> upload(SlackConnection connection, OutgoingFile file) {
        return slack.upload(connection, file);
    }

    @Override
    public SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        return slack.show(connection, current(connection, location), current(connection, message), fileId);
    }

    @Override
    public SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows) {
        return slack.share(connection, file, current(connection, thread), shows);
    }

    @Override
    public SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        return slack.react(connection, current(connection, location), emoji);
    }

    @Override
    public SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId) {
        return slack.find(connection, current(connection, range), deliveryId);
    }

    @Override
    public SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds) {
        return slack.findEach(connection, current(connection, range), deliveryIds);
    }

    @Override
    public SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection,
            SearchRange range,
            OutgoingFile file,
            Set<String> ids,
            MessageLocation besides) {
        return slack.findFile(connection, current(connection, range), file, ids, current(connection, besides));
    }

    @Override
    public SlackResult<String> join(SlackConnection connection, String channel) {
        return slack.join(connection, changes.currentId(connection, channel));
    }

    @Override
    public SlackResult<String> channelId(SlackConnection connection, String name) {
        return slack.channelId(connection, name);
    }

    @Override
    public SlackResult<Optional<SlackUser>> userByEmail(SlackConnection connection, String email) {
        return slack.userByEmail(connection, email);
    }

    @Override
    public SlackResult<Optional<SlackUser>> userById(SlackConnection connection, String memberId) {
        return slack.userById(connection, memberId);
    }

    @Override
    public SlackResult<Set<String>> membersAmong(SlackConnection connection, String channel, Set<String> memberIds) {
        return slack.membersAmong(connection, changes.currentId(connection, channel), memberIds);
    }

    @Override
    public SlackResult<Boolean> reaches(SlackConnection connection, String channel) {
        return slack.reaches(connection, changes.currentId(connection, channel));
    }

    @Override
    public SlackResult<Optional<MemberProfile>> profile(SlackConnection connection, String memberId) {
        return slack.profile(connection, memberId);
    }

    @Override
    public SlackResult<String> directMessage(SlackConnection connection, String memberId) {
        return slack.directMessage(connection, memberId);
    }

    @Override
    public SlackResult<String> permalink(SlackConnection connection, MessageLocation location) {
        return slack.permalink(connection, current(connection, location));
    }

    @Override
    public SlackResult<BotIdentity> identify(SlackConnection connection) {
        return slack.identify(connection);
    }

    @Override
    public SlackResult<String> appOfBot(SlackConnection connection, String botId) {
        return slack.appOfBot(connection, botId);
    }

    @Override
    public void close() {
        slack.close();
    }
}
