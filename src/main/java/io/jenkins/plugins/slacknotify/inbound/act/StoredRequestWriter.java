package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.DirectMessage;
import io.jenkins.plugins.slacknotify.inbound.request.FieldValue;
import io.jenkins.plugins.slacknotify.inbound.request.FormState;
import io.jenkins.plugins.slacknotify.inbound.request.HomeOpened;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.OptionsRequest;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.request.ViewClosed;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mapping of requests to their form on disk. It throws an {@link IllegalArgumentException} for what is not kept. */
final class StoredRequestWriter
        implements InboundRequest.Visitor<StoredRequest>,
                InstallationChange.Visitor<StoredRequest>,
                ChannelChange.Visitor<StoredRequest> {
    @Override
    public StoredRequest visit(SlashCommand command) {
        return write("slash_command", command, form -> {
            form.name = command.command();
            form.text = command.text();
            form.channelName = command.channelName();
        });
    }

    @Override
    public StoredRequest visit(Shortcut shortcut) {
        return write("shortcut", shortcut, form -> {
            form.name = shortcut.callbackId();
            form.message = shortcut.message();
            form.author = shortcut.author();
        });
    }

    @Override
    public StoredRequest visit(AppMention mention) {
        // An earlier version would do again what was edited, so it must not know it.
        String type = mention.edited() ? "edited_mention" : "app_mention";
        return ofText(type, mention, mention.text(), mention.message());
    }

    @Override
    public StoredRequest visit(DirectMessage message) {
        return ofText("direct_message", message, message.text(), message.message());
    }

    private static StoredRequest ofText(String type, InboundRequest request, String text, MessageReference message) {
        return write(type, request, form -> {
            form.text = text;
            form.message = message;
        });
    }

    @Override
    public StoredRequest visit(BlockAction press) {
        return write("block_action", press, form -> {
            form.actions = press.actions().stream()
                    .map(action -> element(action.blockId(), action.actionId(), action.value()))
                    .toList();
            form.message = press.message();
            form.ephemeral = press.ephemeral();
            form.view = press.view();
            form.state = elements(press.state());
        });
    }

    @Override
    public StoredRequest visit(ViewSubmission submission) {
        return write("view_submission", submission, form -> {
            form.view = submission.view();
            form.state = elements(submission.state());
        });
    }

    @Override
    public StoredRequest visit(InstallationChange change) {
        return change.accept((InstallationChange.Visitor<StoredRequest>) this);
    }

    @Override
    public StoredRequest visit(InstallationChange.Uninstalled uninstalled) {
        return write("uninstalled", uninstalled, form -> {});
    }

    @Override
    public StoredRequest visit(InstallationChange.TokensRevoked revoked) {
        return write("tokens_revoked", revoked, form -> {
            form.ids = revoked.botUserIds();
            form.userIds = revoked.userIds();
        });
    }

    @Override
    public StoredRequest visit(InstallationChange.AccessGranted granted) {
        return write("access_granted", granted, form -> form.ids = granted.teamIds());
    }

    @Override
    public StoredRequest visit(InstallationChange.AccessRevoked revoked) {
        return write("access_revoked", revoked, form -> form.ids = revoked.teamIds());
    }

    @Override
    public StoredRequest visit(ChannelChange change) {
        return change.accept((ChannelChange.Visitor<StoredRequest>) this);
    }

    @Override
    public StoredRequest visit(ChannelChange.Renamed renamed) {
        return write("channel_renamed", renamed, form -> form.name = renamed.name());
    }

    @Override
    public StoredRequest visit(ChannelChange.Archived archived) {
        return write("channel_archived", archived, form -> {});
    }

    @Override
    public StoredRequest visit(ChannelChange.Unarchived unarchived) {
        return write("channel_unarchived", unarchived, form -> {});
    }

    @Override
    public StoredRequest visit(ChannelChange.Deleted deleted) {
        return write("channel_deleted", deleted, form -> {});
    }

    @Override
    public StoredRequest visit(ChannelChange.IdChanged changed) {
        return write("channel_id_changed", changed, form -> form.name = changed.newId());
    }

    @Override
    public StoredRequest visit(ChannelChange.BotRemoved removed) {
        return write("bot_removed", removed, form -> {});
    }

    @Override
    public StoredRequest visit(ViewClosed closed) {
        return notKept(closed);
    }

    @Override
    public StoredRequest visit(OptionsRequest options) {
        return notKept(options);
    }

    @Override
    public StoredRequest visit(LinkShared links) {
        return notKept(links);
    }

    @Override
    public StoredRequest visit(HomeOpened opened) {
        return notKept(opened);
    }

    @Override
    public StoredRequest visit(UnknownRequest unknown) {
        return notKept(unknown);
    }

    private static StoredRequest notKept(InboundRequest request) {
        throw new IllegalArgumentException(request.kind() + " is not kept");
    }

    private static StoredRequest write(String type, InboundRequest request, Consumer<StoredRequest.Builder> fields) {
        StoredRequest.Builder form = new StoredRequest.Builder(type, request);
        fields.accept(form);
        return form.build();
    }

    private static List<StoredRequest.Element> elements(FormState state) {
        List<StoredRequest.Element> elements = new ArrayList<>();
        state.fields()
                .forEach((block, actions) ->
                        actions.forEach((action, value) -> elements.add(element(block, action, value))));
        return elements;
    }

    private static StoredRequest.Element element(String block, String action, FieldValue value) {
        return new StoredRequest.Element(block, action, value.type(), value.values());
    }
}
