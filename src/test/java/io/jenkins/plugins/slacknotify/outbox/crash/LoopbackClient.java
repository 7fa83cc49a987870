package io.jenkins.plugins.slacknotify.outbox.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Talks to {@link LoopbackSlack}, on one connection per thread. */
public final class LoopbackClient {
    private record Connection(Socket socket, BufferedReader in) {}

    private final ThreadLocal<Connection> connection;

    public LoopbackClient(int port) {
        connection = ThreadLocal.withInitial(() -> connect(port));
    }

    public String say(String verb, String id) {
        Connection mine = connection.get();
        try {
            // The third word shows that the line is complete.
            mine.socket().getOutputStream().write((verb + " " + id + " .\n").getBytes(StandardCharsets.US_ASCII));
            return mine.in().readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection connect(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            return new Connection(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
