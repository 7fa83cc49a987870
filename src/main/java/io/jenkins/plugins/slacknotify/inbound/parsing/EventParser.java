package io.jenkins.plugins.slacknotify.inbound.parsing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the callbacks of the <a href="https://docs.slack.dev/apis/events-api">Events API</a>. */
final class EventParser {
    private static final String CHANNEL = "channel";

    /**
     * The subtypes of messages that somebody has typed: with an attached file, and in a thread where it is sent to the conversation as
     * well, which Slack reports by that one event. All others are none.
     */
    private static final Set<String> TYPED = Set.of("file_share", "thread_broadcast");

    private final Payload payload;
    private final JsonResponse json;
    private final JsonResponse event;
    private final String type;
    private final RequestOrigin origin;

    private EventParser(Payload payload) {
        this.payload = payload;
        this.json = payload.json();
        this.event = json.object("event");
        this.type = Payload.text(event, "type").orElse("");
        this.origin = origin();
    }

    static InboundRequest parse(Payload payload) {
        return new EventParser(payload).request();
    }

    private InboundRequest request() {
        return understood().orElseGet(() -> new UnknownRequest(origin, unknownType()));
    }

    private String unknownType() {
        if (!type.equals("message")) {
            return Payload.typeName("event", type);
        }
        String subtype = Payload.text(event, "subtype").orElse(isByBot() ? "bot_message" : "");
        return Payload.typeName(
                "event", type, Payload.text(event, "channel_type").orElse(""), subtype);
    }

    private Optional<InboundRequest> understood() {
        return switch (type) {
            case "app_mention" -> mention();
            case "message" -> directMessage();
            case "link_shared" -> linkShared();
            case "app_home_opened" -> homeOpened();
            case "app_uninstalled" -> Optional.of(new InstallationChange.Uninstalled(origin));
            case "tokens_revoked" -> Optional.of(tokensRevoked());
            case "team_access_granted" -> Optional.of(new InstallationChange.AccessGranted(origin, teamIds()));
            case "team_access_revoked" -> Optional.of(new InstallationChange.AccessRevoked(origin, teamIds()));
            default -> origin.channelId() == null ? Optional.empty() : channelChange();
        };
    }

    /** Reads an event about a channel. Those about private channels have names of their own. */
    private Optional<InboundRequest> channelChange() {
        return switch (type) {
            case "channel_rename", "group_rename" ->
                Payload.text(event.object(CHANNEL), "name").map(name -> new ChannelChange.Renamed(origin, name));
            case "channel_archive", "group_archive" -> Optional.of(new ChannelChange.Archived(origin));
            case "channel_unarchive", "group_unarchive" -> Optional.of(new ChannelChange.Unarchived(origin));
            case "channel_deleted", "group_deleted" -> Optional.of(new ChannelChange.Deleted(origin));
            case "channel_id_changed" ->
                Payload.text(event, "new_channel_id").map(id -> new ChannelChange.IdChanged(origin, id));
            case "channel_left", "group_left" -> Optional.of(new ChannelChange.BotRemoved(origin));
            default -> Optional.empty();
        };
    }

    private Optional<InboundRequest> mention() {
        return isTyped() && origin.channelId() != null
                ? Payload.message(event, "ts").map(message -> new AppMention(origin, text(), message, isEdited()))
                : Optional.empty();
    }

    private Optional<InboundRequest> directMessage() {
        boolean isDirect =
                Payload.text(event, "channel_type").filter("im"::equals).isPresent();
        boolean isPlain =
                Payload.text(event, "subtype").filter(it -> !TYPED.contains(it)).isEmpty();
        return isDirect && isPlain && isTyped() && !isEdited() && origin.channelId() != null
                ? Payload.message(event, "ts").map(message -> new DirectMessage(origin, text(), message))
                : Optional.empty();
    }

    private boolean isTyped() {
        return origin.userId() != null && !isByBot();
    }

    private boolean isEdited() {
        return Payload.has(event, "edited");
    }

    private boolean isByBot() {
        return Payload.has(event, "bot_id") || Payload.has(event, "bot_profile");
    }

    private String text() {
        return Payload.text(event, "text").orElse("");
    }

    private Optional<InboundRequest> linkShared() {
        List<String> links = event.objects("links")
                .flatMap(link -> Payload.text(link, "url").stream())
                .toList();
        String source = Payload.textOrNull(event, "source");
        boolean typing = LinkShared.COMPOSER.equals(source);
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkShared(
                        origin,
                        links,
                        typing ? null : Payload.message(event, "message_ts").orElse(null),
                        Payload.textOrNull(event, "unfurl_id"),
                        source));
    }

    private Optional<InboundRequest> homeOpened() {
        return origin.userId() == null
                ? Optional.empty()
                : Optional.of(new HomeOpened(
                        origin,
                        Payload.text(event, "tab").orElse("home"),
                        Payload.view(event).orElse(null)));
    }

    private InboundRequest tokensRevoked() {
        JsonResponse tokens = event.object("tokens");
        return new InstallationChange.TokensRevoked(
                origin, tokens.texts("bot").toList(), tokens.texts("oauth").toList());
    }

    private List<String> teamIds() {
        return event.texts("team_ids").toList();
    }

    private RequestOrigin origin() {
        return new RequestOrigin(
                RequestIds.of("event", Payload.text(json, "event_id")),
                installation(),
                requester(),
                channelId(),
                ReplyTicket.NONE,
                payload.transport(),
                payload.receivedAt());
    }

    /**
     * Reads for which installation Slack sends the event. In a channel that is shared with another organisation, the outer
     * {@code team_id} may be theirs.
     */
    private InstallationKey installation() {
        JsonResponse authorization = json.objects("authorizations").findFirst().orElse(json);
        return new InstallationKey(
                payload.app(),
                Payload.textOrNull(json, "api_app_id"),
                Payload.text(authorization, "team_id")
                        .or(() -> Payload.text(json, "team_id"))
                        .orElse(null),
                Payload.text(authorization, "enterprise_id")
                        .or(() -> Payload.text(json, "enterprise_id"))
                        .orElse(null),
                Payload.flag(authorization, "is_enterprise_install"));
    }

    private Requester requester() {
        return switch (type) {
            case "app_mention", "message", "link_shared", "app_home_opened" ->
                new Requester(
                        Payload.textOrNull(event, "user"),
                        Payload.textOrNull(event, "user_team", "source_team", "team"));
            default -> Requester.NOBODY;
        };
    }

    @CheckForNull
    private String channelId() {
        return Payload.text(event, CHANNEL, "old_channel_id")
                .or(() -> Payload.text(event.object(CHANNEL), "id"))
                .filter(id -> !id.equals("COMPOSER"))
                .orElse(null);
    }
}
