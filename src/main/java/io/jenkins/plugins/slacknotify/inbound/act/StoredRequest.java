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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of a kept request on disk. The names of the fields are the format: a field may be added, none may change its
 * meaning without a new {@link StoredActs#VERSION}. What a type of request has no use for is null.
 *
 * @param type which request it is, see {@link StoredRequestWriter}
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
        StoredRequestOrigin origin,
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

    /** @param broadcast null for false, as earlier versions have written it */
    record Message(
            String ts,
            @CheckForNull String threadTs,
            @CheckForNull Boolean broadcast) {
        static Message of(MessageReference message) {
            return new Message(message.ts(), message.threadTs(), message.broadcast() ? Boolean.TRUE : null);
        }

        MessageReference toReference() {
            return new MessageReference(ts, threadTs, Boolean.TRUE.equals(broadcast));
        }
    }

    record View(
            String id,
            String type,
            String callbackId,
            @CheckForNull String hash,
            String privateMetadata) {}

    record Element(String block, String action, String type, List<String> values) {}

    /** A form with all fields empty, to be filled in. */
    static final class Builder {
        private final String type;
        private final RequestOrigin origin;
        String name;
        String text;
        String channelName;
        String author;
        MessageReference message;
        boolean ephemeral;
        ViewReference view;
        List<Element> actions;
        List<Element> state;
        List<String> ids;
        List<String> userIds;

        Builder(String type, InboundRequest request) {
            this.type = type;
            this.origin = request.origin();
        }

        StoredRequest build() {
            return new StoredRequest(
                    StoredActs.VERSION,
                    type,
                    StoredRequestOrigin.of(origin),
                    name,
                    text,
                    channelName,
                    author,
                    message == null ? null : Message.of(message),
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

    /** @throws IllegalArgumentException where a newer version has written a type that this one does not know */
    InboundRequest toRequest(ReplyTicket ticket) {
        RequestOrigin from = origin.toOrigin(ticket);
        return switch (type) {
            case "slash_command" -> new SlashCommand(from, required(name), required(text), channelName);
            case "shortcut" -> new Shortcut(from, required(name), messageReference(), author);
            case "app_mention" -> new AppMention(from, required(text), required(messageReference()));
            case "edited_mention" -> new AppMention(from, required(text), required(messageReference()), true);
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

    /** Returns the value of a field that a request of this type needs. */
    private static <T> T required(@CheckForNull T value) {
        if (value == null) {
            throw new IllegalArgumentException("A field that the type needs is missing");
        }
        return value;
    }

    @CheckForNull
    private MessageReference messageReference() {
        return message == null ? null : message.toReference();
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
