package io.jenkins.plugins.slacknotify.slack.http;

import java.net.PasswordAuthentication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

    private HttpClients() {}

    /** Makes a client. It keeps neither a thread nor a connection between two calls. */
    public static OkHttpClient create(HttpSettings settings) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(new Transmission.Gate())
                // HTTP/2 would keep a thread for each connection, and has more ways to send a request again.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(keepingNothing())
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.writeTimeout())
                .callTimeout(settings.callTimeout())
                .proxySelector(settings.proxy().selector())
                .proxyAuthenticator(authenticator(settings.proxy()))
                .build();
    }

    /** Makes a client over the same network set-up. Its calls can be cancelled without those of the other client. */
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

    /**
     * Makes a pool that keeps no connection, so that each call has one of its own. OkHttp does not notice that the
     * server has ended a connection that idled for less than ten seconds, and sends into the void: a message that
     * surely did not arrive would look as if it might have. One more handshake for each message is the smaller evil,
     * for nobody waits for it.
     */
    private static ConnectionPool keepingNothing() {
        return new ConnectionPool(0, 1, TimeUnit.SECONDS);
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

    /** OkHttp asks by a scheme of its own before it opens a tunnel. */
    private static boolean isKnown(String scheme) {
        return scheme.equalsIgnoreCase("Basic") || scheme.equalsIgnoreCase("OkHttp-Preemptive");
    }

    private static String basic(PasswordAuthentication credentials) {
        return Credentials.basic(credentials.getUserName(), new String(credentials.getPassword()));
    }
}
