package io.jenkins.plugins.slacknotify.admin;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A test of the way by which Slack's signed requests come: it sends one to this Jenkins' own address, as Slack does when it checks an
 * address, and looks at what comes back. So it sees what proxies before Jenkins do to a request. It cannot see whether the Internet
 * gets there.
 */
record EndpointCheck(HttpClient client) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SHOWN = 300;

    /** Tests the address with the first signing secret, on the caller's thread, where a person is waiting. */
    static StatusRow run(@CheckForNull String url) {
        if (url == null) {
            return bad(Messages.EndpointCheck_noAddress());
        }
        return SlackNotifyConfiguration.get().resolveInbound().settings().apps().stream()
                .map(InboundApp::secret)
                .filter(Objects::nonNull)
                .findFirst()
                .map(secret -> new EndpointCheck(newClient()).check(url, secret, Instant.now()))
                .orElseGet(() -> bad(Messages.EndpointCheck_noSecret()));
    }

    /** Returns a client that follows no redirect, because Slack follows none either. */
    private static HttpClient newClient() {
        return ProxyConfiguration.newHttpClientBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    StatusRow check(String url, SigningSecret secret, Instant now) {
        String challenge = UUID.randomUUID().toString().replace("-", "");
        byte[] body = ("{\"type\":\"url_verification\",\"challenge\":\"" + challenge + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String timestamp = String.valueOf(now.getEpochSecond());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .header("X-Slack-Request-Timestamp", timestamp)
                    .header("X-Slack-Signature", secret.signatureOf(timestamp, body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return judge(url, challenge, client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | IllegalArgumentException e) {
            return bad(Messages.EndpointCheck_failed(url, e.getMessage() == null ? e.toString() : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return bad(Messages.EndpointCheck_failed(url, e.toString()));
        }
    }

    private static StatusRow judge(String url, String challenge, HttpResponse<String> response) {
        String body = response.body().strip();
        if (response.statusCode() == 200 && body.equals(challenge)) {
            return StatusRow.of(Messages.EndpointCheck_label(), Messages.EndpointCheck_good(url));
        }
        String shown = Excerpt.truncateWithEllipsis(body, SHOWN);
        String status = String.valueOf(response.statusCode());
        boolean isOurs = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/plain"))
                .isPresent();
        return bad(
                isOurs
                        ? Messages.EndpointCheck_refused(url, status, shown)
                        : Messages.EndpointCheck_status(url, status, shown));
    }

    private static StatusRow bad(String text) {
        return StatusRow.bad(Messages.EndpointCheck_label(), text);
    }
}
