package io.jenkins.plugins.slacknotify.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.slack.FakeServer;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberPicturesTest {
    private static final int LARGEST = 100_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @AutoClose
    private final MockWebServer slack = new MockWebServer();

    private final MemberPictures pictures =
            new MemberPictures(() -> HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS), TIMEOUT);

    @BeforeEach
    void start() throws IOException {
        slack.start();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "image/jpeg, image/jpeg",
        "IMAGE/GIF; charset=binary, image/gif",
        "image/webp, image/webp"
    })
    void shouldGiveAPictureAsData(String sent, String type) {
        answer(200, sent, new byte[] {1, 2, 3});

        assertThat(pictures.find(address(), apiUrl())).hasValue("data:" + type + ";base64,AQID");
    }

    @ParameterizedTest
    @CsvSource({
        "404, image/png",
        "200, image/svg+xml",
        "200, text/html",
        "200, ''",
        "302, image/png",
        "304, image/png",
        "500, image/png"
    })
    void shouldLeaveOutWhatIsNoPicture(int status, String type) {
        answer(status, type, new byte[] {1});

        assertThat(pictures.find(address(), apiUrl())).isEmpty();
        assertThat(slack.getRequestCount()).isEqualTo(1);
    }

    /** Whatever the client of Jenkins does by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/elsewhere.png",
                "/elsewhere.png",
                "https://example.org/ada.png",
                "https://slack-edge.com.example.org/ada.png",
                "http://a.slack-edge.com/ada.png",
                "https://a.slack-edge.com:8443/ada.png",
                "https://ada@a.slack-edge.com/ada.png",
                "no address"
            })
    void shouldFollowNoRedirectToAnotherHost(String location) throws IOException {
        try (var proxy = new MockWebServer()) {
            proxy.start();
            redirect(slack, location);
            answer(200, "image/png", new byte[] {1});

            assertThat(withProxy(proxy).find(address(), apiUrl())).isEmpty();
            assertThat(slack.getRequestCount()).isEqualTo(1);
            assertThat(proxy.getRequestCount()).isZero();
        }
    }

    /** Gravatar sends there for whoever has no picture. */
    @Test
    void shouldFollowARedirectToSlacksOwnHosts() throws Exception {
        try (var proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(502).build());
            redirect(slack, "https://a.slack-edge.com/df10d/img/avatars/ava_0001-72.png");

            assertThat(withProxy(proxy).find(address(), apiUrl())).isEmpty();
            assertThat(proxy.takeRequest(5, TimeUnit.SECONDS))
                    .extracting(RecordedRequest::getRequestLine)
                    .asString()
                    .startsWith("CONNECT a.slack-edge.com:443 ");
        }
    }

    @Test
    void shouldLeaveOutWhatIsTooLarge() {
        answer(200, "image/png", new byte[LARGEST]);
        assertThat(pictures.find(address(), apiUrl())).isPresent();

        answer(200, "image/png", new byte[LARGEST + 1]);
        assertThat(pictures.find(address(), apiUrl())).isEmpty();
    }

    /** Somebody waits for the page that shows it. */
    @Test
    @Timeout(10)
    void shouldNotWaitForThePartOfAPictureThatDoesNotCome() throws IOException {
        try (var stalling = FakeServer.playing(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9\r\n\r\nabc"
                    .getBytes(StandardCharsets.US_ASCII));
            connection.readRequest();
        })) {
            var impatient = new MemberPictures(HttpClient::newBuilder, Duration.ofMillis(300));
            assertThat(impatient.find(stalling.apiUrl() + "ada.png", URI.create(stalling.apiUrl())))
                    .isEmpty();
        }
    }

    /** A member of Slack chooses the picture, so it must not lead Jenkins to a host of their choice. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "no address",
                "ada.png",
                "/pictures/ada.png",
                "mailto:ada@example.org",
                "file:///etc/passwd",
                "https://example.org/ada.png",
                "https://slack-edge.com.example.org/ada.png",
                "https://evilslack-edge.com/ada.png",
                "http://avatars.slack-edge.com/ada.png",
                "https://avatars.slack-edge.com:8443/ada.png",
                "https://ada@avatars.slack-edge.com/ada.png",
                "http://127.0.0.1:1/ada.png",
                "https://secure.gravatar.com.example.org/ada"
            })
    void shouldAskNoOtherHost(String address) {
        var asked = new MemberPictures(
                () -> {
                    throw new AssertionError("asked " + address);
                },
                TIMEOUT);

        assertThat(asked.find(address, apiUrl())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://avatars.slack-edge.com/2026-11-28/1_72.png",
                "https://a.slack-edge.com/ada.png",
                "https://secure.gravatar.com/avatar/1.jpg?s=72&d=https%3A%2F%2Fa.slack-edge.com%2Fx.png"
            })
    void shouldAskSlacksOwnHosts(String address) {
        var asked = new AtomicBoolean();
        var noticed = new MemberPictures(
                () -> {
                    asked.set(true);
                    throw new IllegalArgumentException("no network in a test");
                },
                TIMEOUT);

        assertThat(noticed.find(address, apiUrl())).isEmpty();
        assertThat(asked).isTrue();
    }

    /** Pictures that come from this machine, or else through a proxy that notices what is asked. */
    private static MemberPictures withProxy(MockWebServer proxy) {
        var elsewhere = new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                boolean isHere = "http".equals(address.getScheme()) && !"a.slack-edge.com".equals(address.getHost());
                return List.of(isHere ? Proxy.NO_PROXY : proxy.getProxyAddress());
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {}
        };
        return new MemberPictures(
                () -> HttpClient.newBuilder().proxy(elsewhere).followRedirects(HttpClient.Redirect.ALWAYS), TIMEOUT);
    }

    private static void redirect(MockWebServer server, String location) {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build());
    }

    private void answer(int status, String type, byte[] body) {
        slack.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .setHeader("Location", "http://127.0.0.1:1/elsewhere.png")
                .body(new Buffer().write(body))
                .build());
    }

    private String address() {
        return slack.url("/pictures/ada").toString();
    }

    private URI apiUrl() {
        return slack.url("/api/").uri();
    }
}
