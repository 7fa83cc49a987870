package io.jenkins.plugins.slacknotify.sandbox.socket;

import com.google.gson.JsonParseException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** One WebSocket of an app, seen from Slack. */
public final class SocketConnection extends WebSocketListener {
    private final SocketServer server;
    private final String ticket;
    private volatile WebSocket socket;
    private volatile boolean open;
    private volatile boolean ending;

    SocketConnection(SocketServer server, String ticket) {
        this.server = server;
        this.ticket = ticket;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        socket = webSocket;
        open = true;
        server.opened(this);
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        try {
            server.received(this, text);
        } catch (JsonParseException | IllegalStateException e) {
            webSocket.close(1007, "not a JSON object");
        }
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        ended();
        webSocket.close(1000, null);
    }

    @Override
    public void onClosed(WebSocket webSocket, int code, String reason) {
        ended();
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, Response response) {
        ended();
    }

    private void ended() {
        if (open) {
            open = false;
            server.changed();
        }
    }

    public boolean isOpen() {
        return open;
    }

    /** Whether it was told to end. */
    boolean isEnding() {
        return ending;
    }

    /** Says what a connection begins with. DOCUMENTED. */
    public void hello() {
        send(server.hello());
    }

    public void send(String text) {
        socket.send(text);
    }

    /**
     * Tells the app that the connection is about to end; {@code warning}, {@code refresh_requested} and {@code link_disabled} are known.
     */
    public void disconnect(String reason) {
        ending = true;
        send("{\"type\": \"disconnect\", \"reason\": \"" + reason + "\", \"debug_info\": {\"host\": \"applink-1\"}}");
    }

    /** Ends the connection as a cable does that is cut. */
    public void cut() {
        open = false;
        server.relay().cut("ticket=" + ticket + " ");
        server.changed();
    }

    /** Ends the connection so, in the middle of what is sent next. */
    public void cutAfter(int bytes) {
        server.relay().cutAfter("ticket=" + ticket + " ", bytes);
    }

    /** Closes the connection in an orderly way. */
    public void close() {
        open = false;
        socket.close(1000, null);
        server.changed();
    }
}
