package io.jenkins.plugins.slacknotify.sandbox.app;

import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import io.jenkins.plugins.slacknotify.sandbox.socket.TcpRelay;
import io.jenkins.plugins.slacknotify.sandbox.workspace.AccessToken;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All apps of a sandbox, and what their requests let them do. Thread-safe. */
public final class Apps {
    private final StateLock lock;
    private final Workspaces workspaces;
    private final Supplier<TcpRelay> relay;
    private final Map<String, SandboxApp> byId = new LinkedHashMap<>();
    private final Triggers triggers;
    private final Views views;
    private final ResponseUrls responseUrls;
    private final Unfurls unfurls;
    private final OAuthGrants grants;
    private final InstantSource clock;
    private final Supplier<String> address;

    /** @param address of the sandbox, ending with a slash */
    public Apps(
            StateLock lock,
            Workspaces workspaces,
            Supplier<TcpRelay> relay,
            InstantSource clock,
            Supplier<String> address) {
        this.lock = lock;
        this.workspaces = workspaces;
        this.relay = relay;
        this.triggers = new Triggers(clock);
        this.views = new Views(lock, workspaces, clock);
        this.responseUrls = new ResponseUrls(lock, clock, address);
        this.unfurls = new Unfurls();
        this.grants = new OAuthGrants(clock);
        this.clock = clock;
        this.address = address;
    }

    /** The app that a bot token is of, which must be one of the sandbox. */
    public SandboxApp ofToken(String token) {
        var workspace = workspaces
                .ofToken(token)
                .orElseThrow(() -> new IllegalArgumentException("this is no token of the sandbox"));
        var access = workspace.accessOf(token).orElseThrow();
        return withId(access.appId(), access.name(), workspace);
    }

    /** A new app that is not installed anywhere. */
    public SandboxApp create(SandboxWorkspace home, String name) {
        return withId(workspaces.newId('A'), name, home);
    }

    /** The app of that id, made on first use. */
    public SandboxApp withId(String appId, String name, SandboxWorkspace home) {
        return lock.write(() -> byId.computeIfAbsent(appId, id -> {
            var secrets = AppSecrets.of(id);
            home.issueAppToken(secrets.appToken(), id);
            return new SandboxApp(
                    id, name, home.teamId(), secrets, new SocketServer(id, relay, () -> lock.run(() -> {})));
        }));
    }

    public Optional<SandboxApp> find(String appId) {
        return lock.read(() -> Optional.ofNullable(byId.get(appId)));
    }

    /** Forgets an app. Its tokens stay what they are. */
    public void delete(String appId) {
        lock.run(() -> byId.remove(appId));
    }

    public List<SandboxApp> all() {
        return lock.read(() -> List.copyOf(byId.values()));
    }

    /** The app whose bot is installed in a workspace; the latest where there are several. Bots that nobody asked an app for count. */
    public Optional<SandboxApp> installedIn(SandboxWorkspace workspace) {
        var bots = workspace.bots();
        for (int i = bots.size() - 1; i >= 0; i--) {
            var token = workspace.tokenOf(bots.get(i).name());
            if (token.isPresent()) {
                AccessToken access = workspace.accessOf(token.get()).orElseThrow();
                return Optional.of(withId(access.appId(), access.name(), workspace));
            }
        }
        return Optional.empty();
    }

    /** The connection that comes with a ticket, of whichever app. */
    public Optional<SocketConnection> connection(String ticket) {
        return all().stream().flatMap(app -> app.socket().take(ticket).stream()).findFirst();
    }

    public Triggers triggers() {
        return triggers;
    }

    public Views views() {
        return views;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    public OAuthGrants grants() {
        return grants;
    }

    /** The workspace of that id, which must be one of the sandbox. */
    public SandboxWorkspace workspace(String teamId) {
        return workspaces.ofTeam(teamId).orElseThrow(() -> new IllegalArgumentException("no workspace " + teamId));
    }

    /** Returns the address of the sandbox; ends with a slash. */
    public String address() {
        return address.get();
    }

    public Instant now() {
        return clock.instant();
    }

    /** Installs an app, or once more, and returns a bot token, which ends where the app rotates its tokens. */
    public String install(SandboxApp app, SandboxWorkspace workspace, List<String> scopes, boolean orgWide) {
        String token = workspace.installApp(app.id(), app.name(), orgWide, scopes.toArray(String[]::new));
        return app.rotatesTokens() ? workspace.expiring(token, OAuthGrants.TOKEN_LIFETIME) : token;
    }

    /** A configuration token and the one by which it is renewed. */
    public record TokenPair(String token, String refreshToken) {}

    /** Makes the tokens that a person gets on Slack's page of apps under "Your App Configuration Tokens". */
    public TokenPair newConfigurationToken(SandboxWorkspace workspace, SandboxUser user) {
        var grant = new OAuthGrants.Grant("", workspace.teamId(), user.id(), List.of(), false, null, clock.instant());
        return new TokenPair(
                workspace.configurationToken(user, OAuthGrants.TOKEN_LIFETIME), grants.newRefreshToken(grant));
    }

    public Unfurls unfurls() {
        return unfurls;
    }
}
