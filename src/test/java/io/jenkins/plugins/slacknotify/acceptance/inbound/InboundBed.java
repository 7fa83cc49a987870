package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsProcess;
import io.jenkins.plugins.slacknotify.acceptance.harness.Jobs;
import io.jenkins.plugins.slacknotify.acceptance.harness.Timeouts;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A Jenkins as a company has it: under a path of its address, with protection against forged requests, and closed to whoever is
 * not signed in. It is connected to a Slack sandbox of this test alone; see the resource {@code jenkins.yaml} beside this class. The
 * Jenkins may have served other tests before, of which nothing is left: see {@link InboundBeds}.
 */
final class InboundBed implements AutoCloseable {
    static final Duration TIMEOUT = Timeouts.LONG;

    /** A button of the plugin's own, which no version of it has. */
    static final String UNKNOWN_BUTTON = "slack-notify.test.press";

    private final SlackSandbox sandbox;
    private final SandboxApp app;
    private String token;
    private final InboundBeds.Loan loan;
    private final JenkinsClient admin;
    private final String yaml;
    private final int linesBefore;
    private final SandboxUser ada;
    private final boolean bySocket;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private InboundBed(SlackSandbox sandbox, String token, InboundBeds.Loan loan, String yaml, boolean bySocket) {
        this.sandbox = sandbox;
        this.token = token;
        this.app = sandbox.appOf(token);
        this.loan = loan;
        this.yaml = yaml;
        this.bySocket = bySocket;
        linesBefore = process().log().size();
        admin = JenkinsClient.of(process().url(), "admin", "admin-password");
        ada = workspace().user("ada", "ada@example.org");
        workspace().channel("builds").invite("jenkins").invite("ada");
        if (bySocket) {
            app().deliverBySocket();
        } else {
            app().deliverTo(endpoint().toString());
        }
    }

    /** Starts, with every ability on. */
    static InboundBed start(boolean bySocket) {
        return start(bySocket, yaml -> yaml);
    }

    /**
     * Starts, with every ability on.
     *
     * @param change changes the configuration as code, which Jenkins reads again at each start
     */
    static InboundBed start(boolean bySocket, UnaryOperator<String> change) {
        return start(bySocket, Set.of(), change);
    }

    /**
     * Starts, with every ability on.
     *
     * @param morePlugins of the lab, besides those that inbound requests need
     */
    static InboundBed start(boolean bySocket, Set<String> morePlugins, UnaryOperator<String> change) {
        return start(bySocket, morePlugins, Set.of(), change);
    }

    /**
     * Starts with more plugins.
     *
     * @param plugins of the Jenkins at hand
     * @param extra the names of others, as {@link InboundBeds#lend} takes them
     */
    static InboundBed start(boolean bySocket, Set<String> plugins, Set<String> extra, UnaryOperator<String> change) {
        var bed = start(bySocket, plugins, extra, sandbox -> "", change);
        bed.awaitOn();
        return bed;
    }

    /**
     * Starts a Jenkins that reaches {@code slack.com} and its sockets through a proxy alone, which its settings name. It trusts {@link
     * InboundBeds#certificate()}.
     *
     * @param proxy opens it; gives its port
     */
    static InboundBed startBehindProxy(ToIntFunction<SlackSandbox> proxy) {
        return start(
                true,
                Set.of(),
                Set.of(),
                sandbox -> "  proxy: {name: 127.0.0.1, port: " + proxy.applyAsInt(sandbox) + "}\n",
                yaml -> yaml);
    }

    private static InboundBed start(
            boolean bySocket,
            Set<String> plugins,
            Set<String> extra,
            Function<SlackSandbox, String> proxySettings,
            UnaryOperator<String> change) {
        InboundBeds.assumeThatAllIsAtHand();
        var sandbox = SlackSandbox.startWithNewIds();
        sandbox.enforceRateLimits(false);
        var token = sandbox.workspace("acme").installBot("jenkins");
        sandbox.workspace("acme").channel("system").invite("jenkins");
        var app = sandbox.appOf(token);
        var proxy = proxySettings.apply(sandbox);
        var yaml = change.apply(resource())
                .replaceFirst("(?m)^jenkins:\n", "jenkins:\n" + proxy)
                .replace("${SANDBOX_API_URL}", proxy.isEmpty() ? sandbox.apiUrl() : "https://slack.com/api/")
                .replace("${SANDBOX_TOKEN}", token)
                .replace("${SANDBOX_SECRET}", app.signingSecret())
                .replace("${SANDBOX_APP_TOKEN}", app.appToken())
                .replace("APP_TOKEN\"}", (bySocket ? "app-token" : "") + "\"}");
        return new InboundBed(sandbox, token, InboundBeds.lend(plugins, extra, switched(yaml, true)), yaml, bySocket);
    }

    /** A Jenkins that was at work for others is asked to listen to this sandbox while it runs, and does so soon. */
    private void awaitOn() {
        await("requests from Slack to be on").atMost(TIMEOUT).until(() -> status("it.running()"), "true"::equals);
        if (bySocket) {
            assertThat(app().socket().awaitOpen(1, TIMEOUT)).isTrue();
        }
    }

