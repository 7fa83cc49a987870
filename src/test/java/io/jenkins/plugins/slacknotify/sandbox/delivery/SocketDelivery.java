package io.jenkins.plugins.slacknotify.sandbox.delivery;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Attempt;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delivers requests to apps by Socket Mode. */
final class SocketDelivery {
    private static final String WAY = "socket";

    /** The part of an envelope that still comes when its connection is cut. */
    private static final int HALF = 120;

    List<Attempt> deliver(Exchange exchange, Optional<DeliveryFault> fault, int retryNumber, int times) {
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < times; i++) {
            attempts.add(deliver(exchange, fault.orElse(null), retryNumber));
        }
        return attempts;
    }

    private static Attempt deliver(Exchange exchange, DeliveryFault fault, int retryNumber) {
        var server = exchange.app().socket();
        long start = System.nanoTime();
        if (fault == DeliveryFault.ELSEWHERE || server.goesElsewhere()) {
            return new Attempt("elsewhere", 200, "", 0, retryNumber, "");
        }
        // An acknowledgement of an earlier delivery is none of this one.
        String id = retryNumber == 0 ? exchange.id() : exchange.id() + "-" + retryNumber;
        String envelope = envelope(exchange, id, retryNumber);
        if (!prepare(server, fault, envelope)) {
            return new Attempt(WAY, 0, "", 0, retryNumber, "connection_failed");
        }
        if (fault != DeliveryFault.CUT && server.send(envelope).isEmpty()) {
            return new Attempt(WAY, 0, "", 0, retryNumber, "connection_failed");
        }
        Duration left = fault == DeliveryFault.CUT ? Duration.ZERO : RequestCourier.TIMEOUT;
        return server.await(id, left)
                .map(ack -> new Attempt(
                        WAY,
                        200,
                        exchange.request().acceptsResponse() ? ack.payload() : "",
                        Math.max(0, (ack.nanos() - start) / 1e6),
                        retryNumber,
                        ""))
                .orElseGet(() -> new Attempt(WAY, 0, "", HttpDelivery.millisSince(start), retryNumber, problem(fault)));
    }

    private static String problem(DeliveryFault fault) {
        return fault == DeliveryFault.CUT ? "connection_failed" : "http_timeout";
    }

    /** @return whether there is still a connection */
    private static boolean prepare(SocketServer server, DeliveryFault fault, String envelope) {
        var open = server.openConnections();
        if (open.isEmpty()) {
            return false;
        }
        if (fault == DeliveryFault.LINK_DISABLED) {
            open.forEach(connection -> connection.disconnect("link_disabled"));
            open.forEach(SocketConnection::close);
            return false;
        }
        if (fault == DeliveryFault.CUT) {
            var connection = open.get(0);
            connection.cutAfter(HALF);
            connection.send(envelope);
        } else if (fault == DeliveryFault.REFRESH) {
            open.forEach(connection -> connection.disconnect("refresh_requested"));
        } else if (fault == DeliveryFault.WARNING) {
            open.forEach(connection -> connection.disconnect("warning"));
        }
        return true;
    }

    private static String envelope(Exchange exchange, String id, int retryNumber) {
        var json = new JsonObject();
        json.addProperty("envelope_id", id);
        json.addProperty("type", exchange.request().kind().envelopeType());
        json.addProperty("accepts_response_payload", exchange.request().acceptsResponse());
        json.add("payload", exchange.request().payload());
        if (exchange.request().kind() == SlackRequest.Kind.EVENT) {
            json.addProperty("retry_attempt", retryNumber);
            json.addProperty("retry_reason", retryNumber == 0 ? "" : "timeout");
        }
        return json.toString();
    }
}
