package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Reaction;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state that the page shows, as JSON: the latest of everything, and no token. Times are milliseconds since 1970. */
final class StateJson {
    private static final int LATEST_MESSAGES = 300;
    private static final int LATEST_CALLS = 100;
    private static final Gson GSON = new GsonBuilder().create();

    private StateJson() {}

    static JsonElement of(SlackSandbox sandbox, long version) {
        return GSON.toJsonTree(new State(
                version,
                sandbox.workspaces().stream()
                        .map(workspace -> workspace(sandbox, workspace))
                        .toList(),
                latest(sandbox.calls(), LATEST_CALLS).stream()
                        .map(StateJson::call)
                        .toList(),
                sandbox.callCounts(),
                sandbox.faults().armed().stream().map(StateJson::fault).toList(),
                FaultMenu.names(),
                sandbox.methodNames(),
                AppStateJson.of(sandbox)));
    }

    private static Workspace workspace(SlackSandbox sandbox, SandboxWorkspace workspace) {
        return new Workspace(
                workspace.name(),
                workspace.users().stream().map(user -> user(workspace, user)).toList(),
                workspace.channels().stream()
                        .map(channel -> channel(sandbox, workspace, channel))
                        .toList());
    }

    private static User user(SandboxWorkspace workspace, SandboxUser user) {
        return new User(
                user.id(),
                user.name(),
                user.displayName(),
                user.email(),
                user.isBot(),
                user.isDeactivated(),
                user.account().name(),
                workspace.isStranger(user));
    }

    private static Channel channel(SlackSandbox sandbox, SandboxWorkspace workspace, SandboxChannel channel) {
        return new Channel(
                channel.id(),
                channel.name(),
                channel.kind().name(),
                channel.isArchived(),
                channel.memberIds(),
                latest(channel.messages(), LATEST_MESSAGES).stream()
                        .map(message -> message(sandbox, workspace, message))
                        .toList(),
                channel.ephemerals().stream()
                        .map(each -> new Ephemeral(each.userId(), message(sandbox, workspace, each.message())))
                        .toList());
    }

    private static Message message(SlackSandbox sandbox, SandboxWorkspace workspace, SandboxMessage message) {
        return new Message(
                message.ts(),
                message.threadTs(),
                message.broadcast(),
                message.author(),
                message.text(),
                message.blocks(),
                message.attachments(),
                message.metadata(),
                message.receivedAt().toEpochMilli(),
                message.editedAt() == null ? null : message.editedAt().toEpochMilli(),
                message.revisions().size(),
                message.reactions(),
                workspace.filesOf(message).stream().map(StateJson::file).toList(),
                message.notes(),
                sandbox.apps()
                        .unfurls()
                        .ofMessage(message.channelId(), message.ts())
                        .map(link -> link.previews())
                        .orElse(null));
    }

    private static ShownFile file(SandboxFile file) {
        return new ShownFile(file.name(), file.title(), file.length(), file.preview());
    }

    private static Call call(ApiCall call) {
        return new Call(
                call.method(),
                call.arguments(),
                call.bot(),
                call.receivedAt().toEpochMilli(),
                call.httpStatus(),
                call.ok(),
                call.error(),
                call.fault());
    }

    private static ArmedFault fault(Faults.Armed armed) {
        return new ArmedFault(armed.method(), armed.fault().toString(), armed.isForever() ? null : armed.times());
    }

    private static <T> List<T> latest(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private record State(
            long version,
            List<Workspace> workspaces,
            List<Call> calls,
            Map<String, Long> callCounts,
            List<ArmedFault> faults,
            Set<String> faultKinds,
            Set<String> methods,
            AppStateJson inbound) {}

    private record Workspace(String name, List<User> users, List<Channel> channels) {}

    private record User(
            String id,
            String name,
            String displayName,
            String email,
            boolean bot,
            boolean deactivated,
            String account,
            boolean stranger) {}

    private record Channel(
            String id,
            String name,
            String kind,
            boolean archived,
            List<String> members,
            List<Message> messages,
            List<Ephemeral> ephemerals) {}

    private record Ephemeral(String userId, Message message) {}

    private record Message(
            String ts,
            String threadTs,
            boolean broadcast,
            Author author,
            String text,
            JsonArray blocks,
            JsonArray attachments,
            JsonObject metadata,
            long receivedAt,
            Long editedAt,
            int revisions,
            List<Reaction> reactions,
            List<ShownFile> files,
            List<String> notes,
            JsonObject previews) {}

    private record ShownFile(String name, String title, long size, String preview) {}

    private record Call(
            String method,
            Map<String, String> arguments,
            String bot,
            long at,
            int status,
            boolean ok,
            String error,
            String fault) {}

    private record ArmedFault(String method, String fault, Integer times) {}
}
