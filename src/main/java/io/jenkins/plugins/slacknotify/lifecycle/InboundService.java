package io.jenkins.plugins.slacknotify.lifecycle;

import io.jenkins.plugins.slacknotify.config.InstalledBots;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.connection.SharedSlackClient;
import io.jenkins.plugins.slacknotify.config.inbound.SocketApp;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.act.ResponseUrlResponder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeSettings;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeTransport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.interaction.Interaction;
import io.jenkins.plugins.slacknotify.interaction.InteractionDispatcher;
import io.jenkins.plugins.slacknotify.interaction.answer.BotResponder;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
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
 * The running service for requests from Slack, from the moment when they are switched on until they are switched off: gate, kept acts, and
 * transports.
 *
 * <p>Only one at a time may use its folder. {@link #configure} and {@link #close} are called by one thread at a time; everything
 * else is safe for use by many threads.
 */
final class InboundService implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(InboundService.class.getName());
    private static final int WORKERS = 12;
    private static final int SOCKET_WORKERS = 2;

    /** The identity of a connection: one with another key is another one. */
    private record SocketKey(String name, AppToken token, URI apiUrl) {}

    private final Clock clock;
    private final SlackGateway gateway = SharedSlackClient.gateway();

    /** The bots by which requests are answered. A look-up takes seconds at most, as people wait for it. */
    private final InstalledBots bots = InstalledBots.shared();

    private final ResponseUrlClient responseUrls = SharedSlackClient.responseUrls();
    private final OutboxThreads threads = new TimerThreads("inbound", WORKERS);

    /** Apart, so that a security realm that hangs keeps no connection from being opened again. */
    private final OutboxThreads socketThreads = new TimerThreads("connection", SOCKET_WORKERS);

    /** Apart, so that what comes from Slack is not kept back by slow acts. Closed with the acts. */
    private final OutboxThreads actThreads = new TimerThreads("act", ActQueue.WORKERS);

    private final ActQueue acts;
    private final InboundGate gate;
    private final HttpTransport http;

    /**
     * With whose tokens are configured, by the names of apps, once Slack has said it of all for which an app may speak. Written under the
     * lock of this object.
     */
    private volatile InboundSettings settings;

    private volatile Map<SocketKey, SocketModeTransport> sockets = Map.of();

    InboundService(InboundSettings settings, List<Interaction> handlers, InboundStatistics statistics, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        InteractionDispatcher interactions = new InteractionDispatcher(handlers);
        Responder responder = new ResponseUrlResponder(
                responseUrls, SlackNotifyConfiguration::currentApiUrl, new BotResponder(bots, gateway, clock), clock);
        acts = new ActQueue(
                new JournalOutboxStore(EngineLifecycle.folder("inbound"), EngineLifecycle.host(), clock),
                interactions,
                responder,
                Backoff.standard(),
                actThreads,
                clock);
        gate = new InboundGate(this::settings, interactions, acts, responder, threads, clock, statistics);
        http = new HttpTransport(gate, clock);
    }

    private InboundSettings settings() {
        return settings;
    }

    /** Begins to do the acts that are kept on disk. */
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

    /** Returns how many acts and answers wait or are under way. */
    int waiting() {
        return acts.waiting();
    }

    /** Returns whether the disk has everything that was kept. */
    StoreCondition storeCondition() {
        return acts.storeCondition();
    }

    /**
     * Applies changed settings, and opens and closes connections as they say. Connections that stay the same stay open.
     *
     * @param restartEnded whether a connection that has ended, for a reason that somebody has to fix, tries again
     */
    void configure(InboundDecisions decisions, boolean restartEnded) {
        learnInstallations(decisions.settings().installedIn(Map.of()));
        URI apiUrl = decisions.apiUrl();
        Map<SocketKey, SocketApp> wanted = decisions.sockets().stream()
                .collect(Collectors.toMap(
                        socket -> new SocketKey(socket.app().name(), socket.token(), apiUrl),
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
        next.values().stream()
                .filter(socket -> restartEnded || socket.status().state() != SocketStatus.State.ENDED)
                .forEach(SocketModeTransport::start);
    }

    /** Takes settings, and asks Slack whose the tokens are before anybody waits for it. */
    private void learnInstallations(InboundSettings taken) {
        take(taken);
        threads.work(() -> {
            try {
                Map<String, Set<String>> known = taken.apps().stream()
                        .map(InboundApp::name)
                        .distinct()
                        .collect(Collectors.toMap(name -> name, bots::installations));
                learned(taken, known);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.WARNING, "Could not find out of which workspaces the bot tokens are", e);
            }
        });
    }

    private synchronized void take(InboundSettings taken) {
        settings = taken;
    }

    /** Keeps what Slack has told of the apps, unless other settings were taken since it was asked. */
    private synchronized void learned(InboundSettings taken, Map<String, Set<String>> known) {
        if (settings == taken) {
            settings = taken.installedIn(known);
        }
    }

    private SocketModeTransport open(SocketKey key, SocketApp socket) {
        return new SocketModeTransport(
                socket.app(),
                new SocketModeSettings(key.apiUrl(), key.token()),
                SharedSlackClient.sockets(),
                gate,
                // The transport logs what a person has to know, once.
                status -> LOGGER.log(Level.FINE, () -> "Socket Mode of " + key.name() + ": " + status),
                socketThreads,
                clock);
    }

    /** Ends all connections; acts that are under way get a moment, and what waits is done after the next start. */
    @Override
    public void close() throws IOException {
        sockets.values().forEach(SocketModeTransport::close);
        try {
            acts.close();
        } finally {
            threads.close();
            socketThreads.close();
            gateway.close();
            responseUrls.close();
        }
    }
}
