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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A search for some people in the list of a channel's members. */
final class MemberSearch {
    /** How many members a page may have at most by Slack's documentation. */
    private static final int MEMBERS_PER_PAGE = 999;

    /** Ten pages. A person in a channel with more members may get the same news twice. */
    private static final int MAX_MEMBERS = 9_990;

    private final String channel;
    private final Set<String> memberIds;
    private final Set<String> found = new HashSet<>();

    MemberSearch(String channel, Set<String> memberIds) {
        this.channel = channel;
        this.memberIds = memberIds;
    }

    SlackResult<Set<String>> run(WebApi api, SlackConnection connection) {
        Listing members = new Listing(
                this::page, new Listing.Bounds("members", MEMBERS_PER_PAGE, MAX_MEMBERS, Refusals.TOO_MANY_CHANNELS));
        SlackResult<Optional<Boolean>> read =
                members.find(api, connection, channel, page -> new SlackResult.Success<>(in(page)));
        return read.isRefused(Refusals.TOO_MANY_CHANNELS)
                ? new SlackResult.Success<>(found)
                : read.map(unused -> found);
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
        page.texts("members").filter(memberIds::contains).forEach(found::add);
        return found.size() == memberIds.size() ? Optional.of(true) : Optional.empty();
    }
}
