package io.jenkins.plugins.slacknotify.sandbox.workspace;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel.Kind;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser.Account;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A Slack workspace: what a test sets up in it and what it finds there. Thread-safe. */
public final class SandboxWorkspace {
    /** The scopes of a bot that is installed without naming any: all that the methods of the sandbox ask for. */
    private static final String[] EVERY_SCOPE = {
        "chat:write", "chat:write.public", "chat:write.customize", "channels:read", "groups:read", "im:read",
        "channels:join", "channels:history", "groups:history", "im:history", "im:write", "users:read",
        "users:read.email", "reactions:write", "files:write", "commands", "app_mentions:read", "links:read",
        "links:write", "team:read"
    };

    /** The path to which the bytes of files go. */
    public static final String UPLOADS = "/upload/v1/";

    /** The path where the pictures of members are served, by their ids. */
    public static final String PICTURES = "/pictures/";

    private final String name;
    private final String teamId;
    private final String enterpriseId;
    private final StateLock lock;
    private final CallLog calls;
    private final MessageTimestamps clock;
    private final Ids ids;
    private final Supplier<String> address;
    private final SandboxFiles files;
    private final Tokens tokens = new Tokens();
    private boolean groupMentionsForbidden;
    private final Map<String, SandboxBot> bots = new LinkedHashMap<>();
    private final Map<String, SandboxUser> users = new LinkedHashMap<>();
    private final Map<String, SandboxChannel> channels = new LinkedHashMap<>();

    SandboxWorkspace(
            String name, StateLock lock, CallLog calls, MessageTimestamps clock, Ids ids, Supplier<String> address) {
        this.address = address;
        this.files = new SandboxFiles(lock, ids, clock);
        this.name = name;
        this.lock = lock;
        this.calls = calls;
        this.clock = clock;
        this.ids = ids;
        this.teamId = ids.next('T');
        this.enterpriseId = "E" + teamId.substring(1);
    }

    public String name() {
        return name;
    }

    public String teamId() {
        return teamId;
    }

    /** Of the organisation that it belongs to. */
    public String enterpriseId() {
        return enterpriseId;
    }

    /** Address of the workspace, {@code https://acme.slack.com/}; there is nothing behind it. */
    public String url() {
        return "https://" + name + ".slack.com/";
    }

    /**
     * Installs an app with a bot of that name; installing it again gives one more token.
     *
     * @param scopes what the bot may do; all that the sandbox knows where none is named
     * @return a bot token
     */
    public String installBot(String botName, String... scopes) {
        return installBot(botName, false, scopes);
    }

    /** As {@link #installBot}, in the whole organisation of Enterprise Grid that the workspace belongs to. */
    public String installBotOrgWide(String botName, String... scopes) {
        return installBot(botName, true, scopes);
    }

    /**
     * Installs an app that exists already, or once more.
     *
     * @param appId the app's
     * @return a bot token
     */
    public String installApp(String appId, String botName, boolean orgWide, String... scopes) {
        return install(botName, orgWide, name -> newBot(name, appId), scopes);
    }

    private String installBot(String botName, boolean orgWide, String... scopes) {
        return install(botName, orgWide, name -> newBot(name, ids.next('A')), scopes);
    }

    private String install(String botName, boolean orgWide, Function<String, SandboxBot> newBot, String... scopes) {
        return lock.write(() -> {
            var bot = bots.computeIfAbsent(botName, newBot);
            return tokens.issue(new AccessToken(
                    TokenKind.BOT, bot.userId(), bot.botId(), bot.appId(), botName, orEvery(scopes), orgWide, ""));
        });
    }

    /** A user token, which acts as that person: see {@link #user}. */
    public String userToken(SandboxUser user, String... scopes) {
        return lock.write(() -> tokens.issue(new AccessToken(
                TokenKind.USER, user.id(), "", ids.next('A'), user.name(), orEvery(scopes), false, "")));
    }

