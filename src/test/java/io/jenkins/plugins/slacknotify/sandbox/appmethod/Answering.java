package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls.Place;
import io.jenkins.plugins.slacknotify.sandbox.method.Arguments;
import io.jenkins.plugins.slacknotify.sandbox.method.MessageContent;
import io.jenkins.plugins.slacknotify.sandbox.method.Posting;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Author;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Content;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.sandbox.workspace.Workspaces;
import java.util.List;

/** Carries out an answer that came to a {@code response_url} or with the acknowledgement of a command. */
public final class Answering {
    private final Workspaces workspaces;

    public Answering(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /**
     * Posts, replaces or deletes what the answer says.
     *
     * @return empty where it was taken; otherwise why not, as Slack says it: {@code invalid_payload}, {@code no_text} and the
     *     errors of blocks. INFERRED
     */
    public String apply(String body, Place place) {
        try {
            apply(JsonParser.parseString(body).getAsJsonObject(), place);
            return "";
        } catch (SlackRefusal refusal) {
            return refusal.error();
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return "invalid_payload";
        }
    }

    private void apply(JsonObject answer, Place place) {
        var workspace = workspaces.ofTeam(place.teamId()).orElseThrow(() -> new SlackRefusal("no_team"));
        var channel = workspace.channelById(place.channelId()).orElseThrow(() -> new SlackRefusal("channel_not_found"));
        if (flag(answer, "delete_original") && place.messageTs() != null) {
            delete(channel, place);
            return;
        }
        var content = MessageContent.read(Arguments.of(answer), Posting.NOTHING);
        if (flag(answer, "replace_original") && place.messageTs() != null) {
            replace(channel, place, content);
            return;
        }
        var threadTs = answer.has("thread_ts") ? answer.get("thread_ts").getAsString() : null;
        if (isInChannel(answer)) {
            channel.post(bot(workspace, place), content, threadTs, false, List.of());
        } else {
            channel.postEphemeral(place.userId(), bot(workspace, place), content, threadTs);
        }
    }

    private static void delete(SandboxChannel channel, Place place) {
        if (place.ephemeral()) {
            channel.changeEphemeral(place.messageTs(), null);
        } else {
            channel.delete(place.messageTs());
        }
    }

    private static void replace(SandboxChannel channel, Place place, Content content) {
        if (place.ephemeral()) {
            channel.changeEphemeral(place.messageTs(), content);
        } else if (channel.message(place.messageTs()).isPresent()) {
            channel.update(place.messageTs(), content, List.of());
        } else {
            throw new SlackRefusal("message_not_found");
        }
    }

    private static Author bot(SandboxWorkspace workspace, Place place) {
        return workspace
                .botOf(place.appId())
                .map(bot -> new Author(bot.userId(), bot.botId(), bot.appId(), bot.name(), null, null, null))
                .orElseThrow(() -> new SlackRefusal("account_inactive"));
    }

    /** DOCUMENTED: an answer is ephemeral unless it says otherwise. */
    public static boolean isInChannel(JsonObject answer) {
        return answer.has("response_type")
                && answer.get("response_type").getAsString().equals("in_channel");
    }

    private static boolean flag(JsonObject answer, String name) {
        JsonElement value = answer.get(name);
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }
}
