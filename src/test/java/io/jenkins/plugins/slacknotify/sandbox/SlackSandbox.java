package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.Answering;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.AppMethods;
import io.jenkins.plugins.slacknotify.sandbox.delivery.RequestCourier;
import io.jenkins.plugins.slacknotify.sandbox.member.AppEvents;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.member.Slack;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodTable;
import io.jenkins.plugins.slacknotify.sandbox.method.RateLimits;
import io.jenkins.plugins.slacknotify.sandbox.method.WebApi;
import io.jenkins.plugins.slacknotify.sandbox.socket.TcpRelay;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.CallLog;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;

/**
 * A local Slack that listens on 127.0.0.1 only. Its data live as long as it does. Thread-safe.
 *
 * <pre>{@code
 * try (var slack = SlackSandbox.start()) {
 *     var acme = slack.workspace("acme");
 *     var token = acme.installBot("jenkins", "chat:write");
 *     acme.channel("builds").invite("jenkins");
 *     // … post to slack.apiUrl() with the token …
 *     acme.awaitMessages("builds", 1, Duration.ofSeconds(10));
 * }
 * }</pre>
 */
public final class SlackSandbox implements AutoCloseable {
    /** Held, so that its level stays: the server logs every request otherwise. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final StateLock lock = new StateLock();
    private final CallLog calls = new CallLog(lock);
    private final Faults faults = new Faults(lock);
    private final MethodTable methods = MethodTable.standard().with(AppMethods.all());
    private final MockWebServer server = new MockWebServer();
    private final Routes routes;
    private final PromptSockets sockets = new PromptSockets();
    private final RateLimits rateLimits;
    private final Workspaces workspaces;
    private final Apps apps;
    private final RequestCourier courier;
    private final Answering answering;
    private final OAuthPage oauth;
    private final Slack slack;
    private TcpRelay relay;

    private SlackSandbox(InstantSource clock, boolean idsOfProcess) {
        SERVER_LOG.setLevel(Level.WARNING);
        rateLimits = new RateLimits(clock);
        workspaces = new Workspaces(lock, calls, clock, this::pageUrl, idsOfProcess);
        apps = new Apps(lock, workspaces, this::socketRelay, clock, this::pageUrl);
        courier = new RequestCourier(lock, clock, apps);
        answering = new Answering(workspaces);
        oauth = new OAuthPage(apps, workspaces);
        slack = new Slack(workspaces, apps, courier, answering, clock);
        var api = new WebApi(methods, workspaces, rateLimits, lock, apps);
        server.setServerSocketFactory(sockets);
        routes = new Routes(
                this,
                server,
                new ApiEndpoint(api, workspaces, faults, calls, clock),
                new UploadEndpoint(workspaces, faults, calls, clock),
                new AppEndpoint(apps, answering),
                oauth);
        server.setDispatcher(routes);
    }

    /** Starts on a free port. */
    public static SlackSandbox start() {
        return start(0);
    }

    /** Starts on that port, or on a free one where it is 0. */
    public static SlackSandbox start(int port) {
        return start(port, InstantSource.system());
    }

    /**
     * Starts with a clock for timestamps and rate limits; waiting for messages goes by real time all the same.
     *
     * @throws UncheckedIOException where the port is taken
     */
    public static SlackSandbox start(int port, InstantSource clock) {
        return start(port, new SlackSandbox(clock, false));
    }

    /**
     * Starts on a free port with ids that no other one of this process has that was started so, as in Slack: a Jenkins that goes from
     * one to another takes nothing for what it has known before.
     */
    public static SlackSandbox startWithNewIds() {
        return startWithNewIds(InstantSource.system());
    }

    /** Starts as {@link #startWithNewIds()} does, with a clock as {@link #start(int, InstantSource)} has it. */
    public static SlackSandbox startWithNewIds(InstantSource clock) {
        return start(0, new SlackSandbox(clock, true));
    }

