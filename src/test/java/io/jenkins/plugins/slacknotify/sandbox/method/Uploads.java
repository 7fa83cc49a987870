package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** files.getUploadURLExternal and files.completeUploadExternal, and the files that other methods name. */
final class Uploads {
    /** Slack's limit for a file, 1 GB. */
    private static final int LARGEST = 1 << 30;

    private Uploads() {}

    /** DOCUMENTED: a length of 0 is answered {@code missing_argument}. */
    static JsonObject getUploadUrl(MethodCall call) {
        int length = call.arguments().number("length", 0);
        if (length <= 0) {
            throw new SlackRefusal("missing_argument");
        }
        if (length > LARGEST) {
            throw new SlackRefusal("file_upload_size_restricted");
        }
        var workspace = call.workspace();
        var file = workspace.files().announce(call.caller().userId(), call.required("filename"), length);
        var body = new JsonObject();
        body.addProperty("upload_url", workspace.uploadUrl(file));
        body.addProperty("file_id", file.id());
        return body;
    }

    /**
     * DOCUMENTED: without a channel the file stays private; with one, and perhaps a thread, a message of the bot shows it; and the
     * method can be called once only. INFERRED: the error of a second time. RECORDED: the answer says nothing of the message.
     */
    static JsonObject complete(MethodCall call) {
        var channel = channel(call);
        var completed = new JsonArray();
        for (JsonElement each : call.arguments()
                .array("files", "invalid_arguments")
                .orElseThrow(() -> new SlackRefusal("invalid_arguments"))) {
            completed.add(complete(call, each.getAsJsonObject()));
        }
        channel.ifPresent(found -> share(call, found, completed));
        var body = new JsonObject();
        body.add("files", completed);
        return body;
    }

    private static Optional<SandboxChannel> channel(MethodCall call) {
        var id = call.arguments().text("channel_id");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var channel = call.workspace()
                .channelById(id.get())
                .filter(found -> found.kind() == SandboxChannel.Kind.PUBLIC
                        || found.hasMember(call.caller().userId()))
                .orElseThrow(() -> new SlackRefusal("channel_not_found"));
        if (channel.isArchived()) {
            throw new SlackRefusal("is_archived");
        }
        if (!channel.hasMember(call.caller().userId())) {
            throw new SlackRefusal("not_in_channel");
        }
        return Optional.of(channel);
    }

    private static void share(MethodCall call, SandboxChannel channel, JsonArray completed) {
        var ids = completed.asList().stream()
                .map(file -> file.getAsJsonObject().get("id").getAsString())
                .toList();
        var content = new Content("", new JsonArray(), new JsonArray(), null, ids);
        String thread = call.arguments().text("thread_ts").orElse(null);
        channel.post(Posting.author(call), content, thread, false, List.of());
    }

    private static JsonObject complete(MethodCall call, JsonObject wanted) {
        var file = own(call, wanted.get("id").getAsString());
        if (file.content() == null) {
            throw new SlackRefusal("file_not_found");
        }
        if (file.complete()) {
            throw new SlackRefusal("file_update_failed");
        }
        var title = wanted.has("title") ? wanted.get("title").getAsString() : file.name();
        return json(call.workspace().files().complete(file, title));
    }

    /**
     * The ids of files that a message is to show; those it has where the argument is missing, which is INFERRED.
     *
     * @throws SlackRefusal where one is not there, or not the caller's
     */
    static List<String> named(MethodCall call, List<String> before) {
        var argument = call.arguments().text("file_ids");
        if (argument.isEmpty()) {
            return before;
        }
        var ids = new ArrayList<String>();
        for (String id : argument.get().replaceAll("[\\[\\]\"\\s]", "").split(",")) {
            if (!call.workspace().files().isReady(own(call, id))) {
                throw new SlackRefusal("file_not_found");
            }
            ids.add(id);
        }
        return ids;
    }

    private static SandboxFile own(MethodCall call, String id) {
        return call.workspace()
                .files()
                .find(id)
                .filter(file -> file.ownerId().equals(call.caller().userId()))
                .orElseThrow(() -> new SlackRefusal("file_not_found"));
    }

    static JsonObject json(SandboxFile file) {
        var json = new JsonObject();
        json.addProperty("id", file.id());
        json.addProperty("name", file.name());
        json.addProperty("title", file.title());
        json.addProperty("size", file.length());
        // RECORDED: what Slack answers before it is done with the file.
        json.addProperty("mimetype", "");
        return json;
    }
}
