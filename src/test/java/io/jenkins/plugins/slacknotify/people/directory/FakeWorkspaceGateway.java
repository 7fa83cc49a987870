package io.jenkins.plugins.slacknotify.people.directory;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A fake of Slack with any number of workspaces, in which a test adds members under addresses and ids. */
final class FakeWorkspaceGateway implements SlackGateway {
    private final Map<BotToken, String> teams = new ConcurrentHashMap<>();
    private final Map<String, SlackUser> users = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Supplier<SlackResult<Optional<SlackUser>>> insteadOfLookUps;
    private volatile SlackResult<BotIdentity> insteadOfIdentity;

    /** Returns a connection with a token of a workspace. */
    SlackConnection token(String secret, String teamId) {
        BotToken token = BotToken.of("xoxb-" + secret);
        teams.put(token, teamId);
        return SlackConnection.toSlack(token);
    }

    /** Adds a user who is found by an address or id; one user may be added several times. */
    void add(String teamId, String asked, SlackUser user) {
        users.put(teamId + " " + asked, user);
    }

    /** Sets what answers look-ups from now on, on the thread that asks; null for the usual answers. */
    void answerLookUps(@CheckForNull Supplier<SlackResult<Optional<SlackUser>>> answers) {
        insteadOfLookUps = answers;
    }

    /** Sets the answer to {@code identify} from now on; null for the usual one. */
    void answerIdentify(@CheckForNull SlackResult<BotIdentity> answer) {
        insteadOfIdentity = answer;
    }

    /** The look-ups in their order, such as {@code T1 byEmail ada@example.org}. */
    List<String> lookUps() {
        return calls.stream().filter(call -> !call.endsWith("identify")).toList();
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public SlackResult<String> appOfBot(SlackConnection connection, String botId) {
        throw new AssertionError("Nobody asks for the app");
    }

    @Override
    public SlackResult<BotIdentity> identify(SlackConnection connection) {
        String team = teams.get(connection.token());
        calls.add(team + " identify");
        return insteadOfIdentity != null
                ? insteadOfIdentity
                : new SlackResult.Success<>(new BotIdentity("", team, "jenkins", "U0BOT", "", "", Set.of(), false));
    }

    @Override
    public SlackResult<Optional<SlackUser>> userByEmail(SlackConnection connection, String email) {
        return lookUp(connection, "byEmail", email);
    }

    @Override
    public SlackResult<Optional<SlackUser>> userById(SlackConnection connection, String memberId) {
        return lookUp(connection, "byId", memberId);
    }

    @Override
    public SlackResult<Set<String>> membersAmong(SlackConnection connection, String channel, Set<String> memberIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SlackResult<Boolean> reaches(SlackConnection connection, String channel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SlackResult<Optional<MemberProfile>> profile(SlackConnection connection, String memberId) {
        throw new AssertionError("The directory asks for nobody's profile");
    }

    private SlackResult<Optional<SlackUser>> lookUp(SlackConnection connection, String method, String asked) {
        String team = teams.get(connection.token());
        calls.add(team + " " + method + " " + asked);
        return insteadOfLookUps != null
                ? insteadOfLookUps.get()
                : new SlackResult.Success<>(Optional.ofNullable(users.get(team + " " + asked)));
    }

    @Override
    public SlackResult<PostedMessage> post(SlackConnection connection, OutgoingMessage message) {
        throw new AssertionError("The directory posts nothing");
    }

    @Override
    public SlackResult<MessageLocation> react(SlackConnection connection, MessageLocation location, String emoji) {
        throw new AssertionError("The directory posts nothing");
    }

    @Override
    public SlackResult<String> postEphemeral(SlackConnection connection, OutgoingMessage message, String memberId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SlackResult<MessageLocation> update(
            SlackConnection connection, MessageLocation location, OutgoingMessage message) {
        throw new AssertionError("The directory posts nothing");
    }

    @Override
    public SlackResult<String> upload(SlackConnection connection, OutgoingFile file) {
        throw new AssertionError("The directory uploads nothing");
    }

    @Override
    public SlackResult<Boolean> show(
            SlackConnection connection, MessageLocation location, OutgoingMessage message, String fileId) {
        throw new AssertionError("The directory posts nothing");
    }

    @Override
    public SlackResult<String> share(
            SlackConnection connection, OutgoingFile file, MessageLocation thread, Consumer<String> shows) {
        throw new AssertionError("The directory uploads nothing");
    }

    @Override
    public SlackResult<Optional<PostedMessage>> find(SlackConnection connection, SearchRange range, String deliveryId) {
        throw new AssertionError("The directory looks for no message");
    }

    @Override
    public SlackResult<Map<String, PostedMessage>> findEach(
            SlackConnection connection, SearchRange range, Set<String> deliveryIds) {
        throw new AssertionError("The directory looks for no message");
    }

    @Override
    public SlackResult<Optional<PostedMessage>> findFile(
            SlackConnection connection,
            SearchRange range,
            OutgoingFile file,
            Set<String> ids,
            MessageLocation besides) {
        throw new AssertionError("The directory looks for no message");
    }

    @Override
    public SlackResult<String> join(SlackConnection connection, String channel) {
        throw new AssertionError("The directory joins no channel");
    }

    @Override
    public SlackResult<String> channelId(SlackConnection connection, String name) {
        throw new AssertionError("The directory looks for no channel");
    }

    @Override
    public SlackResult<String> directMessage(SlackConnection connection, String memberId) {
        throw new AssertionError("The directory writes to nobody");
    }

    @Override
    public SlackResult<String> permalink(SlackConnection connection, MessageLocation location) {
        throw new AssertionError("The directory looks for no message");
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
