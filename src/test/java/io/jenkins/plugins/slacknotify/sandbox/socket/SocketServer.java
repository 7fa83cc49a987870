package io.jenkins.plugins.slacknotify.sandbox.socket;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The connections of one app: addresses that are good once, and envelopes, each of which goes to one connection, whichever.
 * Thread-safe.
 */
public final class SocketServer {
    /** DOCUMENTED: how many connections one app may have. */
    public static final int MAX_CONNECTIONS = 10;

    /** Acknowledgements of this length and more are lost (slack-go's source). INFERRED. */
    public static final int VANISHING_BYTES = 20_000;

    private static final int KEPT = 5_000;

    private final String appId;
    private final Supplier<TcpRelay> relay;
    private final Runnable onChange;
    private final Random random = new Random();
    private final Set<String> tickets = new HashSet<>();
    private final List<SocketConnection> connections = new ArrayList<>();
    private final Map<String, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private int issued;
    private int lifetimeSeconds = 3_600;
    private int foreignConnections;
    private boolean sayingHello = true;
    private boolean dealingHalf;

    /**
     * The acknowledgement that came back for an envelope.
     *
     * @param text the whole message
     * @param nanos by {@link System#nanoTime}
     */
    public record Acknowledgement(String text, long nanos) {
        /** The answer in it, as JSON; empty where there is none. */
        public String payload() {
            JsonElement payload = JsonParser.parseString(text).getAsJsonObject().get("payload");
            return payload == null || payload.isJsonNull() ? "" : payload.toString();
        }
    }

    /** The beginning of addresses; null for this machine. */
    private String announced;

    /**
     * @param relay what the WebSockets go through, so that they can be cut
     * @param onChange called when a connection has come or gone
     */
    public SocketServer(String appId, Supplier<TcpRelay> relay, Runnable onChange) {
        this.onChange = onChange;
        this.appId = appId;
        this.relay = relay;
    }

    /** The address of one more connection, good once. */
    public synchronized String newAddress() {
        String ticket = "ticket-" + appId + "-" + ++issued + "-" + Long.toHexString(random.nextLong());
        tickets.add(ticket);
        return (announced == null ? "ws://127.0.0.1:" + relay().port() : announced) + "/link/?ticket=" + ticket;
    }

    /** Names another host in addresses from now on, where a proxy leads here. */
    public synchronized void announceAs(String hostUrl) {
        announced = hostUrl;
    }

    /** The connection that comes with a ticket; empty where the ticket is none of this app, or used. */
    public synchronized Optional<SocketConnection> take(String ticket) {
        return tickets.remove(ticket) ? Optional.of(new SocketConnection(this, ticket)) : Optional.empty();
    }

    /** Whether the next envelope goes to a connection of somebody else. */
    public boolean goesElsewhere() {
        return isDealingHalf() && random.nextBoolean();
    }

    /**
     * Sends an envelope on one open connection. INFERRED: on one that was told to end only where there is no other.
     *
     * @return the connection; empty where none is open
     */
    public Optional<SocketConnection> send(String envelope) {
        var open = openConnections();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var lasting = open.stream().filter(each -> !each.isEnding()).toList();
        var fit = lasting.isEmpty() ? open : lasting;
        var connection = fit.get(random.nextInt(fit.size()));
        connection.send(envelope);
        return Optional.of(connection);
    }

    /** Waits for what comes back for an envelope. */
    public Optional<Acknowledgement> await(String envelopeId, Duration timeout) {
        StateLock.await(this, () -> acknowledgements.containsKey(envelopeId), timeout);
        return acknowledgement(envelopeId);
    }

    /** Waits until so many connections are open. */
    public boolean awaitOpen(int count, Duration timeout) {
        return StateLock.await(this, () -> openConnections().size() == count, timeout);
    }

    /** Waits until so many connections have been opened since the start, of which one is open. */
    public boolean awaitOpened(int count, Duration timeout) {
        return StateLock.await(
                this, () -> connections.size() >= count && !openConnections().isEmpty(), timeout);
    }

    void opened(SocketConnection connection) {
        boolean tooMany;
        synchronized (this) {
            tooMany = openConnections().size() >= MAX_CONNECTIONS;
            connections.add(connection);
            notifyAll();
        }
        onChange.run();
        if (tooMany) {
            connection.disconnect("too_many_websockets");
            connection.close();
        } else if (isSayingHello()) {
            connection.hello();
        }
    }

    synchronized void received(SocketConnection connection, String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        JsonElement id = json.get("envelope_id");
        if (id != null && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < VANISHING_BYTES) {
            acknowledgements.putIfAbsent(id.getAsString(), new Acknowledgement(text, System.nanoTime()));
            if (acknowledgements.size() > KEPT) {
                acknowledgements.remove(acknowledgements.keySet().iterator().next());
            }
            notifyAll();
        }
    }

    void changed() {
        synchronized (this) {
            notifyAll();
        }
        onChange.run();
    }

    synchronized String hello() {
        return """
            {"type": "hello", "num_connections": %d, "connection_info": {"app_id": "%s"},
             "debug_info": {"host": "applink-1", "approximate_connection_time": %d}}""".formatted(openConnections().size() + foreignConnections, appId, lifetimeSeconds);
    }

    TcpRelay relay() {
        return relay.get();
    }

    /** All that were opened, those included that have ended, oldest first. */
    public synchronized List<SocketConnection> connections() {
        return List.copyOf(connections);
    }

    public synchronized List<SocketConnection> openConnections() {
        return connections.stream().filter(SocketConnection::isOpen).toList();
    }

    /** Returns what came back for an envelope. */
    public synchronized Optional<Acknowledgement> acknowledgement(String envelopeId) {
        return Optional.ofNullable(acknowledgements.get(envelopeId));
    }

    /** The ids of the latest envelopes for which something came back. */
    public synchronized Set<String> acknowledged() {
        return Set.copyOf(acknowledgements.keySet());
    }

    /** Sets how long a connection may last, as the next ones are told. */
    public synchronized void setLifetimeSeconds(int seconds) {
        lifetimeSeconds = seconds;
    }

    /** Sets how many connections of others the next ones are told of. */
    public synchronized void setForeignConnections(int count) {
        foreignConnections = count;
    }

    /** Whether somebody else's connection takes half of the envelopes, and acknowledges them. */
    public synchronized void dealHalfElsewhere(boolean dealing) {
        dealingHalf = dealing;
        foreignConnections = dealing ? Math.max(1, foreignConnections) : 0;
    }

    private synchronized boolean isDealingHalf() {
        return dealingHalf;
    }

    /** Whether connections are greeted, as they should be. */
    public synchronized void sayHello(boolean saying) {
        sayingHello = saying;
    }

    private synchronized boolean isSayingHello() {
        return sayingHello;
    }
}
