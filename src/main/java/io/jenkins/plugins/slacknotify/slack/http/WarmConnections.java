package io.jenkins.plugins.slacknotify.slack.http;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.Address;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/**
 * Decides whether a connection that was kept from an earlier call may carry a request. Any thread may ask.
 *
 * <p>A server may end a connection that idles, and a request that is on its way then may have arrived or not. So what must not be
 * sent twice goes only over a connection that was used a moment ago and at which nothing has come since, not even its end. The end may
 * be on its way, where a server ends each connection after its answer without saying so. Such a server is found out: until one of its
 * connections was seen to live for a while, and again after one was not, none is used at once.
 *
 * <p>No check rules out that the end is on its way: it becomes as unlikely as that the server dies right then.
 */
final class WarmConnections extends EventListener {
    /** Servers and proxies on the way keep an idle connection for some seconds at least; one message a second keeps it warm. */
    static final Duration WARM = Duration.ofSeconds(2);

    /** A server that ends a connection after its answer has done so by then, and its word is here. */
    static final Duration A_WHILE = Duration.ofMillis(500);

    private static final int LOOK_MILLIS = 1;

    private final LongSupplier nanoTime;
    private final Map<Connection, Long> idleSince = Collections.synchronizedMap(new WeakHashMap<>());

    /** The servers, or ways through a proxy, of which a connection was seen to live for a while. */
    private final Set<Address> steady = ConcurrentHashMap.newKeySet();

    /** @param nanoTime such as {@link System#nanoTime()} */
    WarmConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        idleSince.put(connection, nanoTime.getAsLong());
    }

    /** Returns whether the connection is one that an earlier call has used and left open. */
    boolean isKept(@CheckForNull Connection connection) {
        return idleSince.containsKey(connection);
    }

    /** Returns whether a connection was idle for so long that one which ends after its answer would have ended. */
    boolean hasIdledForAWhile(Connection connection) {
        Long since = idleSince.get(connection);
        return since != null && nanoTime.getAsLong() - since >= A_WHILE.toNanos();
    }

    /** Takes note that a connection was alive after it had {@linkplain #hasIdledForAWhile idled for a while}. */
    void hasLived(Connection connection) {
        steady.add(connection.route().address());
    }

    /** Returns whether a request that must not be sent twice may go over a connection. Looks at it for a millisecond. */
    boolean isSurelyAlive(Connection connection) {
        Long since = idleSince.get(connection);
        if (since == null) {
            return true;
        }
        long idle = nanoTime.getAsLong() - since;
        if (!isQuiet(connection.socket())) {
            hasFailed(connection);
            return false;
        }
        Address address = connection.route().address();
        if (idle >= A_WHILE.toNanos()) {
            hasLived(connection);
        }
        return idle <= WARM.toNanos() && steady.contains(address);
    }

    /** Takes note that a connection was not there when it was needed. */
    void hasFailed(Connection connection) {
        steady.remove(connection.route().address());
    }

    /** Returns whether neither a byte nor the end has come. A byte that nobody has asked for is as bad as the end. */
    private static boolean isQuiet(Socket socket) {
        try {
            int timeout = socket.getSoTimeout();
            try {
                socket.setSoTimeout(LOOK_MILLIS);
                socket.getInputStream().read();
                return false;
            } catch (SocketTimeoutException e) {
                return true;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
