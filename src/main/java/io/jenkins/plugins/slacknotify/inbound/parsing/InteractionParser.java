package io.jenkins.plugins.slacknotify.inbound.parsing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.origin.Requester;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.OptionsRequest;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewClosed;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.util.List;
import java.util.Optional;

/** Reads <a href="https://docs.slack.dev/reference/interaction-payloads">interaction payloads</a>. */
final class InteractionParser {
    private final Payload payload;
    private final JsonResponse json;
    private final RequestOrigin origin;

    private InteractionParser(Payload payload) {
        this.payload = payload;
        this.json = payload.json();
        this.origin = origin();
    }

    static InboundRequest parse(Payload payload) {
        return new InteractionParser(payload).request();
    }

    private InboundRequest request() {
        String type = Payload.text(json, "type").orElse("");
        Optional<InboundRequest> understood = origin.userId() == null
                ? Optional.empty()
                : switch (type) {
                    case "block_actions" -> blockAction();
                    case "shortcut" -> shortcut(null);
                    case "message_action" -> message().flatMap(message -> shortcut(message));
                    case "view_submission" ->
                        view().map(view ->
                                new ViewSubmission(origin, view, FormStateParser.state(json.object("view"))));
                    case "view_closed" -> view().map(view -> new ViewClosed(origin));
                    case "block_suggestion" -> Optional.of(new OptionsRequest(origin));
                    default -> Optional.empty();
                };
        return understood.orElseGet(() -> new UnknownRequest(origin, Payload.typeName("interactive", type)));
    }

    private Optional<InboundRequest> blockAction() {
        List<BlockAction.Action> actions = json.objects("actions")
                .flatMap(action -> Payload.text(action, "action_id")
                        .map(id -> new BlockAction.Action(
                                id, Payload.text(action, "block_id").orElse(""), FormStateParser.value(action)))
                        .stream())
                .toList();
        ViewReference view = view().orElse(null);
        MessageReference message = view == null ? message().orElse(null) : null;
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        JsonResponse stateHolder = view == null ? json : json.object("view");
        boolean ephemeral = Payload.flag(json.object("container"), "is_ephemeral");
        return Optional.of(
                new BlockAction(origin, actions, message, ephemeral, view, FormStateParser.state(stateHolder)));
    }

    private Optional<InboundRequest> shortcut(@CheckForNull MessageReference message) {
        String author = Payload.textOrNull(json.object("message"), "user", "bot_id");
        return Payload.text(json, "callback_id").map(id -> new Shortcut(origin, id, message, author));
    }

    /** Reads which message was pressed. Of an ephemeral message, and of one in a preview, only {@code container} tells it. */
    private Optional<MessageReference> message() {
        return Payload.message(json.object("message"), "ts")
                .or(() -> Payload.message(json.object("container"), "message_ts"))
                .or(() -> Payload.message(json, "message_ts"));
    }

    private Optional<ViewReference> view() {
        return Payload.view(json);
    }

    private RequestOrigin origin() {
        JsonResponse user = json.object("user");
        Optional<String> trigger = Payload.text(json, "trigger_id");
        return new RequestOrigin(
                RequestIds.of("interaction", trigger.or(this::naturalId)),
                new InstallationKey(
                        payload.app(),
                        Payload.textOrNull(json, "api_app_id"),
                        teamId(),
                        Payload.textOrNull(json.object("enterprise"), "id"),
                        Payload.flag(json, "is_enterprise_install")),
                new Requester(Payload.textOrNull(user, "id"), Payload.textOrNull(user, "team_id")),
                Payload.text(json.object("channel"), "id")
                        .or(() -> Payload.text(json.object("container"), "channel_id"))
                        .orElse(null),
                new ReplyTicket(responseUrl(), trigger.orElse(null)),
                payload.transport(),
                payload.receivedAt());
    }

    /**
     * Returns the workspace in which the app is installed. Where a modal or home tab is used, {@code team} is that of the member: in a
     * channel which workspaces of an organisation share, it is another one, and only the view says in which the app is. It is null
     * where the app is installed for a whole organisation, and the view may then name the organisation, which is no workspace.
     */
    @CheckForNull
    private String teamId() {
        JsonResponse view = json.object("view");
        return Payload.text(view, "app_installed_team_id")
                .filter(id -> !id.startsWith("E"))
                .or(() -> Payload.text(json.object("team"), "id"))
                .or(() -> Payload.text(view, "app_installed_team_id", "team_id"))
                .orElse(null);
    }

    /** A modal has an address for each channel that was chosen in it for answers. */
    @CheckForNull
    private String responseUrl() {
        return Payload.text(json, "response_url")
                .or(() -> json.objects("response_urls")
                        .flatMap(each -> Payload.text(each, "response_url").stream())
                        .findFirst())
                .orElse(null);
    }

    /** Returns the id of a press or a shortcut without a {@code trigger_id}: who, what, and Slack's time to the microsecond. */
    private Optional<String> naturalId() {
        Optional<JsonResponse> action = json.objects("actions").findFirst();
        Optional<String> time =
                Payload.text(json, "action_ts").or(() -> action.flatMap(first -> Payload.text(first, "action_ts")));
        String what = action.flatMap(first -> Payload.text(first, "action_id"))
                .or(() -> Payload.text(json, "callback_id"))
                .orElse("");
        return time.map(ts -> Payload.text(json.object("user"), "id").orElse("") + "|" + what + "|" + ts);
    }
}
