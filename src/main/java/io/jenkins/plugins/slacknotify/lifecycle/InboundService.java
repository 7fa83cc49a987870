package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.act.ResponseUrlResponder;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeSettings;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeTransport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.interaction.InteractionDispatcher;
import io.jenkins.plugins.slacknotify.outbox.Backoff;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.slack.AppToken;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The running way in, from the moment that it is switched on until it is switched off: gate, kept acts, and transports.
 *
 * <p>Only one at a time may use its folder. {@link #configure} and {@link #close} are called by one thread at a time; everything
 * else is safe for use by many threads.
 */
final class InboundService implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(InboundService.class.getName());
    private static final int WORKERS = 12;

    /** What makes a connection another one, when it has changed. */
    private record SocketKey(String name, Set<String> installations, AppToken token, URI apiUrl) {}

    private final Clock clock;
    private final OutboxThreads threads = new TimerThreads("inbound", WORKERS);
    private final ActQueue acts;
    private final InboundGate gate;
    private final HttpTransport http;
    private volatile InboundSettings settings;
    private volatile Map<SocketKey, SocketModeTransport> sockets = Map.of();

    InboundService(InboundSettings settings, InboundStatistics statistics, Responder inPerson, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        InteractionDispatcher interactions = new InteractionDispatcher(Interactions.all());
        Responder responder =
                new ResponseUrlResponder(SharedSlackClient.responseUrls(), InboundService::apiUrl, inPerson, clock);
        acts = new ActQueue(
                new JournalOutboxStore(EngineLifecycle.folder("inbound"), EngineLifecycle.host(), clock),
                interactions,
                responder,
                Backoff.standard(),
                threads,
                clock);
        gate = new InboundGate(() -> this.settings, interactions, acts, responder, threads, clock, statistics);
        http = new HttpTransport(gate, clock);
    }

    private static URI apiUrl() {
        return SlackNotifyConfiguration.get().toEngineSettings().apiUrl();
    }

    /** Begins to do what was kept. */
    void start() {
        acts.start();
    }

    HttpTransport http() {
        return http;
    }

    ActQueue acts() {
        return acts;
    }

    /** Returns the state of each connection by Socket Mode, by the name of its app. */
    Map<String, SocketStatus> socketStatus() {
        Map<String, SocketStatus> status = new LinkedHashMap<>();
        sockets.forEach((key, socket) -> status.put(key.name(), socket.status()));
        return status;
    }

    /** Takes new decisions. Connections that stay the same stay open; one that has ended tries again. */
    void configure(InboundDecisions decisions) {
        settings = decisions.settings();
        URI apiUrl = apiUrl();
        Map<SocketKey, InboundDecisions.SocketApp> wanted = decisions.sockets().stream()
                .collect(Collectors.toMap(
                        socket -> new SocketKey(
                                socket.app().name(), socket.app().installations(), socket.token(), apiUrl),
                        socket -> socket,
                        (one, same) -> one,
                        LinkedHashMap::new));
        Map<SocketKey, SocketModeTransport> next = new LinkedHashMap<>();
        List<SocketModeTransport> gone = new ArrayList<>();
        sockets.forEach((key, socket) -> {
            if (wanted.containsKey(key)) {
                next.put(key, socket);
            } else {
                gone.add(socket);
            }
        });
        wanted.forEach((key, socket) -> next.computeIfAbsent(key, it -> open(key, socket)));
        sockets = Map.copyOf(next);
        gone.forEach(SocketModeTransport::close);
        next.values().forEach(SocketModeTransport::start);
    }

    private SocketModeTransport open(SocketKey key, InboundDecisions.SocketApp socket) {
        return new SocketModeTransport(
                socket.app(),
                new SocketModeSettings(key.apiUrl(), key.token()),
                SharedSlackClient.sockets(),
                gate,
                status -> LOGGER.log(
                        status.problem() == null ? Level.FINE : Level.WARNING,
                        () -> "Socket Mode of " + key.name() + ": " + describe(status)),
                threads,
                clock);
    }

    private static String describe(SocketStatus status) {
        return status.problem() == null
                ? status.state().name()
                : status.state() + ": " + status.problem().remedy();
    }

    /** Ends all connections; acts that are under way get a moment, and what waits is done after the next start. */
    @Override
    public void close() throws IOException {
        sockets.values().forEach(SocketModeTransport::close);
        acts.close();
    }
}
