package io.jenkins.plugins.slacknotify.sandbox.delivery;

import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange.Attempt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delivers requests to apps by signed HTTP. */
final class HttpDelivery {
    private static final Duration STALE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(RequestCourier.TIMEOUT)
            .build();
    private final InstantSource clock;

    HttpDelivery(InstantSource clock) {
        this.clock = clock;
    }

    List<Attempt> deliver(Exchange exchange, String url, Optional<DeliveryFault> fault, int retryNumber) {
        var request = request(exchange, url, fault, retryNumber);
        var attempts = new ArrayList<Attempt>();
        attempts.add(attempt(request, retryNumber));
        if (fault.filter(DeliveryFault.DUPLICATE::equals).isPresent()) {
            attempts.add(attempt(request, retryNumber));
        }
        return attempts;
    }

    private HttpRequest request(Exchange exchange, String url, Optional<DeliveryFault> fault, int retryNumber) {
        byte[] body = exchange.request().body().getBytes(StandardCharsets.UTF_8);
        var builder = HttpRequest.newBuilder(URI.create(url))
                .timeout(RequestCourier.TIMEOUT)
                .header("Content-Type", exchange.request().contentType())
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .POST(BodyPublishers.ofByteArray(body));
        if (retryNumber > 0) {
            builder.header("X-Slack-Retry-Num", String.valueOf(retryNumber))
                    .header("X-Slack-Retry-Reason", "http_timeout");
        }
        var played = fault.orElse(null);
        if (played != DeliveryFault.NO_SIGNATURE) {
            Instant at =
                    played == DeliveryFault.STALE_SIGNATURE ? clock.instant().minus(STALE) : clock.instant();
            var signer = new SlackSigner(
                    played == DeliveryFault.WRONG_SIGNATURE
                            ? "guessed"
                            : exchange.app().signingSecret());
            builder.header("X-Slack-Request-Timestamp", String.valueOf(at.getEpochSecond()))
                    .header("X-Slack-Signature", signer.sign(at, body));
        }
        return builder.build();
    }

    private Attempt attempt(HttpRequest request, int retryNumber) {
        long start = System.nanoTime();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            int status = response.statusCode();
            String problem = status / 100 == 2 ? "" : "http_error";
            return new Attempt("http", status, response.body(), millisSince(start), retryNumber, problem);
        } catch (HttpTimeoutException e) {
            return new Attempt("http", 0, "", millisSince(start), retryNumber, "http_timeout");
        } catch (ConnectException e) {
            return new Attempt("http", 0, "", millisSince(start), retryNumber, "connection_failed");
        } catch (IOException e) {
            return new Attempt("http", 0, "", millisSince(start), retryNumber, "connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt("http", 0, "", millisSince(start), retryNumber, "unknown_error");
        }
    }

    static double millisSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
    }
}