    /** An app-level token, as Socket Mode wants it. */
    public String appToken() {
        return lock.write(() -> tokens.issue(
                new AccessToken(TokenKind.APP, "", "", ids.next('A'), "app", List.of("connections:write"), false, "")));
    }

    /** Issues an app-level token that is made elsewhere, as it holds the id of its app. */
    public void issueAppToken(String token, String appId) {
        lock.run(() -> tokens.issue(
                token, new AccessToken(TokenKind.APP, "", "", appId, "app", List.of("connections:write"), false, "")));
    }

    /** A token by which that person may make and change apps; it works for twelve hours. DOCUMENTED. */
    public String configurationToken(SandboxUser user, Duration lifetime) {
        return lock.write(() -> {
            String token = tokens.issue(
                    new AccessToken(TokenKind.CONFIGURATION, user.id(), "", "", user.name(), List.of(), false, ""));
            tokens.expire(token, clock.now().plus(lifetime));
            return token;
        });
    }

    /**
     * Makes a token one that ends, {@code xoxe.xoxb-1-…} in place of {@code xoxb-…}. DOCUMENTED: the older ones of the app work on,
     * but two at most.
     */
    public String expiring(String token, Duration lifetime) {
        return lock.write(() -> {
            String expiring =
                    "xoxe.xoxb-1-" + token.substring(TokenKind.BOT.prefix().length());
            tokens.rename(token, expiring);
            tokens.expire(expiring, clock.now().plus(lifetime));
            tokens.keepTwo(expiring);
            return expiring;
        });
    }

    /** From now on the token is answered {@code token_revoked}. */
    public void revoke(String token) {
        lock.run(() -> tokens.change(token, old -> old.refusedWith("token_revoked")));
    }

    /** From now on every token of the app is answered {@code account_inactive}. */
    public void uninstallApp(String appId) {
        lock.run(() -> tokens.changeAll(old ->
                old.kind() == TokenKind.BOT && old.appId().equals(appId) ? old.refusedWith("account_inactive") : old));
    }

    /** From now on every token of the bot is answered {@code account_inactive}. */
    public void uninstall(String botName) {
        lock.run(() -> tokens.changeAll(old -> old.name().equals(botName) ? old.refusedWith("account_inactive") : old));
    }

    /** The public channel of that name, with or without {@code #}; created on first use. */
    public SandboxChannel channel(String channelName) {
        return channel(channelName, Kind.PUBLIC);
    }

    /** The private channel of that name; created on first use. */
    public SandboxChannel privateChannel(String channelName) {
        return channel(channelName, Kind.PRIVATE);
    }

    /** The person with that e-mail address, created on first use. */
    public SandboxUser user(String fullName, String email) {
        return user(fullName, email, Account.MEMBER);
    }

    /** A guest who may be in several channels, created on first use of the address. */
    public SandboxUser guest(String fullName, String email) {
        return user(fullName, email, Account.MULTI_CHANNEL_GUEST);
    }

    /** A guest who is in one channel, created on first use of the address. */
    public SandboxUser singleChannelGuest(String fullName, String email) {
        return user(fullName, email, Account.SINGLE_CHANNEL_GUEST);
    }

    private SandboxUser user(String fullName, String email, Account account) {
        return lock.write(() -> userByEmail(email).orElseGet(() -> newUser(fullName, email, account)));
    }

    /**
     * Makes somebody of another workspace known here, as Slack Connect does for whom a channel is shared with. DOCUMENTED: the
     * id is the same in both workspaces, the account stays one of the other.
     */
    public SandboxUser outsider(SandboxUser stranger) {
        lock.run(() -> users.put(stranger.id(), stranger));
        return stranger;
    }

    /** Whether somebody is of another workspace. */
    public boolean isStranger(SandboxUser user) {
        return !user.teamId().equals(teamId);
    }

