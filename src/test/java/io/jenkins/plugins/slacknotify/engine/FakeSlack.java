package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
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
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Slack in which every channel exists, and which answers as a test says. Like Slack, it takes names where a message
 * is posted, and ids only where one is looked for.
 */
final class FakeSlack implements SlackGateway {
    /** A message as it stands in Slack. */
    record Message(MessageLocation location, @CheckForNull String threadTs, OutgoingMessage content) {
        String text() {
            return content.text();
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<SlackConnection> connections = new ArrayList<>();
    private final Deque<Supplier<SlackResult<MessageLocation>>> onPost = new ArrayDeque<>();
    private final Deque<SlackResult<MessageLocation>> onUpdate = new ArrayDeque<>();
    private final Deque<SlackResult<MessageLocation>> onReaction = new ArrayDeque<>();
    private final Deque<SlackResult<String>> onUpload = new ArrayDeque<>();
    private final Deque<SlackResult<Boolean>> onShow = new ArrayDeque<>();
    private final Deque<SlackResult<String>> onShare = new ArrayDeque<>();
    private final List<String> shared = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Map<MessageLocation, String> shown = new HashMap<>();
    private final Map<MessageLocation, BotToken> authors = new HashMap<>();
    private final Deque<SlackResult<Optional<PostedMessage>>> onFind = new ArrayDeque<>();
    private final List<SearchRange> searched = new ArrayList<>();
    private final Deque<SlackResult<String>> onChannelId = new ArrayDeque<>();
    private boolean losesNextAnswer;
    private boolean isSlow;
    private final Deque<Runnable> late = new ArrayDeque<>();

    @CheckForNull
    private String indigestible;

    private SlackResult<MessageLocation> onIndigestible;
    private boolean hasPermalinks = true;
    private Runnable duringPermalink = () -> {};
    private boolean closed;

    /** Throws where nobody can call. */
    Runnable reachable = () -> {};

    /** While the address of a message is asked for, this happens. */
    void duringPermalink(Runnable action) {
        duringPermalink = action;
    }

    /** The next post is not carried out, and answered so. */
    void answerPost(SlackResult<MessageLocation> answer) {
        onPost.add(() -> answer);
    }

    /** While the next post is under way, something happens; it is not carried out, and answered so. */
    void answerPostAfter(Runnable action, SlackResult<MessageLocation> answer) {
        onPost.add(() -> {
            action.run();
            return answer;
        });
    }

    /** Every post whose text holds a word is not carried out, and answered so. */
    void refuseWhatSays(String word, SlackResult<MessageLocation> answer) {
        indigestible = word;
        onIndigestible = answer;
    }

    /** The next update is not carried out, and answered so. */
    void answerUpdate(SlackResult<MessageLocation> answer) {
        onUpdate.add(answer);
    }

    /** The next reaction is answered so. */
    void answerReaction(SlackResult<MessageLocation> answer) {
        onReaction.add(answer);
    }

    /** The next upload is not carried out, and answered so. */
    void answerUpload(SlackResult<String> answer) {
        onUpload.add(answer);
    }

    /** The next time that a message is to show a file, it does not, and that is answered so. */
    void answerShow(SlackResult<Boolean> answer) {
        onShow.add(answer);
    }

    /** The next time that a file is shared in a thread, it is not, and that is answered so. */
    void answerShare(SlackResult<String> answer) {
        onShare.add(answer);
    }

    /** The files that were shared in threads, each as {@code name in channel ts}. */
    List<String> shared() {
        return List.copyOf(shared);
    }

    /** The uploaded files, the oldest first. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** The file that a message shows; null where it shows none. */
    @CheckForNull
    String fileIn(Message message) {
        String id = shown.get(message.location());
        return id == null ? null : files.get(Integer.parseInt(id.substring(1)) - 1);
    }

    /** The next search is answered so. */
    void answerFind(SlackResult<Optional<PostedMessage>> answer) {
        onFind.add(answer);
    }

    /** Returns where messages were looked for, in the order of the searches. */
    List<SearchRange> searched() {
        return List.copyOf(searched);
    }

    /** The next question for a channel's id is answered so. */
    void answerChannelId(SlackResult<String> answer) {
        onChannelId.add(answer);
    }

    /** The next post is carried out, and its answer gets lost. */
    void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /** From now on, posts are carried out when {@link #finish} says so, and nobody waits for their answers. */
    void beSlow() {
        isSlow = true;
    }

    /** Carries out what was asked for, and is slow no more. */
    void finish() {
        isSlow = false;
        late.forEach(Runnable::run);
        late.clear();
    }

    void havePermalinks(boolean have) {
        hasPermalinks = have;
    }

    static <T> SlackResult<T> refused(String error, String remedy) {
        return new SlackResult.Refused<>(new Refusal(error, remedy));
    }

    /** All messages, oldest first. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** All that the messages say that were posted with a token, oldest first. */
    List<String> contentsBy(BotToken token) {
        return messages.stream()
                .filter(message -> token.equals(authors.get(message.location())))
                .map(message -> message.text()
                        + message.content().blocks()
                        + message.content().attachments())
                .toList();
    }

    List<String> texts() {
        return messages.stream().map(Message::text).toList();
    }

    /** The methods that were called. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    SlackConnection lastConnection() {
        return connections.get(connections.size() - 1);
    }

    boolean isClosed() {
        return closed;
    }

    static String idOf(String channel) {
        if (channel.matches("[UW][A-Z0-9]{6,}")) {
            return "D" + channel.substring(1);
        }
        return channel.matches("[CDG][A-Z0-9]{6,}")
                ? channel
                : "C0" + channel.replaceAll("\\W", "").toUpperCase(Locale.ROOT) + "00000";
    }

    @Override
    public SlackResult<PostedMessage> post(SlackConnection connection, OutgoingMessage message) {
        called("post", connection);
        if (!onPost.isEmpty()) {
            return onPost.remove().get().map(location -> new PostedMessage(location, message.threadTs()));
        }
        if (indigestible != null && message.text().contains(indigestible)) {
            return onIndigestible.map(location -> new PostedMessage(location, message.threadTs()));
        }
        if (isSlow) {
            late.add(() -> carryOut(connection, message));
            return new SlackResult.Unknown<>("No answer in time");
        }
        MessageLocation location = carryOut(connection, message);
        if (losesNextAnswer) {
            losesNextAnswer = false;
            return new SlackResult.Unknown<>("No answer in time");
        }
        return new SlackResult.Success<>(new PostedMessage(location, message.threadTs()));
    }

    private MessageLocation carryOut(SlackConnection connection, OutgoingMessage message) {
        MessageLocation location =
                new MessageLocation(idOf(message.channel()), "1772366400.%06d".formatted(messages.size()));
        messages.add(new Message(location, message.threadTs(), message));
        authors.put(location, connection.token());
        return location;
    }

    @Override
    public SlackResult<String> postEphemeral(SlackConnection connection, OutgoingMessage message, String memberId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        called("update", connection);
        if (!onUpdate.isEmpty()) {
            return onUpdate.remove();
        }
        messages.replaceAll(
                old -> old.location().equals(location) ? new Message(location, old.threadTs(), message) : old);
        return new SlackResult.Success<>(location);
    }

    @Override
    public SlackResult<String> upload(SlackConnection connection, OutgoingFile file) {
        called("upload " + file.name(), connection);
        if (!onUpload.isEmpty()) {
            return onUpload.remove();
        }
        try {
            files.add(Files.readString(file.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SlackResult.Success<>("F" + files.size());
    }

    @Override
    public SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        called("show " + fileId + " " + location.ts(), connection);
        if (!onShow.isEmpty()) {
            return onShow.remove();
        }
        messages.replaceAll(
                old -> old.location().equals(location) ? new Message(location, old.threadTs(), message) : old);
        shown.put(location, fileId);
        return new SlackResult.Success<>(true);
    }

    @Override
    public SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows) {
        shows.accept("F" + file.name());
        called("share " + file.name(), connection);
        if (!onShare.isEmpty()) {
            return onShare.remove();
        }
        shared.add(file.name() + " in " + thread.channel() + " " + thread.ts());
        return new SlackResult.Success<>("F" + file.name());
    }

    @Override
    public SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        called("react " + emoji + " " + location.ts(), connection);
        return onReaction.isEmpty() ? new SlackResult.Success<>(location) : onReaction.remove();
    }

    @Override
    public SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId) {
        called("find", connection);
        searched.add(range);
        if (!onFind.isEmpty()) {
            return onFind.remove();
        }
        if (!range.channel().equals(idOf(range.channel()))) {
            return refused("channel_not_found", "Slack finds no " + range.channel());
        }
        return new SlackResult.Success<>(messages.stream()
                .filter(message -> message.location().channel().equals(range.channel()))
                .filter(message -> Objects.equals(message.threadTs(), range.threadTs()))
                .filter(message -> message.content().deliveryId().equals(deliveryId)
                        || message.content().companions().contains(deliveryId))
                .map(message -> new PostedMessage(
                        message.location(),
                        message.threadTs(),
                        !message.content().companions().isEmpty()))
                .findFirst());
    }

    @Override
    public SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds) {
        Map<String, PostedMessage> all = new HashMap<>();
        for (String id : deliveryIds) {
            SlackResult<Optional<PostedMessage>> result = find(connection, range, id);
            if (result.success().isEmpty()) {
                return result.map(never -> all);
            }
            result.success().flatMap(found -> found).ifPresent(found -> all.put(id, found));
        }
        return new SlackResult.Success<>(all);
    }

    @Override
    public SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection,
            SearchRange range,
            OutgoingFile file,
            Set<String> ids,
            MessageLocation besides) {
        called("findFile", connection);
        return new SlackResult.Success<>(shared.stream()
                .filter((file.name() + " in " + range.channel() + " " + range.threadTs())::equals)
                .map(found -> new PostedMessage(new MessageLocation(range.channel(), "1"), range.threadTs()))
                .findFirst());
    }

    @Override
    public SlackResult<String> join(SlackConnection connection, String channel) {
        called("join " + channel, connection);
        return new SlackResult.Success<>(channel);
    }

    @Override
    public SlackResult<String> channelId(SlackConnection connection, String name) {
        called("channelId", connection);
        return onChannelId.isEmpty() ? new SlackResult.Success<>(idOf(name)) : onChannelId.remove();
    }

    @Override
    public SlackResult<Optional<SlackUser>> userByEmail(SlackConnection connection, String email) {
        throw new AssertionError("The engine asks the directory");
    }

    @Override
    public SlackResult<Optional<SlackUser>> userById(SlackConnection connection, String memberId) {
        throw new AssertionError("The engine asks the directory");
    }

    /** The members of each channel, by its id; nobody where it is missing. */
    final Map<String, Set<String>> members = new HashMap<>();

    @Override
    public SlackResult<Set<String>> membersAmong(SlackConnection connection, String channel, Set<String> memberIds) {
        called("members", connection);
        Set<String> among = new HashSet<>(members.getOrDefault(channel, Set.of()));
        among.retainAll(memberIds);
        return new SlackResult.Success<>(among);
    }

    @Override
    public SlackResult<Boolean> reaches(SlackConnection connection, String channel) {
        throw new AssertionError("The engine finds out when it posts");
    }

    @Override
    public SlackResult<Optional<MemberProfile>> profile(SlackConnection connection, String memberId) {
        throw new AssertionError("The engine asks for nobody's profile");
    }

    @Override
    public SlackResult<String> directMessage(SlackConnection connection, String memberId) {
        called("directMessage", connection);
        return new SlackResult.Success<>(idOf(memberId));
    }

    @Override
    public SlackResult<String> permalink(SlackConnection connection, MessageLocation location) {
        called("permalink", connection);
        duringPermalink.run();
        return hasPermalinks
                ? new SlackResult.Success<>(
                        "https://acme.slack.com/archives/" + location.channel() + "/p" + location.ts())
                : new SlackResult.Unknown<>("No answer in time");
    }

    @Override
    public SlackResult<String> appOfBot(SlackConnection connection, String botId) {
        throw new AssertionError("The engine has no need to know which app it is");
    }

    @Override
    public SlackResult<BotIdentity> identify(SlackConnection connection) {
        throw new AssertionError("The engine has no need to know who it is");
    }

    @Override
    public void close() {
        closed = true;
    }

    private synchronized void called(String method, SlackConnection connection) {
        reachable.run();
        calls.add(method);
        connections.add(connection);
    }
}
