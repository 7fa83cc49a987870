package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * An address that Slack has given for the answers to one request: {@code https} at {@code hooks.slack.com}, or at this very
 * machine where Slack's API is a sandbox there. Whoever has it may write in Slack for half an hour, so {@link #toString}
 * masks it. It belongs in no field that is stored.
 */
public final class ResponseUrl extends ApiSecret {

    private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

    private ResponseUrl(String url) {
        super(url);
    }

    /**
     * Checks the {@code response_url} that came with a request.
     *
     * @param apiUrl where the Web API is
     * @return empty where it is none of Slack's: it is then called under no circumstances, as somebody may try to have
     *     Jenkins call a server of the network behind it
     */
    public static Optional<ResponseUrl> of(@CheckForNull String url, URI apiUrl) {
        HttpUrl parsed = url == null ? null : HttpUrl.parse(url);
        boolean isPlain = parsed != null
                && parsed.username().isEmpty()
                && parsed.password().isEmpty();
        return isPlain && (isSlacks(parsed) || isSandbox(parsed, apiUrl))
                ? Optional.of(new ResponseUrl(parsed.toString()))
                : Optional.empty();
    }

    private static boolean isSlacks(HttpUrl url) {
        return url.isHttps() && HOSTS.contains(url.host()) && url.port() == HttpUrl.defaultPort("https");
    }

    private static boolean isSandbox(HttpUrl url, URI apiUrl) {
        HttpUrl api = HttpUrl.get(apiUrl);
        return ApiUrl.isLoopback(apiUrl.getHost())
                && ApiUrl.isLoopback(url.uri().getHost())
                && url.port() == (api == null ? 0 : api.port());
    }

    @Override
    public String toString() {
        return "response_url:****";
    }
}
