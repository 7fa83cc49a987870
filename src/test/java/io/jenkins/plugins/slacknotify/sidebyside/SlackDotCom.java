package io.jenkins.plugins.slacknotify.sidebyside;

import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * An HTTP proxy on 127.0.0.1 behind which a sandbox is {@code https://slack.com}: it shows the certificate, ends TLS and passes the bytes
 * on; so it is for hosts below that one, as Slack has them for sockets. So a plugin that knows no other address talks to the sandbox,
 * unchanged. Counts the connections. Thread-safe.
 */
public final class SlackDotCom implements AutoCloseable {
    public static final String HOST = "slack.com";

    private static final Pattern TUNNEL = Pattern.compile("CONNECT ([a-z-]+\\.)?slack\\.com:443 ");
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int MAX_HEAD = 8_192;

    private final ExecutorService threads = Executors.newCachedThreadPool(SlackDotCom::daemon);
    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final SSLContext tls;
    private final int sandbox;

    private SlackDotCom(ServerSocket server, SSLContext tls, int sandbox) {
        this.server = server;
        this.tls = tls;
        this.sandbox = sandbox;
    }

    /** Starts on a free port. */
    public static SlackDotCom start(SlackSandbox sandbox, ThrowAwayCertificate certificate) {
        try {
            sandbox.standInFor(HOST);
            var proxy = new SlackDotCom(
                    new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
                    certificate.server(),
                    URI.create(sandbox.apiUrl()).getPort());
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a proxy on 127.0.0.1", e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns how many there were so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            if (!TUNNEL.matcher(head(client.getInputStream())).lookingAt()) {
                answer(client, "403 Forbidden");
                return;
            }
            connections.incrementAndGet();
            answer(client, "200 Connection established");
            relay(client);
        } catch (IOException gone) {
            // As with any proxy, whoever is left finds the connection closed.
        }
    }

    private void relay(Socket client) throws IOException {
        try (var secured = tls.getSocketFactory().createSocket(client, InputStream.nullInputStream(), true);
                var slack = new Socket(InetAddress.getByName("127.0.0.1"), sandbox)) {
            slack.setTcpNoDelay(true);
            threads.execute(() -> {
                pass(secured, slack);
                close(slack);
            });
            pass(slack, secured);
        }
    }

    /** Until one of them ends. */
    private static void pass(Socket from, Socket to) {
        try {
            var in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException closed) {
            // Nothing more to pass on.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads no byte more than the head of the request, for TLS begins right after it. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (head.size() < MAX_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + END_OF_HEAD).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "slack.com");
        thread.setDaemon(true);
        return thread;
    }
}
