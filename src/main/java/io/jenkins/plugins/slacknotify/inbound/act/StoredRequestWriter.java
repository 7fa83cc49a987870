package io.jenkins.plugins.slacknotify.inbound.act;

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
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The mapping of requests to their form on disk. */
final class StoredRequestWriter {
    private StoredRequestWriter() {}

    /** @throws IllegalArgumentException for a request of a kind that is not kept */
    static StoredRequest write(InboundRequest request) {
        if (request instanceof SlashCommand command) {
            return stored("slash_command", command, form -> {
                form.name = command.command();
                form.text = command.text();
                form.channelName = command.channelName();
            });
        }
        if (request instanceof Shortcut shortcut) {
            return stored("shortcut", shortcut, form -> {
                form.name = shortcut.callbackId();
                form.message = shortcut.message();
                form.author = shortcut.author();
            });
        }
        if (request instanceof AppMention mention) {
            // An earlier version would do again what was edited, so it must not know it.
            return ofText(
                    mention.edited() ? "edited_mention" : "app_mention", mention, mention.text(), mention.message());
        }
        if (request instanceof DirectMessage message) {
            return ofText("direct_message", message, message.text(), message.message());
        }
        if (request instanceof BlockAction press) {
            return press(press);
        }
        if (request instanceof ViewSubmission submission) {
            return stored("view_submission", submission, form -> {
                form.view = submission.view();
                form.state = elements(submission.state());
            });
        }
        if (request instanceof InstallationChange change) {
            return ofInstallation(change);
        }
        if (request instanceof ChannelChange change) {
            return ofChannel(change);
        }
        throw notKept(request);
    }

    private static StoredRequest ofText(String type, InboundRequest request, String text, MessageReference message) {
        return stored(type, request, form -> {
            form.text = text;
            form.message = message;
        });
    }

    private static StoredRequest press(BlockAction press) {
        return stored("block_action", press, form -> {
            form.actions = press.actions().stream()
                    .map(action -> element(action.blockId(), action.actionId(), action.value()))
                    .toList();
            form.message = press.message();
            form.ephemeral = press.ephemeral();
            form.view = press.view();
            form.state = elements(press.state());
        });
    }

    private static StoredRequest ofInstallation(InstallationChange change) {
        if (change instanceof InstallationChange.Uninstalled) {
            return stored("uninstalled", change, form -> {});
        }
        if (change instanceof InstallationChange.TokensRevoked revoked) {
            return stored("tokens_revoked", change, form -> {
                form.ids = revoked.botUserIds();
                form.userIds = revoked.userIds();
            });
        }
        if (change instanceof InstallationChange.AccessGranted granted) {
            return stored("access_granted", change, form -> form.ids = granted.teamIds());
        }
        if (change instanceof InstallationChange.AccessRevoked revoked) {
            return stored("access_revoked", change, form -> form.ids = revoked.teamIds());
        }
        throw notKept(change);
    }

    private static StoredRequest ofChannel(ChannelChange change) {
        if (change instanceof ChannelChange.Renamed renamed) {
            return stored("channel_renamed", change, form -> form.name = renamed.name());
        }
        if (change instanceof ChannelChange.IdChanged changed) {
            return stored("channel_id_changed", change, form -> form.name = changed.newId());
        }
        if (change instanceof ChannelChange.Archived) {
            return stored("channel_archived", change, form -> {});
        }
        if (change instanceof ChannelChange.Unarchived) {
            return stored("channel_unarchived", change, form -> {});
        }
        if (change instanceof ChannelChange.Deleted) {
            return stored("channel_deleted", change, form -> {});
        }
        if (change instanceof ChannelChange.BotRemoved) {
            return stored("bot_removed", change, form -> {});
        }
        throw notKept(change);
    }

    private static IllegalArgumentException notKept(InboundRequest request) {
        return new IllegalArgumentException(request.kind() + " is not kept");
    }

    private static StoredRequest stored(String type, InboundRequest request, Consumer<StoredRequest.Builder> fields) {
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
