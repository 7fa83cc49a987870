package io.jenkins.plugins.slacknotify.sandbox.method;

import com.google.gson.JsonObject;

/** chat.getPermalink. */
final class Permalinks {
    private Permalinks() {}

    static JsonObject getPermalink(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        var message =
                channel.message(call.required("message_ts")).orElseThrow(() -> new SlackRefusal("message_not_found"));
        String link = call.workspace().url() + "archives/" + channel.id() + "/p"
                + message.ts().replace(".", "");
        var body = new JsonObject();
        body.addProperty("channel", channel.id());
        body.addProperty(
                "permalink",
                message.isReply() ? link + "?thread_ts=" + message.threadTs() + "&cid=" + channel.id() : link);
        return body;
    }
}
