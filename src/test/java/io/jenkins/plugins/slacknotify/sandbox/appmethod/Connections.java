package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;

/** apps.connections.open. */
final class Connections {
    private Connections() {}

    static JsonObject open(MethodCall call) {
        var body = new JsonObject();
        body.addProperty(
                "url",
                call.apps()
                        .withId(call.caller().appId(), call.caller().name(), call.workspace())
                        .socket()
                        .newAddress());
        return body;
    }
}
