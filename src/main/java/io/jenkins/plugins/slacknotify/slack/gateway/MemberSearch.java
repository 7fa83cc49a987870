package io.jenkins.plugins.slacknotify.slack.gateway;

import static com.slack.api.methods.RequestFormBuilder.toForm;

import com.slack.api.methods.Methods;
import com.slack.api.methods.request.conversations.ConversationsMembersRequest;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.util.Optional;

/** A search for one member in the list of a channel's members. */
final class MemberSearch {
    /** The most for a page that Slack's documentation allows. */
    private static final int MEMBERS_PER_PAGE = 999;

    /** Ten pages. A person in a channel with more members may get the same news twice. */
    private static final int MAX_MEMBERS = 9_990;

    private final String channel;
    private final String memberId;

    MemberSearch(String channel, String memberId) {
        this.channel = channel;
        this.memberId = memberId;
    }

    SlackResult<Boolean> run(WebApi api, SlackConnection connection) {
        Listing members = new Listing(
                this::page, new Listing.Bounds("members", MEMBERS_PER_PAGE, MAX_MEMBERS, Refusals.TOO_MANY_CHANNELS));
        return members.find(api, connection, channel, page -> new SlackResult.Success<>(in(page)))
                .map(Optional::isPresent);
    }

    private ApiCall page(int size, @CheckForNull String cursor) {
        ConversationsMembersRequest request = ConversationsMembersRequest.builder()
                .channel(channel)
                .cursor(cursor)
                .limit(size)
                .build();
        return ApiCall.listing(Methods.CONVERSATIONS_MEMBERS, toForm(request), channel)
                .needing("channels:read", "groups:read");
    }

    private Optional<Boolean> in(JsonResponse page) {
        return page.texts("members").anyMatch(memberId::equals) ? Optional.of(true) : Optional.empty();
    }
}
