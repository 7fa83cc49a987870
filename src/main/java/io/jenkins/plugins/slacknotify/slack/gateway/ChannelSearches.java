package io.jenkins.plugins.slacknotify.slack.gateway;

import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The searches for channels that Slack has interrupted: it lets no more than some 20 pages a minute be read, so in a large
 * workspace a search that began anew each time would never end.
 *
 * <p>Safe for use by many threads.
 */
final class ChannelSearches {
    /** The number of searches that are kept; one that is forgotten begins anew. */
    private static final int MAX_SEARCHES = 100;

    private record Key(SlackConnection connection, String name) {}

    private final Map<Key, ChannelSearch> interrupted = new LinkedHashMap<>();

    /** Searches for a channel, from where the last search for it was interrupted. */
    SlackResult<String> run(WebApi api, SlackConnection connection, String name) {
        Key key = new Key(connection, name);
        ChannelSearch search = take(key);
        SlackResult<String> result = search.run(api, connection);
        boolean isOver = result instanceof SlackResult.Success<?> || result instanceof SlackResult.Refused<?>;
        if (!isOver) {
            keep(key, search);
        }
        return result;
    }

    private synchronized ChannelSearch take(Key key) {
        ChannelSearch search = interrupted.remove(key);
        return search == null ? new ChannelSearch(key.name(), key.connection().teamId()) : search;
    }

    private synchronized void keep(Key key, ChannelSearch search) {
        interrupted.put(key, search);
        if (interrupted.size() > MAX_SEARCHES) {
            interrupted.remove(interrupted.keySet().iterator().next());
        }
    }
}
