package io.jenkins.plugins.slacknotify.slack.gateway;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.util.List;
import java.util.Optional;

/**
 * A search for a channel by its name. It reads the list of a workspace's channels, because Slack has no method that
 * looks a name up. Slack leaves the archived ones out after it has made the pages, so many of these may be short or
 * empty.
 */
final class ChannelSearch {

    /** How many channels a page may have at most by Slack's documentation. */
    private static final int CHANNELS_PER_PAGE = 999;

    /**
     * The greatest number of channels that are searched: more than a company has. At Slack's rate of 20 pages a minute they take five
     * minutes.
     */
    private static final int MAX_CHANNELS = 100_000;

    private final String name;
    private final Listing channels;

    /**
     * Prepares a search for a channel.
     *
     * @param name the channel's name, without {@code #}
     * @param teamId see {@link SlackConnection#teamId}
     */
    ChannelSearch(String name, @CheckForNull String teamId) {
        this.name = name;
        this.channels = new Listing(
                (size, cursor) -> page(teamId, size, cursor),
                new Listing.Bounds("channels", CHANNELS_PER_PAGE, MAX_CHANNELS, Refusals.TOO_MANY_CHANNELS));
    }

    /** Searches for the channel, from where an earlier run was interrupted. */
    SlackResult<String> run(WebApi api, SlackConnection connection) {
        return channels.find(api, connection, name, page -> new SlackResult.Success<>(idIn(page)))
                .flatMap(id -> id.<SlackResult<String>>map(SlackResult.Success::new)
                        .orElseGet(() -> new SlackResult.Refused<>(Refusals.ofOwn("channel_not_found", name))));
    }

    private ApiCall page(@CheckForNull String teamId, int size, @CheckForNull String cursor) {
        ConversationsListRequest request = ConversationsListRequest.builder()
                .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                .teamId(teamId)
                .excludeArchived(true)
                .cursor(cursor)
                .limit(size)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_LIST, toForm(request), name)
                .needing("channels:read", "groups:read");
    }

    private Optional<String> idIn(JsonResponse page) {
        return page.objects("channels")
                .filter(channel ->
                        channel.text("name").filter(name::equalsIgnoreCase).isPresent())
                .flatMap(channel -> channel.text("id").stream())
                .findFirst();
    }
}