    private static String resource() {
        try (var stream = InboundBed.class.getResourceAsStream("jenkins.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String switched(String yaml, boolean on) {
        return yaml.replace("ABILITIES", on ? "[commands, buttons, previews, home]" : "[]");
    }

    /** Switches requests from Slack on or off, as code. */
    void switchOn(boolean on) {
        assertThat(InboundBeds.configure(process(), admin, switched(yaml, on))).isEmpty();
    }

    /** Has the next start take the settings as they are, and not those of {@code jenkins.yaml}. */
    void keepSettings() {
        InboundBeds.keepSettings(process(), admin);
    }

    SlackSandbox sandbox() {
        return sandbox;
    }

    SandboxWorkspace workspace() {
        return sandbox.workspace("acme");
    }

    SandboxApp app() {
        return app;
    }

    /** Installs the app again after it was uninstalled, and gives Jenkins the new token. */
    void installAgain() {
        token = sandbox.install(
                app, workspace(), "chat:write", "chat:write.public", "channels:read", "users:read", "users:read.email");
        workspace().channel("system").invite("jenkins");
        workspace().channel("builds").invite("jenkins");
        admin.script("""
                import com.cloudbees.plugins.credentials.domains.Domain
                import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl
                def store = com.cloudbees.plugins.credentials.SystemCredentialsProvider.instance.store
                def old = store.getCredentials(Domain.global()).find { it.id == 'slack-token' }
                store.updateCredentials(Domain.global(), old, new StringCredentialsImpl(
                    old.scope, old.id, '', hudson.util.Secret.fromString('%s')))
                """.formatted(token));
    }

    /** A member of the workspace. */
    SandboxMember ada() {
        return sandbox.as(ada);
    }

    JenkinsProcess process() {
        return loan.process();
    }

    /** Returns what Jenkins has written to its console since this test has it. */
    List<String> log() {
        var all = process().log();
        return all.subList(linesBefore, all.size());
    }

    JenkinsClient admin() {
        return admin;
    }

    Jobs jobs() {
        return new Jobs(admin);
    }

    /** Starts Jenkins again after it was stopped or killed. */
    void startAgain() {
        process().start();
        admin.forgetSession();
    }

    URI endpoint() {
        return process().url().resolve("slack-notify-events/");
    }

    /** Has the bot post a message with a button, and returns its timestamp. */
    String postButton(String actionId) {
        return postButton(actionId, "1");
    }

    /** Has the bot post a message with a button of a certain value, as this Jenkins has once drawn it, and returns its timestamp. */
    String postButton(String actionId, String value) {
        return postUnsealedButton(actionId, ButtonAction.of(actionId).isEmpty() ? value : sealed(actionId, value));
    }

    /** Has the bot post a button as {@link #postButton} does, in the thread of a message. */
    String postReply(String thread, String actionId, String value) {
        return post(actionId, sealed(actionId, value), ",\"thread_ts\":\"" + thread + "\"");
    }

    private String sealed(String actionId, String value) {
        return admin().script("""
                import io.jenkins.plugins.slacknotify.message.buttons.*
                def target = ButtonTarget.parse(new String('%s'.decodeBase64(), 'UTF-8')).get()
                print io.jenkins.plugins.slacknotify.config.inbound.ButtonSeals.seal()
                    .value(ButtonAction.of('%s').get(), target).get()
                """.formatted(
                                Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)), actionId))
                .strip();
    }

    /** Has the bot post a message with a button of a certain value, and returns its timestamp. */
    String postUnsealedButton(String actionId, String value) {
        return post(actionId, value, "");
    }

    private String post(String actionId, String value, String more) {
        var blocks = """
                [{"type":"actions","elements":[{"type":"button","action_id":"%s","value":%s,
                  "text":{"type":"plain_text","text":"Press"}}]}]""".formatted(actionId, new com.google.gson.JsonPrimitive(value));
        var request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + "chat.postMessage"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString("{\"channel\":\"builds\",\"text\":\"press\",\"blocks\":"
                        + blocks.replace("\n", " ") + more + "}"))
                .build();
        var posted = send(request);
        return com.google.gson.JsonParser.parseString(posted.body())
                .getAsJsonObject()
                .get("ts")
                .getAsString();
    }

    /** Sends a body that is signed as Slack does. */
    HttpResponse<String> sendSigned(String contentType, byte[] body) {
        return sendSigned(contentType, body, Instant.now());
    }

    HttpResponse<String> sendSigned(String contentType, byte[] body, Instant signedAt) {
        return send(signed(endpoint(), contentType, body, signedAt).build());
    }

    HttpRequest.Builder signed(URI address, String contentType, byte[] body, Instant signedAt) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .header("X-Slack-Request-Timestamp", String.valueOf(signedAt.getEpochSecond()))
                .header("X-Slack-Signature", new SlackSigner(app().signingSecret()).sign(signedAt, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The names of the plugin's threads in Jenkins, without those of the engine. */
    List<String> threads() {
        return admin.script(
                        "Thread.allStackTraces.keySet()*.name.findAll { it =~ /slack-notify-(inbound|act|socket|upkeep)/ }"
                                + ".sort().each { println it }; return null")
                .lines()
                .collect(Collectors.toList());
    }

    /** Returns the time that the process has used of all processors so far. */
    long processorNanos() {
        return Long.parseLong(
                admin.script("print java.lang.management.ManagementFactory.operatingSystemMXBean.processCpuTime"));
    }

    /** Returns what lives on the heap. */
    long usedHeap() {
        return Long.parseLong(admin.script(
                "3.times { System.gc() }; def r = Runtime.runtime; print r.totalMemory() - r.freeMemory()"));
    }

    /** A figure of {@code InboundLifecycle.status()}, by a Groovy expression over {@code it}. */
    String status(String expression) {
        return admin.script("print io.jenkins.plugins.slacknotify.lifecycle.InboundLifecycle.get().status().with { "
                + expression + " }");
    }

    @Override
    public void close() {
        try {
            var logs = Files.createDirectories(Path.of("target", "acceptance"));
            Files.write(logs.resolve(bySocket ? "InboundBed-socket.log" : "InboundBed-http.log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            loan.close();
            sandbox.close();
        }
    }
}
