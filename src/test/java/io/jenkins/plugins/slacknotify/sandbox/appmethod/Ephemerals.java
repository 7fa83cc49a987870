package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.method.ChannelLookup;
import io.jenkins.plugins.slacknotify.sandbox.method.MessageContent;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.Posting;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;

/** chat.postEphemeral. */
final class Ephemerals {
    private Ephemerals() {}

    static JsonObject post(MethodCall call) {
        var channel = ChannelLookup.byId(call);
        if (channel.isArchived()) {
            throw new SlackRefusal("is_archived");
        }
        if (!channel.hasMember(call.caller().userId())) {
            throw new SlackRefusal("not_in_channel");
        }
        String user = call.required("user");
        if (!channel.hasMember(user)) {
            throw new SlackRefusal("user_not_in_channel");
        }
        var content = MessageContent.read(call.arguments(), Posting.NOTHING);
        String threadTs = call.arguments().text("thread_ts").orElse(null);
        var posted = channel.postEphemeral(user, Posting.author(call), content, threadTs);
        var body = new JsonObject();
        body.addProperty("message_ts", posted.message().ts());
        return body;
    }
}
