package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The rules for the address of Slack's Web API: {@code https}, or {@code http} on this very machine; a path that ends
 * in {@code /api/}; nothing else. The token goes there, so no address is accepted that could send it elsewhere.
 */
public final class ApiUrl {

    /** The address of the Web API at slack.com. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[(0+:){7}0*1]");

    private ApiUrl() {}

    /**
     * Checks an address that a person typed.
     *
     * @return the normalised URL, ending in {@code /api/}
     * @throws IllegalArgumentException with a message for that person, which does not repeat what was typed
     */
    public static URI of(@CheckForNull String typed) {
        if (typed == null || typed.isBlank()) {
            throw new IllegalArgumentException("The Slack API URL is empty. Slack's own is " + SLACK);
        }
        try {
            return of(new URI(typed.strip()));
        } catch (URISyntaxException e) {
            // The cause's message quotes the input, which may be anything that was pasted, a token included.
            throw new IllegalArgumentException("The Slack API URL is not a URL. Slack's own is " + SLACK);
        }
    }

    /**
     * Checks an address, by the rules of {@link #of(String)}.
     *
     * @throws IllegalArgumentException with a message for the person who set it
     */
    public static URI of(URI url) {
        if (url.getScheme() == null || url.getHost() == null || HttpUrl.parse(url.toString()) == null) {
            throw new IllegalArgumentException("The Slack API URL is not complete: it must look like " + SLACK);
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The Slack API URL must not have a user name, a password, a \"?\" or a"
                    + " \"#\". The token belongs in the credential");
        }
        if (!url.getScheme().equalsIgnoreCase("https") && !isLoopback(url.getHost())) {
            throw new IllegalArgumentException("The Slack API URL must start with https://, or the token would cross"
                    + " the network unencrypted. Only a server on this machine may be reached by http://");
        }
        return endingInApi(url);
    }

    /** Returns whether a host is this machine, to which a secret may go without TLS. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static URI endingInApi(URI url) {
        URI normal = url.normalize();
        String path = normal.getRawPath();
        if (path.endsWith("/api")) {
            return URI.create(normal + "/");
        }
        if (!path.endsWith("/api/")) {
            throw new IllegalArgumentException("The Slack API URL must end in /api/. Slack's own is " + SLACK);
        }
        return normal;
    }
}
