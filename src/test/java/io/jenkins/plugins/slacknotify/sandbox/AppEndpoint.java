package io.jenkins.plugins.slacknotify.sandbox;

import io.jenkins.plugins.slacknotify.sandbox.app.AppRefusal;
import io.jenkins.plugins.slacknotify.sandbox.app.Apps;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls.Received;
import io.jenkins.plugins.slacknotify.sandbox.appmethod.Answering;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Takes what apps bring without a method: answers to {@code response_url}s, and WebSockets. */
final class AppEndpoint {
    private final Apps apps;
    private final Answering answering;

    AppEndpoint(Apps apps, Answering answering) {
        this.apps = apps;
        this.answering = answering;
    }

    /** INFERRED from users' reports: an address that is used up or too old is answered 404, a bad answer 400, a good one {@code ok}. */
    MockResponse answer(String path, RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        String error;
        int status;
        try {
            error = answering.apply(body, apps.responseUrls().take(path));
            status = error.isEmpty() ? 200 : 400;
        } catch (AppRefusal refusal) {
            error = refusal.error();
            status = 404;
        }
        apps.responseUrls().record(path, new Received(body, error));
        return Answers.of(status, "text/plain", error.isEmpty() ? "ok" : error);
    }

    MockResponse upgrade(RecordedRequest request) {
        String ticket = String.valueOf(request.getUrl().queryParameter("ticket"));
        return apps.connection(ticket)
                .map(connection ->
                        new MockResponse.Builder().webSocketUpgrade(connection).build())
                .orElseGet(() -> Answers.of(408, "text/plain", ""));
    }
}
