package io.jenkins.plugins.slacknotify.slack.interactivity;

import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of one WebSocket of Socket Mode, good for one connection soon. It holds a ticket, so {@link #toString} masks
 * it.
 */
public final class SocketAddress {

    private final URI uri;

    private SocketAddress(URI uri) {
        this.uri = uri;
    }

    /**
     * Checks an address that the Web API has given: {@code wss}, or {@code ws} at this very machine where the Web API is a
     * sandbox there. The host is whatever Slack says, which has used several.
     *
     * @param apiUrl where the Web API is
     * @return empty for any other address
     */
    static Optional<SocketAddress> of(String url, URI apiUrl) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean isSandbox = scheme.equals("ws") && ApiUrl.isLoopback(apiUrl.getHost()) && ApiUrl.isLoopback(host);
            return (scheme.equals("wss") || isSandbox) && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(new SocketAddress(uri))
                    : Optional.empty();
        } catch (IllegalArgumentException notUrl) {
            return Optional.empty();
        }
    }

    String reveal() {
        return uri.toString();
    }

    /** Returns the host and port of the address, which are no secret. */
    public String host() {
        return uri.getRawAuthority();
    }

    /** Returns a text in which the secret ticket of this address is made unreadable. */
    public String redact(String text) {
        String secret = uri.getRawQuery();
        return secret == null ? text : text.replace(secret, "****");
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + host() + "/****";
    }
}
