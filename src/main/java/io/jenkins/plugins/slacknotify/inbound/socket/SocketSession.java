package io.jenkins.plugins.slacknotify.inbound.socket;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.Acknowledgement;
import io.jenkins.plugins.slacknotify.inbound.GateReply;
import io.jenkins.plugins.slacknotify.inbound.parsing.UnreadableRequestException;
import io.jenkins.plugins.slacknotify.slack.http.FailureDetail;
import io.jenkins.plugins.slacknotify.slack.http.PlainText;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.interactivity.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * One WebSocket of Socket Mode, from its opening to its end.
 *
 * <p>Envelopes are taken and acknowledged on the reading thread, in the order in which they come; whatever takes longer than
 * a write to disk happens elsewhere.
 */
final class SocketSession extends WebSocketListener {
    /** A receiver of what happens to a session. Called on its reading thread, {@link #gone} exactly once. */
    interface Owner {
        void begun(SocketSession session, SocketMessage.Hello hello);

        void disconnecting(SocketSession session, String reason);

        /** Takes a request. */
        GateReply receive(SocketMessage.Envelope envelope);

        /** Takes in that Slack has sent a message that cannot be read. */
        void unreadable(String why);

        /** @param why in words, without a secret */
        void gone(SocketSession session, String why);
    }

    private static final Logger LOGGER = Logger.getLogger(SocketSession.class.getName());
    private static final int NORMAL_CLOSURE = 1000;

    private final SocketAddress address;
    private final Owner owner;
    private final AtomicBoolean gone = new AtomicBoolean();

    @CheckForNull
    private volatile WebSocket socket;

    SocketSession(SocketAddress address, Owner owner) {
        this.address = address;
        this.owner = owner;
    }

    /** Opens the WebSocket; returns before it is open. */
    void open(SlackSockets sockets) {
        socket = sockets.open(address, this);
    }

    /** Says that nothing more is to come. The peer answers, or {@link #cancel} has to follow. */
    void close() {
        WebSocket open = socket;
        if (open != null) {
            open.close(NORMAL_CLOSURE, null);
        }
    }

    /** Ends the session at once. */
    void cancel() {
        WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        // OkHttp has given it a name of its own, for as long as the socket is open.
        Thread.currentThread().setName("slack-notify-socket " + address.host());
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        try {
            SocketMessage message = SocketMessage.parse(text);
            if (message instanceof SocketMessage.Envelope envelope) {
                take(webSocket, envelope);
            } else if (message instanceof SocketMessage.Hello hello) {
                owner.begun(this, hello);
            } else if (message instanceof SocketMessage.Disconnect disconnect) {
                owner.disconnecting(this, disconnect.reason());
            }
        } catch (UnreadableRequestException e) {
            owner.unreadable(e.getMessage());
        } catch (RuntimeException | Error e) {
            // What comes out of here would end the reading, and an error not even the socket.
            LOGGER.log(Level.SEVERE, "A message of Slack could not be taken", e);
        }
    }

    private void take(WebSocket webSocket, SocketMessage.Envelope envelope) {
        GateReply reply = owner.receive(envelope);
        if (reply instanceof GateReply.Acknowledged acknowledged) {
            webSocket.send(acknowledgement(envelope, acknowledged.acknowledgement()));
        }
        // An envelope that is not acknowledged comes again, if it is an event.
    }

    private static String acknowledgement(SocketMessage.Envelope envelope, Acknowledgement acknowledgement) {
        JsonObject json = new JsonObject();
        json.addProperty("envelope_id", envelope.id());
        if (envelope.takesPayload() && !acknowledgement.isEmpty()) {
            json.add("payload", JsonParser.parseString(acknowledgement.json()));
        }
        return json.toString();
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        // Without this, the socket would stay for ever.
        webSocket.close(NORMAL_CLOSURE, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        end("Slack has closed the connection (" + code + ")");
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, @CheckForNull Response response) {
        String status = response == null ? "" : "HTTP " + response.code() + ", ";
        String detail = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
        end(PlainText.of(
                "The connection was lost (" + status + FailureDetail.of(address.host(), address.redact(detail)) + ")"));
    }

    private void end(String why) {
        if (gone.compareAndSet(false, true)) {
            owner.gone(this, why);
        }
    }
}