    /** DOCUMENTED as {@code is_ext_shared}: whether there is somebody of another workspace in the channel. */
    public boolean isExternallyShared(SandboxChannel channel) {
        return channel.memberIds().stream().flatMap(id -> userById(id).stream()).anyMatch(this::isStranger);
    }

    /** All messages of a channel, replies included, oldest first; none where there is no such channel. */
    public List<SandboxMessage> messagesIn(String channelName) {
        return channelNamed(channelName).map(SandboxChannel::messages).orElse(List.of());
    }

    /** Returns what any bot wrote to a person directly, oldest first. */
    public List<SandboxMessage> directMessagesTo(String email) {
        return lock.read(() -> userByEmail(email).stream()
                .flatMap(user -> channels.values().stream()
                        .filter(channel -> channel.kind() == Kind.DIRECT && channel.hasMember(user.id())))
                .flatMap(channel -> channel.messages().stream())
                .toList());
    }

    /**
     * Waits until a channel holds at least {@code count} messages.
     *
     * @return all its messages
     * @throws AssertionError after {@code timeout}, saying what did arrive and which calls were made
     */
    public List<SandboxMessage> awaitMessages(String channelName, int count, Duration timeout) {
        return await(() -> messagesIn(channelName), count, timeout, "#" + plainName(channelName));
    }

    /** As {@link #awaitMessages}, for the direct messages to a person. */
    public List<SandboxMessage> awaitDirectMessages(String email, int count, Duration timeout) {
        return await(() -> directMessagesTo(email), count, timeout, "the direct messages to " + email);
    }

    public Optional<AccessToken> accessOf(String token) {
        return lock.read(() -> tokens.find(token, clock.now()));
    }

    /** A token of that bot that still works. */
    public Optional<String> tokenOf(String botName) {
        return lock.read(() -> tokens.working(
                token -> token.kind() == TokenKind.BOT && token.name().equals(botName), clock.now()));
    }

    public List<SandboxBot> bots() {
        return lock.read(() -> List.copyOf(bots.values()));
    }

    /** Returns what the app may do here, where it is installed. */
    public Optional<AccessToken> tokenOfApp(String appId) {
        return botOf(appId).flatMap(bot -> tokenOf(bot.name())).flatMap(this::accessOf);
    }

    /** From now on every token of the app's bot is answered {@code token_revoked}. */
    public void revokeTokensOf(String appId) {
        lock.run(() -> tokens.changeAll(old ->
                old.kind() == TokenKind.BOT && old.appId().equals(appId) ? old.refusedWith("token_revoked") : old));
    }

    /** The bot of an app that is installed here, and works. */
    public Optional<SandboxBot> botOf(String appId) {
        return bots().stream()
                .filter(bot -> bot.appId().equals(appId) && tokenOf(bot.name()).isPresent())
                .findFirst();
    }

    public List<SandboxUser> users() {
        return lock.read(() -> List.copyOf(users.values()));
    }

    public List<SandboxChannel> channels() {
        return lock.read(() -> List.copyOf(channels.values()));
    }

    public Optional<SandboxUser> userById(String id) {
        return lock.read(() -> Optional.ofNullable(users.get(id)));
    }

    /** Upper and lower case are the same to Slack. INFERRED: people of other workspaces are not found so. */
    public Optional<SandboxUser> userByEmail(String email) {
        return users().stream()
                .filter(user ->
                        !user.isBot() && !isStranger(user) && user.email().equalsIgnoreCase(email))
                .findFirst();
    }

    public Optional<SandboxChannel> channelById(String id) {
        return lock.read(() -> Optional.ofNullable(channels.get(id)));
    }

    public Optional<SandboxChannel> channelNamed(String channelName) {
        return channels().stream()
                .filter(channel ->
                        channel.kind() != Kind.DIRECT && channel.name().equals(plainName(channelName)))
                .findFirst();
    }

    /** The direct message between two users, opened on first use. */
    public SandboxChannel directMessage(String userId, String otherUserId) {
        return lock.write(
                () -> openedDirectMessage(userId, otherUserId).orElseGet(() -> openDirectMessage(userId, otherUserId)));
    }

