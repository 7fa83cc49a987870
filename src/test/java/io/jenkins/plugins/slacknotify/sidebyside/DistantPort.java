package io.jenkins.plugins.slacknotify.sidebyside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A port on 127.0.0.1 that passes all bytes on to another one, both ways, as if that were far away: each byte arrives so much later, and
 * those behind it do not wait for it. Only the opening of a TCP connection takes no longer. Thread-safe.
 */
final class DistantPort implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(DistantPort::daemon);
    private final ServerSocket server;
    private final int target;
    private volatile long oneWayNanos;

    private DistantPort(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** Opens a free port without any distance. */
    static DistantPort open(int target) throws IOException {
        var port = new DistantPort(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target);
        port.threads.execute(port::accept);
        return port;
    }

    /** Sets how long a question and its answer are on their way together, for what is sent from now on. */
    void setDistance(Duration thereAndBack) {
        oneWayNanos = thereAndBack.toNanos() / 2;
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                var far = new Socket(InetAddress.getByName("127.0.0.1"), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                pass(near, far);
                pass(far, near);
            } catch (IOException closed) {
                // Either this port or the other one; the next call finds out.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        BlockingQueue<Chunk> onTheirWay = new LinkedBlockingQueue<>();
        threads.execute(() -> read(from, onTheirWay));
        threads.execute(() -> write(to, onTheirWay));
    }

    private void read(Socket from, BlockingQueue<Chunk> onTheirWay) {
        var buffer = new byte[8_192];
        int length;
        do {
            length = next(from, buffer);
            onTheirWay.add(new Chunk(System.nanoTime() + oneWayNanos, Arrays.copyOf(buffer, Math.max(0, length))));
        } while (length > 0);
    }

    /** A connection that breaks off ends for the other side as any other does. */
    private static int next(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException broken) {
            return -1;
        }
    }

    private static void write(Socket to, BlockingQueue<Chunk> onTheirWay) {
        try (to) {
            for (var chunk = onTheirWay.take(); chunk.bytes.length > 0; chunk = onTheirWay.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.arrival - System.nanoTime());
                to.getOutputStream().write(chunk.bytes);
            }
        } catch (IOException gone) {
            // Whoever reads finds the connection closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "distance");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Bytes on their way; none at the end of a connection.
     *
     * @param arrival by {@link System#nanoTime}
     */
    private record Chunk(long arrival, byte[] bytes) {}
}
