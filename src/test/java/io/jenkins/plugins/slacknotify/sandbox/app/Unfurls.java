package io.jenkins.plugins.slacknotify.sandbox.app;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The previews that apps have made of links: by channel and message, or by {@code unfurl_id}. Thread-safe. */
public final class Unfurls {
    private static final int KEPT = 1_000;

    private final Map<String, Link> links = new LinkedHashMap<>();
    private int number;

    /**
     * A message with links that an app was told of.
     *
     * @param messageTs null while somebody is typing
     * @param previews by address; empty until the app has sent some
     */
    public record Link(
            String unfurlId,
            String source,
            String appId,
            String channelId,
            String messageTs,
            List<String> urls,
            JsonObject previews) {}

    public synchronized Link announce(
            String source, String appId, String channelId, String messageTs, List<String> urls) {
        var link = new Link(
                source.charAt(0) + "U" + ++number + "." + AppSecrets.hex(8),
                source,
                appId,
                channelId,
                messageTs,
                List.copyOf(urls),
                new JsonObject());
        links.put(link.unfurlId(), link);
        if (links.size() > KEPT) {
            links.remove(links.keySet().iterator().next());
        }
        return link;
    }

    public synchronized Optional<Link> find(String unfurlId) {
        return Optional.ofNullable(links.get(unfurlId));
    }

    public synchronized Optional<Link> ofMessage(String channelId, String ts) {
        return links.values().stream()
                .filter(link -> link.channelId().equals(channelId) && ts.equals(link.messageTs()))
                .reduce((first, second) -> second);
    }

    public synchronized void show(String unfurlId, JsonObject previews) {
        links.computeIfPresent(
                unfurlId,
                (id, old) -> new Link(
                        id,
                        old.source(),
                        old.appId(),
                        old.channelId(),
                        old.messageTs(),
                        old.urls(),
                        previews.deepCopy()));
    }
}
