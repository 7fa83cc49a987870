package io.jenkins.plugins.slacknotify.slack.http;

import java.net.PasswordAuthentication;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/** Sets OkHttp up so that it sends what it is given once, where it is told, and then stops. */
public final class HttpClients {

    private HttpClients() {}

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

    /**
     * A connection for each call. Of one that idled for less than ten seconds, OkHttp does not find out that the server
     * has ended it, and sends into the void: a message that surely did not arrive would look as if it might have. A
     * handshake more for each message is the smaller evil, for nobody waits for it.
     */
    private static ConnectionPool keepingNothing() {
        return new ConnectionPool(0, 1, TimeUnit.SECONDS);
    }

    private static Authenticator authenticator(ProxyChooser proxy) {
        String header = "Proxy-Authorization";
        return (route, response) -> {
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

    private static String basic(PasswordAuthentication credentials) {
        return Credentials.basic(credentials.getUserName(), new String(credentials.getPassword()));
    }
}
