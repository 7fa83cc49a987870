package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackDotComTest {
    @TempDir
    Path folder;

    private final SlackSandbox sandbox = SlackSandbox.start();
    private ThrowAwayCertificate certificate;
    private SlackDotCom slack;

    @BeforeEach
    void start() {
        certificate = ThrowAwayCertificate.create(folder, SlackDotCom.HOST);
        slack = SlackDotCom.start(sandbox, certificate);
    }

    @AfterEach
    void stop() throws IOException {
        slack.close();
        sandbox.close();
    }

    @Test
    void shouldBringTheSandboxWhereSlackIsAskedFor() throws Exception {
        var client = client(trusting());

        assertThat(authTest(client, "https://slack.com/api/auth.test")).contains("\"ok\":true");
        assertThat(authTest(client, "https://slack.com/api/auth.test")).contains("\"ok\":true");

        assertThat(sandbox.callCounts()).containsEntry("auth.test", 2L);
        assertThat(slack.connections()).as("the client kept the one it had").isOne();
        authTest(client(trusting()), "https://slack.com/api/auth.test");
        assertThat(slack.connections()).isEqualTo(2);
    }

    @Test
    void shouldCutTheConnectionWhereTheSandboxDoes() throws Exception {
        sandbox.faults().next("auth.test", Fault.acceptedButAnswerLost());
        var client = client(trusting());

        assertThatIOException().isThrownBy(() -> authTest(client, "https://slack.com/api/auth.test"));
        assertThat(sandbox.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.ok()).isTrue());
    }

    @Test
    void shouldLeadNowhereElse() throws Exception {
        var client = client(trusting());

        assertThatIOException().isThrownBy(() -> authTest(client, "https://example.org/api/auth.test"));
        assertThat(slack.connections()).isZero();
    }

    @Test
    void shouldBeTrustedByNobodyElse() throws Exception {
        var client = client(SSLContext.getDefault());

        assertThatIOException().isThrownBy(() -> authTest(client, "https://slack.com/api/auth.test"));
        assertThat(sandbox.calls()).isEmpty();
    }

    /** By POST, which the JDK's client never sends a second time by itself. */
    private String authTest(HttpClient client, String url) throws IOException, InterruptedException {
        var token = sandbox.workspace("acme").installBot("jenkins");
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", slack.port())))
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private SSLContext trusting() throws GeneralSecurityException, IOException {
        var store =
                KeyStore.getInstance(certificate.trustStore().toFile(), ThrowAwayCertificate.PASSWORD.toCharArray());
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
