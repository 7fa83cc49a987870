package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Sends each request to the Web API, to the page or to its controls. */
final class Routes extends Dispatcher {
    private static final Map<String, String> PAGES = Map.of("/", "index.html", "/gallery", "gallery.html");

    private final SlackSandbox sandbox;
    private final MockWebServer server;
    private final ApiEndpoint api;
    private final UploadEndpoint uploads;
    private final AppEndpoint app;
    private final OAuthPage oauth;
    private final Controls controls;
    private final Set<String> hosts = new CopyOnWriteArraySet<>(Set.of("127.0.0.1", "localhost", "::1"));

    Routes(
            SlackSandbox sandbox,
            MockWebServer server,
            ApiEndpoint api,
            UploadEndpoint uploads,
            AppEndpoint app,
            OAuthPage oauth) {
        this.app = app;
        this.oauth = oauth;
        this.sandbox = sandbox;
        this.server = server;
        this.api = api;
        this.uploads = uploads;
        this.controls = new Controls(sandbox);
    }

    /** Answers what is meant for that host, too. */
    void answerFor(String host) {
        hosts.add(host);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        // The server keeps every request for tests to take; nobody does, and a sandbox may run for days.
        server.takeRequest(0, TimeUnit.MILLISECONDS);
        String path = request.getUrl().encodedPath();
        if (!hosts.contains(request.getUrl().host())) {
            return Answers.of(403, "text/plain", "This server is for its own machine only.");
        }
        if (path.startsWith("/api/")) {
            return api.answer(path.substring("/api/".length()), request);
        }
        if (path.startsWith(SandboxWorkspace.UPLOADS)) {
            return uploads.answer(path.substring(SandboxWorkspace.UPLOADS.length()), request);
        }
        if (path.startsWith(SandboxWorkspace.PICTURES)) {
            return MemberPicture.answer(path.substring(SandboxWorkspace.PICTURES.length()));
        }
        if (path.startsWith(ResponseUrls.PATH)) {
            return app.answer(path.substring(ResponseUrls.PATH.length()), request);
        }
        if (path.equals(OAuthPage.PATH)) {
            return oauth.answer(request);
        }
        if (path.equals("/link/")) {
            return app.upgrade(request);
        }
        if (PAGES.containsKey(path)) {
            return PageFiles.find(PAGES.get(path)).orElseThrow();
        }
        return path.startsWith("/sandbox/") ? own(path.substring("/sandbox/".length()), request) : notFound();
    }

    private MockResponse own(String name, RecordedRequest request) {
        if (name.equals("state")) {
            return state(request.getUrl().queryParameter("known"));
        }
        return controls.has(name)
                ? controls.perform(name, request)
                : PageFiles.find(name).orElseGet(Routes::notFound);
    }

    private MockResponse state(String known) {
        long version = sandbox.version();
        return String.valueOf(version).equals(known)
                ? new MockResponse.Builder().code(204).build()
                : Answers.json(200, StateJson.of(sandbox, version));
    }

    private static MockResponse notFound() {
        return Answers.of(404, "text/plain", "not found");
    }
}
