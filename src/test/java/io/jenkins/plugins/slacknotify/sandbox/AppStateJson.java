package io.jenkins.plugins.slacknotify.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls.Received;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The state of apps that the page shows: how they are reached, what they were told, and what they have opened. No secret. */
record AppStateJson(
        List<App> apps, List<View> views, List<Request> requests, List<FaultKind> deliveryFaults, List<String> armed) {
    private static final int LATEST = 60;

    static AppStateJson of(SlackSandbox sandbox) {
        var exchanges = sandbox.requests().exchanges();
        return new AppStateJson(
                sandbox.apps().all().stream().map(app -> app(sandbox, app)).toList(),
                sandbox.apps().views().all().stream().map(AppStateJson::view).toList(),
                exchanges.subList(Math.max(0, exchanges.size() - LATEST), exchanges.size()).stream()
                        .map(AppStateJson::request)
                        .toList(),
                Arrays.stream(DeliveryFault.values())
                        .map(fault -> new FaultKind(fault.name(), fault.title()))
                        .toList(),
                sandbox.requests().armed().stream().map(DeliveryFault::title).toList());
    }

    private static App app(SlackSandbox sandbox, SandboxApp app) {
        var installed = sandbox.workspaces().stream()
                .filter(workspace -> workspace.botOf(app.id()).isPresent())
                .toList();
        return new App(
                app.id(),
                app.name(),
                installed.stream().map(SandboxWorkspace::name).toList(),
                installed.stream()
                        .map(workspace ->
                                workspace.botOf(app.id()).orElseThrow().userId())
                        .toList(),
                app.requestUrl().orElse(""),
                app.socket().openConnections().size(),
                app.commands(),
                app.hasHomeTab(),
                app.hasComposer());
    }

    private static View view(SandboxView view) {
        return new View(
                view.id(),
                view.appId(),
                view.userId(),
                view.type(),
                view.hash(),
                view.title(),
                label(view, "submit"),
                label(view, "close"),
                view.previousId(),
                view.blocks());
    }

    private static String label(SandboxView view, String name) {
        return view.content().has(name)
                ? view.content().getAsJsonObject(name).get("text").getAsString()
                : "";
    }

    private static Request request(Exchange exchange) {
        return new Request(
                exchange.id(),
                exchange.request().kind().name(),
                exchange.request().name(),
                exchange.app().name(),
                exchange.place().userId(),
                exchange.sentAt().toEpochMilli(),
                exchange.payload(),
                exchange.attempts(),
                exchange.fault(),
                exchange.slackSays(),
                exchange.answers());
    }

    /** @param bots the ids of its users, one for each workspace */
    record App(
            String id,
            String name,
            List<String> workspaces,
            List<String> bots,
            String requestUrl,
            int connections,
            Set<String> commands,
            boolean home,
            boolean composer) {}

    record View(
            String id,
            String appId,
            String userId,
            String type,
            String hash,
            String title,
            String submit,
            String close,
            String previousId,
            JsonArray blocks) {}

    record Request(
            String id,
            String kind,
            String name,
            String app,
            String userId,
            long at,
            JsonObject payload,
            List<Exchange.Attempt> attempts,
            String fault,
            String slackSays,
            List<Received> answers) {}

    record FaultKind(String name, String title) {}
}
