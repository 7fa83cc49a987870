package io.jenkins.plugins.slacknotify.slack.http;

import java.net.PasswordAuthentication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Makes OkHttp clients that send each request once, to the given address only, and that repeat and redirect nothing.
 */
public final class HttpClients {
    /** The number of idle connections that are kept: as many as are used at once if messages wait for many channels. */
    private static final int KEPT_CONNECTIONS = 5;

    /** How long an idle connection is kept: longer than {@link WarmConnections#WARM}, for requests that may be repeated. */
    private static final int KEPT_SECONDS = 5;

    private HttpClients() {}

    /**
     * Makes a client. It keeps a few connections for some seconds after a call, and a daemon thread of OkHttp that ends them. A
     * request goes over a kept connection where a second arrival does no harm, or where the connection is {@link WarmConnections
     * surely alive}.
     */
    public static OkHttpClient create(HttpSettings settings) {
        return create(settings, System::nanoTime);
    }

    static OkHttpClient create(HttpSettings settings, LongSupplier nanoTime) {
        WarmConnections connections = new WarmConnections(nanoTime);
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(new Transmission.Gate(connections))
                // HTTP/2 would keep a thread for each connection, and has more ways to send a request again.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(KEPT_CONNECTIONS, KEPT_SECONDS, TimeUnit.SECONDS))
                .eventListener(connections)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.writeTimeout())
                .callTimeout(settings.callTimeout())
                .proxySelector(settings.proxy().selector())
                .proxyAuthenticator(authenticator(settings.proxy()))
                .build();
    }

    /** Makes a client over the same network set-up and connections. Its calls can be cancelled without those of the other client. */
    public static OkHttpClient share(OkHttpClient client) {
        return client.newBuilder().dispatcher(new Dispatcher()).build();
    }

    /**
     * Makes a client like {@link #share(OkHttpClient)}, with another time limit.
     *
     * @param timeout for each step of a call, and for the whole of it
     */
    public static OkHttpClient share(OkHttpClient client, Duration timeout) {
        return client.newBuilder()
                .dispatcher(new Dispatcher())
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .build();
    }

    private static Authenticator authenticator(ProxyChooser proxy) {
        String header = "Proxy-Authorization";
        return (route, response) -> {
            requireKnownScheme(response);
            Request request = response.request();
            return request.header(header) != null
                    ? null // refused once, refused for ever
                    : proxy.credentials()
                            .get()
                            .map(HttpClients::basic)
                            .map(value ->
                                    request.newBuilder().header(header, value).build())
                            .orElse(null);
        };
    }

    private static void requireKnownScheme(Response response) throws ProxySignInException {
        List<String> schemes =
                response.challenges().stream().map(Challenge::scheme).distinct().toList();
        if (!schemes.isEmpty() && schemes.stream().noneMatch(HttpClients::isKnown)) {
            throw new ProxySignInException(schemes.stream().map(PlainText::of).toList());
        }
    }

    /** Returns whether a scheme can be answered. OkHttp asks by a scheme of its own before it opens a tunnel. */
    private static boolean isKnown(String scheme) {
        return scheme.equalsIgnoreCase("Basic") || scheme.equalsIgnoreCase("OkHttp-Preemptive");
    }

    private static String basic(PasswordAuthentication credentials) {
        return Credentials.basic(credentials.getUserName(), new String(credentials.getPassword()));
    }
}