    /** The direct message between two users, where one was opened before. */
    public Optional<SandboxChannel> openedDirectMessage(String userId, String otherUserId) {
        return channels().stream()
                .filter(channel ->
                        channel.kind() == Kind.DIRECT && channel.hasMember(userId) && channel.hasMember(otherUserId))
                .findFirst();
    }

    public SandboxFiles files() {
        return files;
    }

    /** Returns the address to which the bytes of a file go. */
    public String uploadUrl(SandboxFile file) {
        return address.get().replaceAll("/$", "") + UPLOADS + file.ticket();
    }

    /** The address of a member's picture. */
    public String pictureOf(SandboxUser user) {
        return address.get().replaceAll("/$", "") + PICTURES + user.id();
    }

    /** The files that a message shows. */
    public List<SandboxFile> filesOf(SandboxMessage message) {
        return message.content().files().stream()
                .flatMap(id -> files.find(id).stream())
                .toList();
    }

    /** From now on a message that calls a whole channel is answered {@code restricted_action} (slackhq/slack-api-docs#85). */
    public SandboxWorkspace forbidGroupMentions() {
        lock.run(() -> groupMentionsForbidden = true);
        return this;
    }

    public boolean forbidsGroupMentions() {
        return lock.read(() -> groupMentionsForbidden);
    }

    StateLock lock() {
        return lock;
    }

    MessageTimestamps clock() {
        return clock;
    }

    /**
     * Somebody by id, full name or e-mail address.
     *
     * @throws IllegalArgumentException where there is nobody
     */
    public SandboxUser requireUser(String who) {
        return users().stream()
                .filter(user -> List.of(user.id(), user.name(), user.email()).contains(who))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody called " + who + " in " + name));
    }

    private SandboxChannel channel(String channelName, Kind kind) {
        return lock.write(() -> {
            var channel = channelNamed(channelName).orElseGet(() -> newChannel('C', plainName(channelName), kind));
            if (channel.kind() != kind) {
                throw new IllegalArgumentException("#" + channel.name() + " is " + channel.kind());
            }
            return channel;
        });
    }

    private SandboxChannel openDirectMessage(String userId, String otherUserId) {
        var channel = newChannel('D', otherUserId, Kind.DIRECT);
        channel.join(userId);
        channel.join(otherUserId);
        return channel;
    }

    private SandboxChannel newChannel(char idKind, String channelName, Kind kind) {
        var channel = new SandboxChannel(this, ids.next(idKind), channelName, kind);
        channels.put(channel.id(), channel);
        return channel;
    }

    private SandboxBot newBot(String botName, String appId) {
        return new SandboxBot(
                botName, appId, ids.next('B'), newUser(botName, "", Account.BOT).id());
    }

    private SandboxUser newUser(String fullName, String email, Account account) {
        var user = new SandboxUser(this, ids.next('U'), fullName, email, account);
        users.put(user.id(), user);
        return user;
    }

    private List<SandboxMessage> await(
            Supplier<List<SandboxMessage>> messages, int count, Duration timeout, String where) {
        if (lock.await(() -> messages.get().size() >= count, timeout)) {
            return messages.get();
        }
        var arrived = messages.get();
        throw new AssertionError("expected %d message(s) in %s of %s within %s, found %d:%n%s%n%s"
                .formatted(
                        count,
                        where,
                        name,
                        timeout,
                        arrived.size(),
                        arrived.stream().map(message -> "  " + message.text()).collect(Collectors.joining("\n")),
                        calls.summary()));
    }

    private static List<String> orEvery(String... scopes) {
        return Arrays.asList(scopes.length == 0 ? EVERY_SCOPE : scopes);
    }

    private static String plainName(String channelName) {
        return channelName.startsWith("#") ? channelName.substring(1) : channelName;
    }
}
