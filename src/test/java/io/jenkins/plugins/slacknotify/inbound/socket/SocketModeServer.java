package io.jenkins.plugins.slacknotify.inbound.socket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * The server side of Socket Mode: {@code apps.connections.open} with addresses that are good once, WebSockets, and
 * envelopes, each of which goes to one connection and is sent again until it is acknowledged.
 */
public final class SocketModeServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final TcpRelay relay;
    private final Queue<MockResponse> nextAnswers = new ArrayDeque<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> deliveries = new ConcurrentHashMap<>();
    private final AtomicInteger tickets = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<String, Boolean> unused = new ConcurrentHashMap<>();
    private volatile int lifetimeSeconds = 3_600;
    private volatile int foreignConnections;
    private volatile boolean sayingHello = true;

    public SocketModeServer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getUrl().encodedPath().equals("/api/apps.connections.open")
                        ? open(request)
                        : upgrade(request);
            }
        });
        server.start();
        relay = new TcpRelay(server.getPort());
    }

    /** One WebSocket, seen from Slack. */
    public final class Connection extends WebSocketListener {
        private final String ticket;
        private volatile WebSocket socket;
        private volatile boolean open;

        Connection(String ticket) {
            this.ticket = ticket;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            socket = webSocket;
            open = true;
            connections.add(this);
            if (sayingHello) {
                hello();
            }
        }

        void hello() {
            send("""
                {"type": "hello", "num_connections": %d, "connection_info": {"app_id": "A0JENKINS"},
                 "debug_info": {"host": "applink-1", "approximate_connection_time": %d}}""".formatted(openConnections().size() + foreignConnections, lifetimeSeconds));
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            acknowledged.put(json.get("envelope_id").getAsString(), text);
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            open = false;
            webSocket.close(1000, null);
        }

        @Override
        public void onClosed(WebSocket webSocket, int code, String reason) {
            open = false;
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable t, Response response) {
            open = false;
        }

        public boolean isOpen() {
            return open;
        }

        public void send(String text) {
            socket.send(text);
        }

        public void disconnect(String reason) {
            send("{\"type\": \"disconnect\", \"reason\": \"" + reason
                    + "\", \"debug_info\": {\"host\": \"applink-1\"}}");
        }

        /** Ends the connection as a cable does that is cut. */
        public void cut() {
            open = false;
            relay.cut("ticket=" + ticket + " ");
        }

        /** Ends the connection so, in the middle of what is sent next. */
        void cutAfter(int bytes) {
            relay.cutAfter("ticket=" + ticket + " ", bytes);
        }

        public void close() {
            open = false;
            socket.close(1000, null);
        }
    }

    /** Sends an envelope on one connection, whichever, as Slack does; later where there is none. */
    public void deliver(String envelopeId, String type, String payload, Random random) {
        deliveries.put(envelopeId, envelope(envelopeId, type, payload));
        sendToAny(envelopeId, random);
    }

    /** Sends again what was not acknowledged. Slack does so with events. */
    public void redeliver(Random random) {
        for (String envelopeId : deliveries.keySet()) {
            if (acknowledged.containsKey(envelopeId)) {
                deliveries.remove(envelopeId);
            } else {
                sendToAny(envelopeId, random);
            }
        }
    }

    private void sendToAny(String envelopeId, Random random) {
        List<Connection> open = openConnections();
        String text = deliveries.get(envelopeId);
        if (!open.isEmpty() && text != null) {
            open.get(random.nextInt(open.size())).send(text);
        }
    }

    /** How many envelopes wait to be acknowledged. */
    public int unacknowledged() {
        return (int) deliveries.keySet().stream()
                .filter(id -> !acknowledged.containsKey(id))
                .count();
    }

    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }

    private MockResponse open(RecordedRequest request) {
        opened.incrementAndGet();
        synchronized (nextAnswers) {
            if (!nextAnswers.isEmpty()) {
                return nextAnswers.remove();
            }
        }
        if (!"Bearer xapp-1-A0JENKINS-1-secret".equals(request.getHeaders().get("Authorization"))) {
            return json("{\"ok\": false, \"error\": \"invalid_auth\"}");
        }
        String ticket = "ticket-secret-" + tickets.incrementAndGet();
        unused.put(ticket, true);
        return json("{\"ok\": true, \"url\": \"ws://127.0.0.1:" + relay.port() + "/link/?ticket=" + ticket + "\"}");
    }

    private MockResponse upgrade(RecordedRequest request) {
        String ticket = String.valueOf(request.getUrl().queryParameter("ticket"));
        return unused.remove(ticket) == null
                ? new MockResponse(408, Headers.of(), "")
                : new MockResponse.Builder()
                        .webSocketUpgrade(new Connection(ticket))
                        .build();
    }

    private static MockResponse json(String json) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), json);
    }

    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getPort() + "/api/");
    }

    /** What the next call of {@code apps.connections.open} gets instead of an address. */
    public void answerNextOpening(MockResponse answer) {
        synchronized (nextAnswers) {
            nextAnswers.add(answer);
        }
    }

    public void refuseNextOpening(String error) {
        answerNextOpening(json("{\"ok\": false, \"error\": \"" + error + "\"}"));
    }

    public void limitNextOpening(int retryAfterSeconds) {
        answerNextOpening(new MockResponse(429, Headers.of("Retry-After", String.valueOf(retryAfterSeconds)), ""));
    }

    void setLifetimeSeconds(int seconds) {
        lifetimeSeconds = seconds;
    }

    void setForeignConnections(int count) {
        foreignConnections = count;
    }

    void sayHello(boolean saying) {
        sayingHello = saying;
    }

    /** How often an address was asked for. */
    public int openings() {
        return opened.get();
    }

    public List<Connection> connections() {
        return List.copyOf(connections);
    }

    public List<Connection> openConnections() {
        List<Connection> open = new ArrayList<>(connections);
        open.removeIf(connection -> !connection.isOpen());
        return open;
    }

    public Connection last() {
        return connections.get(connections.size() - 1);
    }

    /** What came back for an envelope; null where nothing did. */
    public String acknowledgement(String envelopeId) {
        return acknowledged.get(envelopeId);
    }

    public static String envelope(String id, String type, String payload) {
        return """
            {"envelope_id": "%s", "type": "%s", "accepts_response_payload": %s, "payload": %s}""".formatted(id, type, type.equals("slash_commands"), payload);
    }

    /** What all WebSockets go through. */
    TcpRelay relay() {
        return relay;
    }

    @Override
    public void close() throws IOException {
        relay.close();
        server.close();
    }
}
