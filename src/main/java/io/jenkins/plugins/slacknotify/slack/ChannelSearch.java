package io.jenkins.plugins.slacknotify.slack;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsListRequest;
import com.slack.api.model.ConversationType;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import io.jenkins.plugins.slacknotify.slack.refusal.Remedies;
import java.util.List;
import java.util.Optional;

/**
 * A search for a channel by its name. It reads the list of a workspace's channels, because Slack has no method that
 * looks a name up.
 *
 * @param name the channel's name, without {@code #}
 */
record ChannelSearch(String name) {

    /** The most that Slack's documentation allows. */
    private static final int CHANNELS_PER_PAGE = 999;

    private static final int MAX_PAGES = 10;

    SlackResult<String> run(WebApi api, SlackConnection connection) {
        @CheckForNull String cursor = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            SlackResult<ApiResponse> answer = api.call(connection, pageAt(connection.teamId(), cursor));
            if (!(answer instanceof SlackResult.Success<ApiResponse> success)) {
                return answer.map(result -> name);
            }
            JsonResponse json = success.value().json();
            Optional<String> id = idIn(json);
            cursor = json.nextCursor().orElse(null);
            if (id.isPresent() || cursor == null) {
                return id.<SlackResult<String>>map(SlackResult.Success::new).orElseGet(this::notListed);
            }
        }
        return notListed();
    }

    private ApiCall pageAt(@CheckForNull String teamId, @CheckForNull String cursor) {
        ConversationsListRequest request = ConversationsListRequest.builder()
                .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))
                .teamId(teamId)
                .excludeArchived(true)
                .cursor(cursor)
                .limit(CHANNELS_PER_PAGE)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_LIST, toForm(request), name);
    }

    private Optional<String> idIn(JsonResponse json) {
        return json.objects("channels")
                .filter(channel ->
                        channel.text("name").filter(name::equalsIgnoreCase).isPresent())
                .flatMap(channel -> channel.text("id").stream())
                .findFirst();
    }

    private SlackResult<String> notListed() {
        return new SlackResult.Refused<>(
                new Refusal("channel_not_found", Remedies.forError("channel_not_found", name, null), null, null));
    }
}
