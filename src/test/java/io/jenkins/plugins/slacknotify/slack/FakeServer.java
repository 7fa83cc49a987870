package io.jenkins.plugins.slacknotify.slack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on 127.0.0.1 that speaks HTTP as badly as a test wants, and remembers each request that came. */
public final class FakeServer implements AutoCloseable {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket socket;
    private final Script script;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    /** The behaviour of the server on each connection; when it returns, the connection is closed. */
    public interface Script {
        void play(Connection connection) throws IOException;
    }

    private FakeServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startDaemon(this::accept);
    }

    public static FakeServer playing(Script script) {
        return new FakeServer(script);
    }

    /** Answers the first request with the first response and so on, over all connections; the last one repeats. */
    public static FakeServer answering(byte[]... responses) {
        AtomicInteger next = new AtomicInteger();
        return playing(connection -> {
            while (true) {
                connection.readRequest();
                connection.send(responses[Math.min(next.getAndIncrement(), responses.length - 1)]);
            }
        });
    }

    public static FakeServer answering(String json) {
        return answering(response("200 OK", json));
    }

    public static byte[] response(String status, String body, String... headers) {
        return response(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static byte[] response(String status, byte[] body, String... headers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String head = "HTTP/1.1 " + status + "\r\n" + more + "Content-Length: " + body.length + "\r\n\r\n";
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + port() + "/api/";
    }

    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    public int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                startDaemon(() -> play(connection));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void play(Socket connection) {
        try (connection) {
            script.play(new Connection(connection));
        } catch (IOException e) {
            // the client went away, or the test is over
        }
    }

    private static void startDaemon(Runnable work) {
        Thread thread = new Thread(work, "fake-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** One client, as the script sees it. */
    public final class Connection {

        private final Socket client;
        private final InputStream in;

        private Connection(Socket client) throws IOException {
            this.client = client;
            in = new BufferedInputStream(client.getInputStream());
        }

        public ReceivedRequest readRequest() throws IOException {
            String head = readHead();
            Matcher length = CONTENT_LENGTH.matcher(head);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            ReceivedRequest request = new ReceivedRequest(head, new String(body, StandardCharsets.UTF_8));
            requests.add(request);
            return request;
        }

        public void send(byte[] bytes) throws IOException {
            client.getOutputStream().write(bytes);
            client.getOutputStream().flush();
        }

        /** Ends the connection in good order, as a server does with one that idled too long. */
        public void end() throws IOException {
            client.close();
        }

        /** Breaks the connection off. */
        public void reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        /** Returns when the client has closed its end. */
        public void awaitEnd() throws IOException {
            while (in.read() >= 0) {
                // what comes is of no interest
            }
        }

        private String readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                head.append((char) next);
            }
            return head.toString();
        }
    }
}
