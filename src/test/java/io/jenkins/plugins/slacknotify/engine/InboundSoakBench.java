package io.jenkins.plugins.slacknotify.engine;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.RequestHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.act.ResponseUrlResponder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketListener;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeSettings;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeTransport;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way in as in Jenkins, and members of the sandbox who ask for something: they type commands and click a button, in turns, and what
 * they do comes by Socket Mode and by signed requests, in turns. Each request is kept on disk, done and answered at its response URL.
 */
final class InboundSoakBench implements AutoCloseable {
    private static final int MEMBERS = 40;

    /** As many as a server for Jenkins might have for these requests. */
    private static final int SERVER_THREADS = 4;

    private static final String CHANNEL = "deploys";
    private static final String BUTTON = """
        [{"type": "actions", "elements": [{"type": "button", "action_id": "slack-notify.approve", "value": "shop#12",
          "text": {"type": "plain_text", "text": "Approve"}}]}]""";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger answeredInPerson = new AtomicInteger();
    private final List<SandboxMember> members = new ArrayList<>();
    private final SandboxApp app;
    private final ResponseUrlClient responseUrls;
    private final ActQueue acts;
    private final HttpServer server;
    private final ExecutorService serverThreads = Executors.newFixedThreadPool(SERVER_THREADS);
    private final PooledThreads socketThreads = new PooledThreads("inbound", 4);
    private final SocketModeTransport socket;
    private final String buttonTs;
    private SocketConnection current;
    private int requests;
    private int repeated;

    /**
     * @param token of the bot whose app is asked
     * @param time of the sandbox; its threads are not used
     */
    InboundSoakBench(
            SlackSandbox slack, SandboxWorkspace acme, String token, SlackClient client, Path folder, FastTime time)
            throws IOException {
        app = slack.appOf(token);
        var channel = acme.channel(CHANNEL).invite("jenkins");
        for (int number = 0; number < MEMBERS; number++) {
            var user = acme.user("member" + number, "member" + number + "@example.org");
            channel.invite(user.name());
            members.add(slack.as(user));
        }
        buttonTs = postButton(client, slack, token);
        URI apiUrl = URI.create(slack.apiUrl());
        responseUrls = client.responseUrls();
        var responder = new ResponseUrlResponder(responseUrls, () -> apiUrl, new Person(), time);
        FastTime threads = time.withOtherThreads();
        acts = new ActQueue(
                new JournalOutboxStore(folder, time), new Jenkins(), responder, Backoff.standard(), threads, time);
        var inboundApp = new InboundApp("acme", app.id(), SigningSecret.of(app.signingSecret()));
        var settings = new InboundSettings(true, List.of(inboundApp), Set.of(Ability.values()), 1_000_000);
        var gate = new InboundGate(
                () -> settings, new Handler(), acts, responder, threads, time, new InboundStatistics(time));
        acts.start();
        server = serve(new HttpTransport(gate, time));
        socket = new SocketModeTransport(
                inboundApp,
                new SocketModeSettings(apiUrl, AppToken.of(app.appToken())),
                client.sockets(),
                gate,
                SocketListener.NONE,
                socketThreads,
                InstantSource.system());
        socket.start();
        awaitAnotherConnection();
    }

    private static String postButton(SlackClient client, SlackSandbox slack, String token) throws IOException {
        var connection = new SlackConnection(ApiUrl.of(slack.apiUrl()), BotToken.of(token));
        try (SlackGateway gateway = client.gateway()) {
            gateway.post(
                    connection,
                    OutgoingMessage.of("#" + CHANNEL, "Approve?", "soak").withBlocks(BUTTON));
        }
        return slack.workspace("acme").messagesIn(CHANNEL).get(0).ts();
    }

    private HttpServer serve(HttpTransport http) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setExecutor(serverThreads);
        made.createContext("/", exchange -> answer(exchange, http));
        made.start();
        return made;
    }

    private static void answer(HttpExchange exchange, HttpTransport http) throws IOException {
        try (exchange) {
            HttpReply reply = http.handle(new HttpRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestHeaders()::getFirst,
                    Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length")),
                    exchange.getRequestBody()));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Of four requests, two are commands and two are clicks, and of each one comes by HTTP. What Slack says has failed is repeated. */
    void requestNext() {
        requests++;
        boolean viaSocket = requests % 4 < 2;
        if (viaSocket) {
            app.deliverBySocket();
        } else {
            app.deliverTo("http://127.0.0.1:" + server.getAddress().getPort() + "/slack-notify/");
        }
        SandboxMember member = members.get(requests % MEMBERS);
        while (!ask(member).isAcknowledged()) {
            repeated++;
        }
    }

    private Exchange ask(SandboxMember member) {
        return requests % 2 == 0
                ? member.command(CHANNEL, "/jenkins", "build shop")
                : member.press(buttonTs, "slack-notify.approve");
    }

    /** As Slack does: it warns, the client opens another connection, and the old one ends. */
    void refresh() {
        SocketConnection old = current;
        old.disconnect("warning");
        awaitAnotherConnection();
        old.close();
        await().atMost(TIMEOUT)
                .pollInterval(POLL_INTERVAL)
                .until(() -> server().openConnections().size() == 1);
    }

    /** Waits for a connection other than the last one. */
    private void awaitAnotherConnection() {
        await().atMost(TIMEOUT)
                .pollInterval(POLL_INTERVAL)
                .until(() -> server().openConnections().stream().anyMatch(connection -> connection != current));
        current = server().openConnections().stream()
                .filter(connection -> connection != current)
                .findFirst()
                .orElseThrow();
    }

    private SocketServer server() {
        return app.socket();
    }

    void awaitNothingWaits() {
        await().atMost(TIMEOUT).pollInterval(POLL_INTERVAL).until(() -> done.get() >= requests && acts.waiting() == 0);
    }

    int requests() {
        return requests;
    }

    /** Returns how often a member asked again, because Slack had no acknowledgement in time. */
    int repeated() {
        return repeated;
    }

    int done() {
        return done.get();
    }

    /** Returns how many answers came too late for their response URL. */
    int answeredInPerson() {
        return answeredInPerson.get();
    }

    int connections() {
        return server().connections().size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.stop(0);
        serverThreads.shutdown();
        acts.close();
        responseUrls.close();
        socketThreads.close();
    }

    /** Counts what is kept and then done. */
    private final class Jenkins implements ActHandler {
        @Override
        public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
            return Optional.empty();
        }

        @Override
        public ActResult act(InboundRequest request, ActChoice choice) {
            done.incrementAndGet();
            return ActResult.answered(Answer.ephemeral("Done."));
        }
    }

    /** Has all kept, so that each request takes the longest way. */
    private static final class Handler implements RequestHandler {
        @Override
        public Decision receive(InboundRequest request) {
            return Decision.keep(Acknowledgement.EMPTY);
        }

        @Override
        public void handle(InboundRequest request) {
            throw new IllegalStateException("kept");
        }
    }

    /** Counts what a bot would say in person. */
    private final class Person implements Responder {
        @Override
        public SendResult respond(RequestOrigin origin, Answer answer) {
            answeredInPerson.incrementAndGet();
            return new SendResult.Sent("", null);
        }
    }
}
