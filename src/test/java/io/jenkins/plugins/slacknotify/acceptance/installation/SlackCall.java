package io.jenkins.plugins.slacknotify.acceptance.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A call of the sandbox, to see whether a token works. */
record SlackCall(String apiUrl) {
    /** Returns the answer of {@code auth.test}. */
    String authTest(String token) {
        var request = HttpRequest.newBuilder(URI.create(apiUrl + "auth.test"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
