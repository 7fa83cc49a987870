package io.jenkins.plugins.slacknotify.slack.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The transmission of one request: it knows whether any of the request was sent, and lets it be sent only once. It is
 * attached to the request as a tag.
 *
 * <p>OkHttp calls its network interceptors when the connection stands, proxy tunnel and TLS included, and right before
 * it writes the request. What fails earlier surely did not arrive.
 */
public final class Transmission {
    private final boolean repeatable;
    private volatile boolean begun;
    private volatile boolean kept;

    /** @param repeatable whether the same request may arrive twice without harm, so that any connection will do */
    public Transmission(boolean repeatable) {
        this.repeatable = repeatable;
    }

    public boolean begun() {
        return begun;
    }

    /** Returns whether the request may be sent anew over another connection, for the one that was kept has failed it. */
    public boolean mayBeRepeated() {
        return repeatable && kept;
    }

    private void begin(boolean overKeptConnection) throws IOException {
        if (begun) {
            throw new IOException("The request was sent already");
        }
        kept = overKeptConnection;
        begun = true;
    }

    /**
     * An interceptor that marks the {@link Transmission} of a request, keeps it from a connection that may be dead, and stops OkHttp
     * from sending any request a second time.
     */
    static final class Gate implements Interceptor {

        private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
        private static final int SERVICE_UNAVAILABLE = 503;

        private final WarmConnections connections;

        Gate(WarmConnections connections) {
            this.connections = connections;
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            Transmission transmission = requireNonNull(request.tag(Transmission.class), "no transmission");
            Connection connection = requireNonNull(chain.connection(), "no connection");
            if (!transmission.repeatable && !connections.isSurelyAlive(connection)) {
                // Closed, so that no other call gets it either.
                connection.socket().close();
                throw new StaleConnectionException();
            }
            transmission.begin(connections.isKept(connection));
            boolean hasIdled = connections.hasIdledForAWhile(connection);
            Response response = proceed(chain, connection);
            if (hasIdled) {
                connections.hasLived(connection);
            }
            if (response.code() == PROXY_AUTHENTICATION_REQUIRED) {
                // The proxy did not pass it on; OkHttp may send it again with a password.
                transmission.begun = false;
            }
            // OkHttp reads "503, Retry-After: 0" as a permit to send the request again at once.
            return response.code() == SERVICE_UNAVAILABLE
                    ? response.newBuilder().removeHeader("Retry-After").build()
                    : response;
        }

        private Response proceed(Chain chain, Connection connection) throws IOException {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                if (connections.isKept(connection)) {
                    connections.hasFailed(connection);
                }
                throw e;
            }
        }
    }
}
