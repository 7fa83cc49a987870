package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.util.Optional;

/**
 * The calls to Slack, one request each, on the thread of the caller.
 *
 * <p>Every call blocks until Slack has answered or a timeout has passed. Nothing that Slack or the network does is
 * thrown: it comes back as a {@link SlackResult}. An interrupt ends the call early where the system allows it and
 * leaves the thread's interrupt flag set.
 *
 * <p><b>Guaranteed:</b> one call writes its request to the network at most once. <b>Not guaranteed:</b> that a message
 * arrives once however often it is posted; Slack knows no idempotency key. After {@link SlackResult.Unknown}, ask
 * {@link #find} before posting again.
 */
public interface SlackGateway extends AutoCloseable {

    /** Posts a new message ({@code chat.postMessage}, scope {@code chat:write}). */
    SlackResult<MessageLocation> post(SlackConnection connection, OutgoingMessage message);

    /**
     * Replaces text, blocks and attachments of a message ({@code chat.update}, scope {@code chat:write}).
     *
     * <p>The channel, thread, name, icon and delivery id of {@code message} are not used: Slack keeps those that the
     * message was posted with. An update may be repeated without harm.
     */
    SlackResult<MessageLocation> update(SlackConnection connection, MessageLocation location, OutgoingMessage message);

    /**
     * Uploads a file to Slack, where nobody but the bot sees it until a message shows it
     * ({@code files.getUploadURLExternal}, a POST to the address in its answer, {@code files.completeUploadExternal}
     * without a channel; scope {@code files:write}). Blocks for as long as the network takes for the bytes, ten minutes
     * at most. May be repeated without anybody seeing it; each time leaves a file in Slack, of which the last is as
     * good as the first.
     *
     * @return the file's id, for {@link #update(SlackConnection, MessageLocation, OutgoingMessage, String)}
     */
    SlackResult<String> upload(SlackConnection connection, OutgoingFile file);

    /**
     * Replaces text, blocks and attachments of a message, and shows a file in it ({@code chat.update} with
     * {@code file_ids}; Slack's documentation: "new file ids that will be sent with this message"). May be repeated
     * without harm.
     *
     * @param fileId of a file that this bot has uploaded
     */
    SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId);

    /**
     * Puts an emoji below a message ({@code reactions.add}, scope {@code reactions:write}). May be repeated without
     * harm: an emoji that the bot has put there before is a success.
     *
     * @param emoji its name without colons
     */
    SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji);

    /**
     * Looks for the message that was posted with this delivery id ({@code conversations.history}, or
     * {@code conversations.replies} in a thread; scope {@code channels:history}, {@code groups:history} or
     * {@code im:history}, after the kind of channel).
     *
     * @param channel the channel's id; unlike {@link #post}, Slack takes neither a name nor a user's id here
     * @param threadTs the timestamp of the thread's first message, or null to look in the channel itself
     * @param since when the message was sent at the earliest; a minute of clock difference is allowed for
     * @return empty if it surely was not posted; {@link SlackResult.Unknown} if the channel has more messages since
     *     then than this call reads
     */
    SlackResult<Optional<MessageLocation>> find(
            SlackConnection connection,
            String channel,
            @CheckForNull String threadTs,
            String deliveryId,
            Instant since);

    /**
     * Returns the id of a channel that is known by its name ({@code conversations.list}, scopes {@code channels:read}
     * and {@code groups:read}). Costs a call for each thousand channels of the workspace, so remember it.
     *
     * @param name without {@code #}
     * @return {@link SlackResult.Refused} with {@code channel_not_found} where no channel that the bot may see, and
     *     that is not archived, has that name
     */
    SlackResult<String> channelId(SlackConnection connection, String name);

    /**
     * Returns the member of the workspace with an e-mail address ({@code users.lookupByEmail}, scope
     * {@code users:read.email}). Slack's documentation says that it finds nobody who is deactivated.
     *
     * @param email as it is; upper and lower case are the same to Slack
     * @return a success with nothing in it where Slack finds nobody
     */
    SlackResult<Optional<SlackUser>> userByEmail(SlackConnection connection, String email);

    /**
     * Returns the member of the workspace with an id ({@code users.info}, scope {@code users:read}), deactivated or
     * not.
     *
     * @param memberId beginning with {@code U} or {@code W}
     * @return a success with nothing in it where Slack finds nobody, or nobody that the bot may see
     */
    SlackResult<Optional<SlackUser>> userById(SlackConnection connection, String memberId);

    /**
     * Returns the id of the direct message between the bot and a member ({@code conversations.open}, scope
     * {@code im:write}), which is opened if it is not yet. Posting needs no such id, but {@link #find} does. May be
     * repeated without harm.
     *
     * @param memberId beginning with {@code U} or {@code W}
     * @return {@link SlackResult.Refused} where there can be none, as with somebody who is deactivated, or a bot
     */
    SlackResult<String> directMessage(SlackConnection connection, String memberId);

    /** Returns the address of a message for a browser ({@code chat.getPermalink}, no scope). */
    SlackResult<String> permalink(SlackConnection connection, MessageLocation location);

    /** Returns whose token this is and what it may do ({@code auth.test}, no scope). */
    SlackResult<BotIdentity> identify(SlackConnection connection);

    /**
     * Ends the calls of this gateway that are under way; no connection is left. A later call returns
     * {@link SlackResult.Unreachable}. May be called more than once.
     */
    @Override
    void close();
}
