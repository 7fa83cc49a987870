package io.jenkins.plugins.slacknotify.inbound.act;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.ViewReference;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of a kept request on disk. The names of the fields are the format: a field may be added, none may change its
 * meaning without a new {@link StoredActs#VERSION}. What a type of request has no use for is null.
 *
 * @param type which request it is, see {@link #of}
 * @param name a command's name, a {@code callback_id}, a channel's new name or new id
 * @param text what somebody has typed
 * @param channelName of a command
 * @param author of the message of a shortcut
 * @param ids of workspaces, or of bots whose tokens were revoked
 * @param userIds of members whose tokens were revoked
 */
record StoredRequest(
        int v,
        String type,
        StoredOrigin origin,
        @CheckForNull String name,
        @CheckForNull String text,
        @CheckForNull String channelName,
        @CheckForNull String author,
        @CheckForNull Message message,
        boolean ephemeral,
        @CheckForNull View view,
        @CheckForNull List<Element> actions,
        @CheckForNull List<Element> state,
        @CheckForNull List<String> ids,
        @CheckForNull List<String> userIds) {

    record Message(String ts, @CheckForNull String threadTs) {}

    record View(
            String id,
            String type,
            String callbackId,
            @CheckForNull String hash,
            String privateMetadata) {}

    record Element(String block, String action, String type, List<String> values) {}

    /** A form with all fields empty, to be filled in. */
    private static final class Builder {
        private final String type;
        private final RequestOrigin origin;
        private String name;
        private String text;
        private String channelName;
        private String author;
        private MessageReference message;
        private boolean ephemeral;
        private ViewReference view;
        private List<Element> actions;
        private List<Element> state;
        private List<String> ids;
        private List<String> userIds;

        Builder(String type, InboundRequest request) {
            this.type = type;
            this.origin = request.origin();
        }

        StoredRequest build() {
            return new StoredRequest(
                    StoredActs.VERSION,
                    type,
                    StoredOrigin.of(origin),
                    name,
                    text,
                    channelName,
                    author,
                    message == null ? null : new Message(message.ts(), message.threadTs()),
                    ephemeral,
                    view == null
                            ? null
                            : new View(view.id(), view.type(), view.callbackId(), view.hash(), view.privateMetadata()),
                    actions,
                    state,
                    ids,
                    userIds);
        }
    }

    /** @throws IllegalArgumentException for a request of a kind that is not kept */
    static StoredRequest of(InboundRequest request) {
        return switch (request.kind()) {
            case SLASH_COMMAND -> ofCommand((SlashCommand) request);
            case SHORTCUT -> ofShortcut((Shortcut) request);
            case APP_MENTION ->
                ofText("app_mention", request, ((AppMention) request).text(), ((AppMention) request).message());
            case DIRECT_MESSAGE ->
                ofText(
                        "direct_message",
                        request,
                        ((DirectMessage) request).text(),
                        ((DirectMessage) request).message());
            case BLOCK_ACTION -> ofAction((BlockAction) request);
            case VIEW_SUBMISSION -> ofSubmission((ViewSubmission) request);
            case INSTALLATION_CHANGE -> ofInstallation((InstallationChange) request);
            case CHANNEL_CHANGE -> ofChannel((ChannelChange) request);
            default -> throw new IllegalArgumentException(request.kind() + " is not kept");
        };
    }

    private static StoredRequest ofCommand(SlashCommand command) {
        Builder builder = new Builder("slash_command", command);
        builder.name = command.command();
        builder.text = command.text();
        builder.channelName = command.channelName();
        return builder.build();
    }

    private static StoredRequest ofShortcut(Shortcut shortcut) {
        Builder builder = new Builder("shortcut", shortcut);
        builder.name = shortcut.callbackId();
        builder.message = shortcut.message();
        builder.author = shortcut.author();
        return builder.build();
    }

    private static StoredRequest ofText(String type, InboundRequest request, String text, MessageReference message) {
        Builder builder = new Builder(type, request);
        builder.text = text;
        builder.message = message;
        return builder.build();
    }

    private static StoredRequest ofAction(BlockAction press) {
        Builder builder = new Builder("block_action", press);
        builder.actions = press.actions().stream()
                .map(action -> element(action.blockId(), action.actionId(), action.value()))
                .toList();
        builder.message = press.message();
        builder.ephemeral = press.ephemeral();
        builder.view = press.view();
        builder.state = elements(press.state());
        return builder.build();
    }

    private static StoredRequest ofSubmission(ViewSubmission submission) {
        Builder builder = new Builder("view_submission", submission);
        builder.view = submission.view();
        builder.state = elements(submission.state());
        return builder.build();
    }

    private static StoredRequest ofInstallation(InstallationChange change) {
        if (change instanceof InstallationChange.TokensRevoked revoked) {
            Builder builder = new Builder("tokens_revoked", change);
            builder.ids = revoked.botUserIds();
            builder.userIds = revoked.userIds();
            return builder.build();
        }
        if (change instanceof InstallationChange.AccessGranted granted) {
            return ofTeams("access_granted", change, granted.teamIds());
        }
        if (change instanceof InstallationChange.AccessRevoked revoked) {
            return ofTeams("access_revoked", change, revoked.teamIds());
        }
        return new Builder("uninstalled", change).build();
    }

    private static StoredRequest ofTeams(String type, InstallationChange change, List<String> teamIds) {
        Builder builder = new Builder(type, change);
        builder.ids = teamIds;
        return builder.build();
    }

    private static StoredRequest ofChannel(ChannelChange change) {
        if (change instanceof ChannelChange.Renamed renamed) {
            return ofNamed("channel_renamed", change, renamed.name());
        }
        if (change instanceof ChannelChange.IdChanged changed) {
            return ofNamed("channel_id_changed", change, changed.newId());
        }
        String type = change instanceof ChannelChange.Archived
                ? "channel_archived"
                : change instanceof ChannelChange.Unarchived
                        ? "channel_unarchived"
                        : change instanceof ChannelChange.Deleted ? "channel_deleted" : "bot_removed";
        return new Builder(type, change).build();
    }

    private static StoredRequest ofNamed(String type, ChannelChange change, String name) {
        Builder builder = new Builder(type, change);
        builder.name = name;
        return builder.build();
    }

    private static List<Element> elements(FormState state) {
        List<Element> elements = new ArrayList<>();
        state.fields()
                .forEach((block, actions) ->
                        actions.forEach((action, value) -> elements.add(element(block, action, value))));
        return elements;
    }

    private static Element element(String block, String action, FieldValue value) {
        return new Element(block, action, value.type(), value.values());
    }

    /** @throws IllegalArgumentException where a newer version has written a type that this one does not know */
    InboundRequest toRequest(ReplyTicket ticket) {
        RequestOrigin from = origin.toOrigin(ticket);
        return switch (type) {
            case "slash_command" -> new SlashCommand(from, required(name), required(text), channelName);
            case "shortcut" -> new Shortcut(from, required(name), messageReference(), author);
            case "app_mention" -> new AppMention(from, required(text), required(messageReference()));
            case "direct_message" -> new DirectMessage(from, required(text), required(messageReference()));
            case "block_action" ->
                new BlockAction(from, pressed(), messageReference(), ephemeral, viewReference(), formState());
            case "view_submission" -> new ViewSubmission(from, required(viewReference()), formState());
            case "uninstalled" -> new InstallationChange.Uninstalled(from);
            case "tokens_revoked" -> new InstallationChange.TokensRevoked(from, ids, userIds);
            case "access_granted" -> new InstallationChange.AccessGranted(from, ids);
            case "access_revoked" -> new InstallationChange.AccessRevoked(from, ids);
            case "channel_renamed" -> new ChannelChange.Renamed(from, required(name));
            case "channel_id_changed" -> new ChannelChange.IdChanged(from, required(name));
            case "channel_archived" -> new ChannelChange.Archived(from);
            case "channel_unarchived" -> new ChannelChange.Unarchived(from);
            case "channel_deleted" -> new ChannelChange.Deleted(from);
            case "bot_removed" -> new ChannelChange.BotRemoved(from);
            default -> throw new IllegalArgumentException("Not known: " + type);
        };
    }

    /** Returns a field that the type needs. */
    private static <T> T required(@CheckForNull T value) {
        if (value == null) {
            throw new IllegalArgumentException("A field that the type needs is missing");
        }
        return value;
    }

    @CheckForNull
    private MessageReference messageReference() {
        return message == null ? null : new MessageReference(message.ts(), message.threadTs());
    }

    @CheckForNull
    private ViewReference viewReference() {
        return view == null
                ? null
                : new ViewReference(view.id(), view.type(), view.callbackId(), view.hash(), view.privateMetadata());
    }

    private List<BlockAction.Action> pressed() {
        return required(actions).stream()
                .map(it -> new BlockAction.Action(it.action(), it.block(), new FieldValue(it.type(), it.values())))
                .toList();
    }

    private FormState formState() {
        Map<String, Map<String, FieldValue>> fields = new LinkedHashMap<>();
        for (Element each : state == null ? List.<Element>of() : state) {
            fields.computeIfAbsent(each.block(), block -> new LinkedHashMap<>())
                    .put(each.action(), new FieldValue(each.type(), each.values()));
        }
        return new FormState(fields);
    }
}
