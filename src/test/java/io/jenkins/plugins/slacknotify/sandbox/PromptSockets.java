package io.jenkins.plugins.slacknotify.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;

/** Sockets that send at once: Nagle's algorithm makes every answer 40 ms late, as head and body are two writes. */
final class PromptSockets extends ServerSocketFactory {
    /** Held weakly: most are closed by the server, which is not told of, and then of no use. */
    private final Set<Socket> accepted = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                var socket = super.accept();
                socket.setTcpNoDelay(true);
                accepted.add(socket);
                return socket;
            }
        };
    }

    /** The server forgets to close a connection whose client had gone before the answer came. */
    void closeAll(Predicate<Socket> closed) throws IOException {
        for (var socket : Set.copyOf(accepted)) {
            if (closed.test(socket)) {
                socket.close();
                accepted.remove(socket);
            }
        }
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
