package io.jenkins.plugins.slacknotify.slack.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The transmission of one request: it knows whether any of the request was sent, and lets it be sent only once. It is
 * attached to the request as a tag.
 *
 * <p>OkHttp calls its network interceptors when the connection stands, proxy tunnel and TLS included, and right before
 * it writes the request. What fails earlier surely did not arrive.
 */
public final class Transmission {

    private volatile boolean begun;

    public boolean begun() {
        return begun;
    }

    private void begin() throws IOException {
        if (begun) {
            throw new IOException("The request was sent already");
        }
        begun = true;
    }

    /**
     * An interceptor that marks the {@link Transmission} of a request, and stops OkHttp from sending any request a
     * second time.
     */
    static final class Gate implements Interceptor {

        private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
        private static final int SERVICE_UNAVAILABLE = 503;

        @Override
        public Response intercept(Chain chain) throws IOException {
            Transmission transmission = requireNonNull(chain.request().tag(Transmission.class), "no transmission");
            transmission.begin();
            Response response = chain.proceed(chain.request());
            if (response.code() == PROXY_AUTHENTICATION_REQUIRED) {
                // The proxy did not pass it on; OkHttp may send it again with a password.
                transmission.begun = false;
            }
            // OkHttp takes "503, Retry-After: 0" for a permit to send the request again at once.
            return response.code() == SERVICE_UNAVAILABLE
                    ? response.newBuilder().removeHeader("Retry-After").build()
                    : response;
        }
    }
}
