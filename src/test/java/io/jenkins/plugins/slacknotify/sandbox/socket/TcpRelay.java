package io.jenkins.plugins.slacknotify.sandbox.socket;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay to one port of this machine that can cut its connections, or be silent on them, as a cable or a firewall does.
 * Serves as a proxy of HTTP as well.
 */
public final class TcpRelay implements AutoCloseable {
    private static final String CONNECT = "CONNECT";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final AtomicInteger tunnels = new AtomicInteger();
    private final int target;
    private volatile boolean swallowing;

    /**
     * One connection.
     *
     * @param head what came first
     * @param budget how many more bytes come back before the connection is cut
     */
    private record Link(Socket client, Socket target, String head, AtomicInteger budget) {
        void cut() {
            try {
                client.setSoLinger(true, 0);
                client.close();
                target.close();
            } catch (IOException e) {
                // It has ended already.
            }
        }
    }

    public TcpRelay(int target) throws IOException {
        this.target = target;
        daemon(this::listen);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Returns how many connections have come. */
    public int connections() {
        return links.size();
    }

    /** Whether a socket that the target has accepted is the end of one of the connections. */
    public boolean leadsTo(Socket accepted) {
        return links.stream().anyMatch(link -> link.target().getLocalPort() == accepted.getPort());
    }

    /** From now on nothing is passed on, and nobody notices. */
    public void swallow() {
        swallowing = true;
    }

    public void mend() {
        swallowing = false;
    }

    /** Resets the connection that began with a text. */
    public void cut(String beginning) {
        links.stream().filter(link -> link.head().contains(beginning)).forEach(Link::cut);
    }

    /** Resets the connection that began with a text, after some more bytes have come back on it. */
    public void cutAfter(String beginning, int bytes) {
        links.stream()
                .filter(link -> link.head().contains(beginning))
                .forEach(link -> link.budget().set(bytes));
    }

    private void listen() {
        try {
            while (true) {
                Socket client = server.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** Who asks for a tunnel gets one. */
    private void serve(Socket client) {
        try (client;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            byte[] first = new byte[16_384];
            int length = Math.max(0, client.getInputStream().read(first));
            String head = new String(first, 0, length, StandardCharsets.ISO_8859_1);
            Link link = new Link(client, to, head, new AtomicInteger(Integer.MAX_VALUE));
            links.add(link);
            if (head.startsWith(CONNECT)) {
                tunnels.incrementAndGet();
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                to.getOutputStream().write(first, 0, length);
            }
            Thread back = daemon(() -> copy(to, client, link));
            copy(client, to, null);
            back.join();
        } catch (IOException | InterruptedException e) {
            // One end has closed.
        }
    }

    /** @param limited the link whose budget counts; null where none does */
    private void copy(Socket from, Socket to, @CheckForNull Link limited) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[16_384];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                int budget = limited == null ? length : limited.budget().get();
                if (!swallowing) {
                    out.write(bytes, 0, Math.min(length, budget));
                }
                if (budget < length) {
                    limited.cut();
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One end has closed.
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "tcp-relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::cut);
    }
}
