package io.jenkins.plugins.slacknotify.slack.gateway;

import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
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

    /**
     * Posts a new message ({@code chat.postMessage}, scope {@code chat:write}).
     *
     * @return where it stands, which need not be where it was meant to: a reply to a deleted message stands in the channel
     */
    SlackResult<PostedMessage> post(SlackConnection connection, OutgoingMessage message);

    /**
     * Posts a message that one member of a channel sees, until they load Slack anew ({@code chat.postEphemeral}, scope
     * {@code chat:write}). Slack does not promise that it arrives; it shows it to nobody who is not in the channel.
     *
     * @param message its delivery id, name and icon are not used
     * @param memberId who is to see it
     * @return the channel's id
     */
    SlackResult<String> postEphemeral(SlackConnection connection, OutgoingMessage message, String memberId);

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
     * @return the file's id, for {@link #show}
     */
    SlackResult<String> upload(SlackConnection connection, OutgoingFile file);

    /**
     * Replaces text, blocks and attachments of a message, and shows a file in it ({@code chat.update} with
     * {@code file_ids}; Slack's documentation: "new file ids that will be sent with this message"). May be repeated
     * without harm.
     *
     * @param fileId of a file that this bot has uploaded
     * @return whether the message shows the file now; users report that Slack may take the call and show none
     */
    SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId);

    /**
     * Uploads a file, and has Slack show it in a thread, in a message of its own making ({@code files.completeUploadExternal}
     * with a channel and a thread; scope {@code files:write}). The bot has to be a member of the channel. After
     * {@link SlackResult.Unknown}, ask {@link #findFile} before doing it again.
     *
     * @param thread the first message of the thread
     * @param shows learns the file's id before any message shows it
     * @return the file's id
     */
    SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows);

    /**
     * Puts an emoji below a message ({@code reactions.add}, scope {@code reactions:write}). May be repeated without
     * harm: an emoji that the bot has put there before is a success.
     *
     * @param emoji its name without colons
     */
    SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji);

    /**
     * Looks for the message that this bot has posted with a delivery id ({@code conversations.history}, or
     * {@code conversations.replies} in a thread; scope {@code channels:history}, {@code groups:history} or
     * {@code im:history}, after the kind of channel). Slack lets a bot read only channels that it is a member of, see
     * {@link #join}. A message of another author does not count, though it bear the id.
     *
     * @return a success with nothing in it if it surely was not posted; {@link SlackResult.Refused} with the code
     *     {@code too_many_messages} if there are more in that time than this call reads
     */
    SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId);

    /**
     * Looks for the messages that this bot has posted with any of some delivery ids, on the terms of {@link #find}, at the cost of one
     * listing.
     *
     * @return those that were found, by the delivery id; what is missing surely was not posted there. The message of several deliveries is
     *     there for each of them
     */
    SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds);

    /**
     * Looks for a message of this bot that shows a file, on the terms of {@link #find}. It is known by its id or, where nobody
     * knows that, by its name and its length: the logs of several steps may have one name. The first message of a thread does not count.
     *
     * @param file as it was uploaded
     * @param ids those that it has had, as it was uploaded several times; empty where nobody knows them
     * @param besides a message that does not count either
     */
    SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection, SearchRange range, OutgoingFile file, Set<String> ids, MessageLocation besides);

    /**
     * Makes the bot a member of a public channel ({@code conversations.join}, scope {@code channels:join}). The channel
     * shows that it has joined. May be repeated without harm.
     *
     * @param channel the channel's id
     * @return the channel's id
     */
    SlackResult<String> join(SlackConnection connection, String channel);

    /**
     * Returns the id of a channel that is known by its name ({@code conversations.list}, scopes {@code channels:read}
     * and {@code groups:read}). Costs a call for each thousand channels of the workspace, so remember it. Where Slack
     * interrupts it, as with {@link SlackResult.RateLimited}, the next call goes on from there.
     *
     * @param name without {@code #}
     * @return {@link SlackResult.Refused} with {@code channel_not_found} where no channel that the bot may see, and
     *     that is not archived, has that name; with {@code too_many_channels} where there are too many to say so
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
     * Returns how a member of the workspace stands in it, on the terms of {@link #userById}: deactivated, a guest, or of
     * another workspace.
     *
     * @param memberId beginning with {@code U} or {@code W}
     */
    SlackResult<Optional<MemberProfile>> profile(SlackConnection connection, String memberId);

    /**
     * Asks which people are members of a channel. It reads the list of members, as Slack has no shorter way, and once for all of them.
     *
     * @param channel the id of a channel in which the bot is
     * @param memberIds of the people
     * @return the ids of those who are; of a channel with very many members, of those who are among the first.
     *     {@link SlackResult.Refused} where the bot may not know
     */
    SlackResult<Set<String>> membersAmong(SlackConnection connection, String channel, Set<String> memberIds);

    /**
     * Asks whether messages of the bot arrive in a conversation ({@code conversations.info}, scopes {@code channels:read} and
     * {@code groups:read}): it is public, or the bot is in it.
     *
     * @param channel the id of the conversation
     * @return a success with false, too, where Slack hides the conversation from the bot, as it does with private ones in which the bot
     *     is not; {@link SlackResult.Refused} where the bot may not ask
     */
    SlackResult<Boolean> reaches(SlackConnection connection, String channel);

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
     * Asks of which app a bot is, which {@link #identify} mostly does not tell. Needs the scope {@code users:read}.
     *
     * @param botId as {@link BotIdentity#botId} has it
     * @return the id of the app ({@code A…})
     */
    SlackResult<String> appOfBot(SlackConnection connection, String botId);

    /**
     * Ends the calls of this gateway that are under way; no connection is left. A later call returns
     * {@link SlackResult.Unreachable}. May be called more than once.
     */
    @Override
    void close();
}
