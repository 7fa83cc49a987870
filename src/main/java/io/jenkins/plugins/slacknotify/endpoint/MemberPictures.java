package io.jenkins.plugins.slacknotify.endpoint;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Fetches the pictures of members from Slack, for the pages of Jenkins. Jenkins fetches them, by its proxy, because the content security
 * policy of its pages shows none of another host, and so that Slack does not learn who looks at the page.
 *
 * <p>A member chooses the picture, so only hosts of Slack's are asked, also where one of them redirects, which is followed once; and only
 * a small picture is taken. A picture that is not to be had is left out. Each host has two seconds for its answer.
 */
final class MemberPictures {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int LARGEST = 100_000;
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /**
     * Slack serves pictures from there, and those of people who have chosen none from Gravatar: OBSERVED in {@code users.info}. The addresses
     * there name a picture of Slack for whoever has none with Gravatar either, to which it presumably redirects; that was not observed.
     */
    private static final Pattern HOSTS = Pattern.compile("([a-z0-9-]+\\.)*slack-edge\\.com|secure\\.gravatar\\.com");

    private final Supplier<HttpClient.Builder> clients;
    private final Duration timeout;

    MemberPictures() {
        this(ProxyConfiguration::newHttpClientBuilder, TIMEOUT);
    }

    MemberPictures(Supplier<HttpClient.Builder> clients, Duration timeout) {
        this.clients = clients;
        this.timeout = timeout;
    }

    /**
     * Fetches the picture at an address.
     *
     * @param address as Slack gives it; null for none
     * @param apiUrl where Slack is; a picture may come from there, too
     * @return the picture as a {@code data:} address
     */
    Optional<String> find(@CheckForNull String address, URI apiUrl) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI picture = new URI(address);
            return mayAsk(picture, apiUrl) ? fetch(client(), picture, 1) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mayAsk(URI picture, URI apiUrl) {
        return isOfSlack(picture)
                || picture.getHost() != null
                        && picture.getRawUserInfo() == null
                        && picture.getAuthority().equals(apiUrl.getAuthority())
                        && picture.getScheme().equals(apiUrl.getScheme());
    }

    private static boolean isOfSlack(URI picture) {
        return "https".equalsIgnoreCase(picture.getScheme())
                && picture.getHost() != null
                && picture.getRawUserInfo() == null
                && picture.getPort() == -1
                && HOSTS.matcher(picture.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private HttpClient client() {
        return clients.get().followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** @param redirects how many redirects to hosts of Slack's may be followed */
    private Optional<String> fetch(HttpClient client, URI picture, int redirects)
            throws ExecutionException, InterruptedException, TimeoutException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HttpResponse<Void> response = ask(client, picture, bytes);
        Optional<URI> elsewhere = response.statusCode() / 100 == 3 && redirects > 0
                ? response.headers().firstValue("Location").map(picture::resolve)
                : Optional.empty();
        if (elsewhere.filter(MemberPictures::isOfSlack).isPresent()) {
            return fetch(client, elsewhere.get(), redirects - 1);
        }
        String type = response.headers()
                .firstValue("Content-Type")
                .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse("");
        return response.statusCode() != 200 || !TYPES.contains(type) || bytes.size() > LARGEST
                ? Optional.empty()
                : Optional.of("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    /** @param bytes gets the picture, and not much more than the largest that is taken */
    private HttpResponse<Void> ask(HttpClient client, URI picture, ByteArrayOutputStream bytes)
            throws ExecutionException, InterruptedException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(picture).GET().build();
        CompletableFuture<HttpResponse<Void>> asked = client.sendAsync(
                request,
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        part -> part.filter(more -> bytes.size() <= LARGEST).ifPresent(bytes::writeBytes)));
        try {
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            asked.cancel(true);
        }
    }
}
