package io.jenkins.plugins.slacknotify.slack;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of one WebSocket of Socket Mode, good for one connection soon. It holds a ticket, so {@link #toString} masks
 * it.
 */
public final class SocketAddress {

    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+\\.)+slack(-gov)?\\.com");

    private final URI uri;

    private SocketAddress(URI uri) {
        this.uri = uri;
    }

    /**
     * Checks an address that Slack has given: {@code wss} at a host of Slack, or any at this very machine where the Web API
     * is a sandbox there.
     *
     * @param apiUrl where the Web API is
     * @return empty for any other address
     */
    static Optional<SocketAddress> of(String url, URI apiUrl) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean isSlacks = scheme.equals("wss") && HOST.matcher(host).matches();
            boolean isSandbox =
                    scheme.matches("wss?") && ApiUrl.isLoopback(apiUrl.getHost()) && ApiUrl.isLoopback(host);
            return (isSlacks || isSandbox) && uri.getRawUserInfo() == null
                    ? Optional.of(new SocketAddress(uri))
                    : Optional.empty();
        } catch (IllegalArgumentException notUrl) {
            return Optional.empty();
        }
    }

    String reveal() {
        return uri.toString();
    }

    /** Returns host and port, which are no secret. */
    public String host() {
        return uri.getRawAuthority();
    }

    /** Returns a text without the address's ticket. */
    public String redact(String text) {
        String secret = uri.getRawQuery();
        return secret == null ? text : text.replace(secret, "****");
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + host() + "/****";
    }
}