    private static SlackSandbox start(int port, SlackSandbox sandbox) {
        try {
            sandbox.server.start(InetAddress.getByName("127.0.0.1"), port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
        return sandbox;
    }

    /** Returns the address in place of {@code https://slack.com/api/}; ends with a slash. */
    public String apiUrl() {
        return pageUrl() + "api/";
    }

    /** The page that shows all that happens; ends with a slash. */
    public String pageUrl() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    /**
     * Answers requests that are meant for that host, such as {@code slack.com}, where a proxy brings them. Those for other
     * hosts than this very machine are turned away otherwise.
     */
    public void standInFor(String host) {
        routes.answerFor(host);
    }

    /** The workspace of that name, created on first use. */
    public SandboxWorkspace workspace(String name) {
        return workspaces.named(name);
    }

    /** The app that a bot token is of: its secrets, and the way to it. */
    public SandboxApp appOf(String botToken) {
        return apps.ofToken(botToken);
    }

    /** A new app of that workspace, which is not installed anywhere. */
    public SandboxApp newApp(SandboxWorkspace home, String name) {
        return apps.create(home, name);
    }

    /** The app of that id, made on first use. */
    public SandboxApp app(String appId, SandboxWorkspace home, String name) {
        return apps.withId(appId, name, home);
    }

    /** Installs an app in a workspace, or once more, and returns a bot token. */
    public String install(SandboxApp app, SandboxWorkspace workspace, String... scopes) {
        return workspace.installApp(app.id(), app.name(), false, scopes);
    }

    /**
     * Somebody who uses Slack: a member, a guest, or an outsider in a workspace that shares a channel. They act in the first
     * workspace that knows them and has an app, and turn to the app that was installed there last.
     *
     * @throws IllegalStateException where no workspace that knows them has an app
     */
    public SandboxMember as(SandboxUser user) {
        return workspaces().stream()
                .filter(workspace -> workspace.userById(user.id()).isPresent())
                .filter(workspace -> apps.installedIn(workspace).isPresent())
                .findFirst()
                .map(workspace -> as(user, workspace))
                .orElseThrow(() -> new IllegalStateException("no workspace of " + user.name() + " has an app"));
    }

    /** As {@link #as(SandboxUser)}, in that workspace. */
    public SandboxMember as(SandboxUser user, SandboxWorkspace workspace) {
        var app = apps.installedIn(workspace)
                .orElseThrow(() -> new IllegalStateException(workspace.name() + " has no app"));
        return new SandboxMember(slack, user, workspace, app);
    }

    /** The page on which people allow an app, what stands for {@code https://slack.com/oauth/v2/authorize}. */
    public String authorizeUrl() {
        return pageUrl() + OAuthPage.PATH.substring(1);
    }

    /**
     * Lets a person allow an app on that page.
     *
     * @param authorizeUrl with its query, as a browser has it
     * @return the address to which the browser goes on, with a code or an error; where Slack would not even ask, its error
     */
    public String consent(String authorizeUrl, SandboxWorkspace workspace, SandboxUser user, boolean orgWide) {
        return oauth.consent(HttpUrl.get(authorizeUrl), workspace, user, orgWide);
    }

    /** A token by which a person may make apps by the Web API, and the token that renews it. */
    public Apps.TokenPair configurationToken(SandboxWorkspace workspace, SandboxUser user) {
        return apps.newConfigurationToken(workspace, user);
    }

    /** Whether a refresh token that was used is taken again, as Slack does for a short while. */
    public void allowRefreshAgain(boolean on) {
        apps.grants().allowRefreshAgain(on);
    }

    /** Returns the events of an app in a workspace. */
    public AppEvents events(SandboxApp app, SandboxWorkspace workspace) {
        return new AppEvents(slack, app, workspace);
    }

    /** Returns the courier of requests to apps, which can make them go wrong and has all requests so far. */
    public RequestCourier requests() {
        return courier;
    }

    /** Something changed that the page shows and that is not counted. */
    void touch() {
        lock.run(() -> {});
    }

    Apps apps() {
        return apps;
    }

    /** Returns the relay that WebSockets go through, so that they can be cut. */
    public TcpRelay socketRelay() {
        synchronized (sockets) {
            try {
                if (relay == null) {
                    relay = new TcpRelay(server.getPort());
                }
                return relay;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public Faults faults() {
        return faults;
    }

    /** The latest calls, oldest first. */
    public List<ApiCall> calls() {
        return calls.all();
    }

    /** Returns how often each method was called since the start, whatever became of the call; none is forgotten. */
    public Map<String, Long> callCounts() {
        return calls.counts();
    }

    /**
     * Waits until a method was called at least {@code count} times.
     *
     * @return its calls, oldest first
     * @throws AssertionError after {@code timeout}, saying which calls were made
     */
    public List<ApiCall> awaitCalls(String method, int count, Duration timeout) {
        if (!lock.await(() -> callsOf(method).size() >= count, timeout)) {
            throw new AssertionError("expected %d call(s) of %s within %s, found %d:%n%s"
                    .formatted(count, method, timeout, callsOf(method).size(), calls.summary()));
        }
        return callsOf(method);
    }

    /** Whether calls that come too often are answered 429; they are unless switched off. */
    public void enforceRateLimits(boolean on) {
        rateLimits.enforce(on);
    }

    /** Closes all connections but those of Socket Mode; new ones are taken. */
    public void dropConnections() {
        try {
            TcpRelay ofSocketMode = socketRelay();
            sockets.closeAll(socket -> !ofSocketMode.leadsTo(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server and drops all connections. */
    @Override
    public void close() {
        synchronized (sockets) {
            if (relay != null) {
                relay.close();
            }
        }
        server.close();
    }

    private List<ApiCall> callsOf(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    List<SandboxWorkspace> workspaces() {
        return workspaces.all();
    }

    Set<String> methodNames() {
        var names = new TreeSet<>(methods.names());
        names.add(UploadEndpoint.NAME);
        return names;
    }

    long version() {
        return lock.version();
    }
}
