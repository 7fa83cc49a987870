package io.jenkins.plugins.slacknotify.sandbox.appmethod;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.app.Triggers.Trigger;
import io.jenkins.plugins.slacknotify.sandbox.app.Views.Owner;
import io.jenkins.plugins.slacknotify.sandbox.method.MethodCall;
import io.jenkins.plugins.slacknotify.sandbox.method.SlackRefusal;
import java.util.function.Supplier;

/** The views methods. */
final class ViewMethods {
    private ViewMethods() {}

    static JsonObject open(MethodCall call) {
        return answer(() -> call.apps().views().open(owner(call, trigger(call)), view(call)));
    }

    static JsonObject push(MethodCall call) {
        return answer(() -> call.apps().views().push(owner(call, trigger(call)), view(call)));
    }

    static JsonObject update(MethodCall call) {
        var arguments = call.arguments();
        String viewId = arguments.text("view_id").orElse(null);
        String externalId = arguments.text("external_id").orElse(null);
        if (viewId == null && externalId == null) {
            throw SlackRefusal.missingArgument("invalid_arguments", "view_id");
        }
        String hash = arguments.text("hash").orElse(null);
        return answer(() -> call.apps().views().update(call.caller().appId(), viewId, externalId, hash, view(call)));
    }

    static JsonObject publish(MethodCall call) {
        var user = call.workspace()
                .userById(call.required("user_id"))
                .orElseThrow(() -> new SlackRefusal("user_not_found"));
        var app = call.apps().find(call.caller().appId());
        if (app.isPresent() && !app.get().hasHomeTab()) {
            throw new SlackRefusal("not_enabled");
        }
        String hash = call.arguments().text("hash").orElse(null);
        var owner = new Owner(
                call.caller().appId(), call.workspace().teamId(), call.caller().botId(), user.id(), "");
        return answer(() -> call.apps().views().publish(owner, hash, view(call)));
    }

    private static Trigger trigger(MethodCall call) {
        String id = call.arguments()
                .text("trigger_id")
                .orElseThrow(() -> SlackRefusal.missingArgument("invalid_arguments", "trigger_id"));
        return call.apps().triggers().take(id, call.caller().appId());
    }

    private static Owner owner(MethodCall call, Trigger trigger) {
        return new Owner(
                call.caller().appId(), trigger.teamId(), call.caller().botId(), trigger.userId(), trigger.id());
    }

    private static JsonObject view(MethodCall call) {
        return call.arguments().object("view", "invalid_arguments").orElseThrow();
    }

    private static JsonObject answer(Supplier<SandboxView> action) {
        try {
            var body = new JsonObject();
            body.add("view", action.get().json());
            return body;
        } catch (AppRefusal refusal) {
            throw SlackRefusal.because(refusal.error(), refusal.violations());
        }
    }
}
