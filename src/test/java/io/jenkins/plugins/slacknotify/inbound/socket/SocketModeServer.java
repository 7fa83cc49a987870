package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import io.jenkins.plugins.slacknotify.sandbox.socket.TcpRelay;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Slack sandbox with the app {@link Payloads#APP}, to which tests send envelopes of their own. An envelope goes to one
 * connection, and is sent again on demand until it is acknowledged.
 */
public final class SocketModeServer implements AutoCloseable {
    private static final String OPENING = "apps.connections.open";

    private final SlackSandbox slack = SlackSandbox.start();
    private final SandboxApp app = slack.app(Payloads.APP, slack.workspace("acme"), "jenkins");
    private final Map<String, String> deliveries = new ConcurrentHashMap<>();

    public SocketModeServer() {
        slack.enforceRateLimits(false);
    }

    private SocketServer socket() {
        return app.socket();
    }

    /** The app-level token of the app. */
    public String appToken() {
        return app.appToken();
    }

    /** Sends an envelope on one connection, whichever, as Slack does; later where there is none. */
    public void deliver(String envelopeId, String type, String payload, Random random) {
        deliveries.put(envelopeId, envelope(envelopeId, type, payload));
        sendToAny(envelopeId, random);
    }

    /** Sends again what was not acknowledged. Slack does so with events. */
    public void redeliver(Random random) {
        for (String envelopeId : deliveries.keySet()) {
            if (acknowledgement(envelopeId) == null) {
                sendToAny(envelopeId, random);
            } else {
                deliveries.remove(envelopeId);
            }
        }
    }

    private void sendToAny(String envelopeId, Random random) {
        List<SocketConnection> open = openConnections();
        String text = deliveries.get(envelopeId);
        if (!open.isEmpty() && text != null) {
            open.get(random.nextInt(open.size())).send(text);
        }
    }

    /** Returns how many envelopes wait to be acknowledged. */
    public int unacknowledged() {
        return (int) deliveries.keySet().stream()
                .filter(id -> acknowledgement(id) == null)
                .count();
    }

    public Set<String> acknowledged() {
        return socket().acknowledged();
    }

    public URI apiUrl() {
        return URI.create(slack.apiUrl());
    }

    public void refuseNextOpening(String error) {
        slack.faults().next(OPENING, Fault.error(error));
    }

    public void limitNextOpening(int retryAfterSeconds) {
        slack.faults().next(OPENING, Fault.rateLimited(Duration.ofSeconds(retryAfterSeconds)));
    }

    /** The next call of {@code apps.connections.open} meets that fault. */
    public void spoilNextOpening(Fault fault) {
        slack.faults().next(OPENING, fault);
    }

    void setLifetimeSeconds(int seconds) {
        socket().setLifetimeSeconds(seconds);
    }

    void setForeignConnections(int count) {
        socket().setForeignConnections(count);
    }

    void sayHello(boolean saying) {
        socket().sayHello(saying);
    }

    /** Returns how often an address was asked for. */
    public int openings() {
        return slack.callCounts().getOrDefault(OPENING, 0L).intValue();
    }

    public List<SocketConnection> connections() {
        return socket().connections();
    }

    public List<SocketConnection> openConnections() {
        return socket().openConnections();
    }

    public SocketConnection last() {
        return connections().get(connections().size() - 1);
    }

    /** Returns what came back for an envelope; null where nothing did. */
    public String acknowledgement(String envelopeId) {
        return socket().acknowledgement(envelopeId)
                .map(SocketServer.Acknowledgement::text)
                .orElse(null);
    }

    public static String envelope(String id, String type, String payload) {
        return """
            {"envelope_id": "%s", "type": "%s", "accepts_response_payload": %s, "payload": %s}""".formatted(id, type, type.equals("slash_commands"), payload);
    }

    /** Returns the relay that all WebSockets go through. */
    TcpRelay relay() {
        return slack.socketRelay();
    }

    @Override
    public void close() {
        slack.close();
    }
}
