package io.jenkins.plugins.slacknotify.slack.http;

import static io.jenkins.plugins.slacknotify.slack.FakeServer.response;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.POSTED_MESSAGE;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.SECRET;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.connectionTo;
import static io.jenkins.plugins.slacknotify.slack.Fixtures.whyUnreachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChooserTest {

    private static final byte[] ASKS_FOR_PASSWORD =
            response("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"proxy\"");

    @Test
    void shouldGoThroughTheProxy() throws IOException {
        try (FakeServer proxy = FakeServer.answering(POSTED);
                SlackApiGateway gateway = through(ProxyChooser.of(sendingAllTo(proxy)))) {
            assertThat(gateway.post(connectionTo("http://127.0.0.9:9/api/"), MESSAGE))
                    .isEqualTo(POSTED_MESSAGE);

            assertThat(proxy.requests().get(0).firstLine())
                    .isEqualTo("POST http://127.0.0.9:9/api/chat.postMessage HTTP/1.1");
        }
    }

    @Test
    void shouldGoRoundTheProxyToTheHostsExceptedFromIt() throws IOException {
        try (FakeServer proxy = FakeServer.answering("{}");
                FakeServer slack = FakeServer.answering(POSTED);
                SlackApiGateway gateway = through(ProxyChooser.of(sendingAllButLoopbackTo(proxy)))) {
            assertThat(gateway.post(connectionTo(slack), MESSAGE)).isEqualTo(POSTED_MESSAGE);

            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void shouldGiveTheProxyItsPassword() throws IOException {
        try (FakeServer proxy = FakeServer.answering(ASKS_FOR_PASSWORD, response("200 OK", POSTED));
                SlackApiGateway gateway = through(withPassword(sendingAllTo(proxy)))) {
            assertThat(gateway.post(connectionTo("http://127.0.0.9:9/api/"), MESSAGE))
                    .isEqualTo(POSTED_MESSAGE);

            assertThat(proxy.requests().get(1).header("Proxy-Authorization")).contains("Basic dXNlcjpwYXNz");
        }
    }

    @Test
    void shouldKnowThatNothingArrivedIfTheProxyDoesNotTakeThePassword() throws IOException {
        try (FakeServer proxy = FakeServer.answering(ASKS_FOR_PASSWORD);
                SlackApiGateway gateway = through(withPassword(sendingAllTo(proxy)))) {
            assertThat(whyUnreachable(gateway.post(connectionTo("http://127.0.0.9:9/api/"), MESSAGE)))
                    .contains("proxy", "password");
            assertThat(proxy.requests()).hasSize(2);
        }
    }

    @Test
    void shouldKnowThatNothingArrivedIfTheProxyOpensNoTunnel() throws IOException {
        try (FakeServer proxy = FakeServer.answering(response("403 Forbidden", "not to there"));
                SlackApiGateway gateway = through(ProxyChooser.of(sendingAllTo(proxy)))) {
            assertThat(whyUnreachable(gateway.post(connectionTo("https://slack.invalid/api/"), MESSAGE)))
                    .contains("403");
            assertTunnelAskedWithoutToken(proxy);
        }
    }

    @Test
    void shouldKnowThatNothingArrivedIfTheTunnelWantsAPassword() throws IOException {
        try (FakeServer proxy = FakeServer.answering(ASKS_FOR_PASSWORD);
                SlackApiGateway gateway = through(ProxyChooser.of(sendingAllTo(proxy)))) {
            assertThat(gateway.post(connectionTo("https://slack.invalid/api/"), MESSAGE))
                    .isInstanceOf(SlackResult.Unreachable.class);
            assertTunnelAskedWithoutToken(proxy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.9:9/api/", "https://slack.invalid/api/"})
    void shouldNameASignInThatCannotBeGiven(String apiUrl) throws IOException {
        byte[] asks = response(
                "407 Proxy Authentication Required", "", "Proxy-Authenticate: NTLM", "Proxy-Authenticate: Negotiate");
        try (FakeServer proxy = FakeServer.answering(asks);
                SlackApiGateway gateway = through(withPassword(sendingAllTo(proxy)))) {
            assertThat(whyUnreachable(gateway.post(connectionTo(apiUrl), MESSAGE)))
                    .startsWith("The proxy wants a sign-in by NTLM or Negotiate, and Basic is the only one");
        }
    }

    @Test
    void shouldSignInByBasicWhereTheProxyOffersThatBesideOthers() throws IOException {
        byte[] asks = response(
                "407 Proxy Authentication Required",
                "",
                "Proxy-Authenticate: Negotiate",
                "Proxy-Authenticate: Basic realm=\"proxy\"");
        try (FakeServer proxy = FakeServer.answering(asks, response("200 OK", POSTED));
                SlackApiGateway gateway = through(withPassword(sendingAllTo(proxy)))) {
            assertThat(gateway.post(connectionTo("http://127.0.0.9:9/api/"), MESSAGE))
                    .isEqualTo(POSTED_MESSAGE);
        }
    }

    private static void assertTunnelAskedWithoutToken(FakeServer proxy) {
        assertThat(proxy.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.head())
                        .startsWith("CONNECT slack.invalid:443")
                        .doesNotContain(SECRET));
    }

    private static SlackApiGateway through(ProxyChooser proxy) {
        return new SlackApiGateway(HttpSettings.defaults().withProxy(proxy));
    }

    private static ProxyChooser withPassword(ProxySelector selector) {
        return new ProxyChooser(selector, () -> Optional.of(new PasswordAuthentication("user", "pass".toCharArray())));
    }

    private static ProxySelector sendingAllTo(FakeServer proxy) {
        return ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port()));
    }

    private static ProxySelector sendingAllButLoopbackTo(FakeServer proxy) {
        ProxySelector all = sendingAllTo(proxy);
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return uri.getHost().equals("127.0.0.1") ? List.of(Proxy.NO_PROXY) : all.select(uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                throw new AssertionError(e);
            }
        };
    }
}
