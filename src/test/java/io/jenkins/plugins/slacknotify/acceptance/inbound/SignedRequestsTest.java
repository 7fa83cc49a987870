package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what Slack, or anybody, sends to the address for Slack by HTTP. */
@Tag("acceptance")
@ExtendWith(InboundBeds.class)
class SignedRequestsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String LEFT_OVER = "no longer knows what this was for";

    private static final int FLOOD = Integer.getInteger("slack-notify.inbound.flood", 1_000);

    private static InboundBed bed;

    @BeforeAll
    static void start() {
        bed = InboundBed.start(false);
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void shouldTakeWhatSlackSignsThoughNobodyIsSignedIn() {
        var pressed = bed.ada().press(bed.postButton(InboundBed.UNKNOWN_BUTTON), InboundBed.UNKNOWN_BUTTON);

        assertThat(pressed.isAcknowledged()).as(pressed.toString()).isTrue();
        assertThat(pressed.awaitEphemerals(1, InboundBed.TIMEOUT))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains(LEFT_OVER));
    }

    @Test
    void shouldAnswerInPersonWhereTheAddressForAnswersIsUsedUp() {
        bed.sandbox().requests().next(DeliveryFault.RESPONSE_URL_USED_UP);
        var pressed = bed.ada().press(bed.postButton(InboundBed.UNKNOWN_BUTTON), InboundBed.UNKNOWN_BUTTON);

        assertThat(pressed.awaitEphemerals(1, InboundBed.TIMEOUT))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains(LEFT_OVER));
        assertThat(pressed.awaitAnswers(1, InboundBed.TIMEOUT))
                .singleElement()
                .satisfies(answer -> assertThat(answer.error()).isNotEmpty());
    }

    @Test
    void shouldKeepTheCrumbForEverythingElse() {
        var body = "x=1".getBytes(StandardCharsets.UTF_8);
        for (var path : new String[] {
            "slack-notify-events/x", "slack-notify-eventsx", "slack-notify-events/../scriptText", "manage/configSubmit"
        }) {
            var request = bed.signed(bed.process().url().resolve(path), FORM, body, Instant.now());
            assertThat(bed.send(request.build()).statusCode()).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text=a+b%20c%2Bd", "text=Gr%C3%BC%C3%9Fe", "text=%F0%9F%9A%80", "text=%F0%9F%9A%80+%E4%BD%A0"})
    void shouldVerifyTheRawBytes(String text) {
        var body = Payloads.form(command()) + "&" + text;

        assertThat(sendSigned(FORM, body).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseWhatIsNotSigned() {
        var body = Payloads.form(command());

        assertThat(status(bed.signed(bed.endpoint(), FORM, bytes(body), Instant.now())
                        .setHeader("X-Slack-Signature", "v0=" + "0".repeat(64))))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(bed.endpoint())
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(body))))
                .isEqualTo(401);
        assertThat(bed.status("it.requests().lastRefusal().reason()")).isEqualTo("UNSIGNED");
    }

    @ParameterizedTest
    @ValueSource(ints = {-301, 302})
    void shouldRefuseAnotherTime(int seconds) {
        var event = Payloads.with(
                Payloads.mention("Ev" + seconds, "x"),
                "api_app_id",
                quoted(bed.app().id()));

        assertThat(bed.sendSigned(JSON, bytes(event), Instant.now().plusSeconds(seconds))
                        .statusCode())
                .isEqualTo(401);
        assertThat(bed.status("it.requests().lastRefusal().detail()")).contains("clock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void shouldTakeNothingButAPost(String method) {
        var request = HttpRequest.newBuilder(bed.endpoint()).method(method, HttpRequest.BodyPublishers.noBody());

        assertThat(status(request)).isEqualTo(405);
    }

    /** Jetty may close the connection before this client has sent all, so that it reads no answer. */
    @Test
    void shouldRefuseWhatIsTooLarge() {
        try {
            assertThat(sendSigned(JSON, "{\"a\":\"" + "x".repeat(2 << 20) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
        } catch (UncheckedIOException closed) {
            assertThat(closed).hasMessageContaining("received no bytes");
        }
        assertThat(bed.status("it.requests().refusals().keySet()*.name().join(',')"))
                .contains("TOO_LARGE");
    }

    @Test
    void shouldRefuseWhatIsEmptyOrUnreadable() {
        assertThat(sendSigned(JSON, "").statusCode()).isEqualTo(400);
        assertThat(sendSigned(JSON, "[".repeat(1_000) + "]".repeat(1_000)).statusCode())
                .isEqualTo(400);
        assertThat(sendSigned(JSON, Payloads.form(command())).statusCode()).isEqualTo(400);
        assertThat(sendSigned(FORM, "payload=%7B").statusCode()).isEqualTo(400);
    }

    @Test
    void shouldTakeARequestToTheByteOnce() {
        var body = bytes(Payloads.with(
                Payloads.mention("EvReplay", "x"),
                "api_app_id",
                quoted(bed.app().id())));
        var now = Instant.now();
        assertThat(bed.sendSigned(JSON, body, now).statusCode()).isEqualTo(200);
        assertThat(bed.sendSigned(JSON, body, now).statusCode()).isEqualTo(200);

        assertThat(bed.status("it.requests().lastRefusal().reason()")).isEqualTo("REPLAY");
    }

    @Test
    void shouldTakeAnEventOnceHoweverOftenSlackSendsIt() {
        var before = Long.parseLong(bed.status("it.requests().duplicates()"));
        var event = Payloads.with(
                        Payloads.mention("EvRetried", "x"),
                        "api_app_id",
                        quoted(bed.app().id()))
                .replace(Payloads.TEAM, bed.workspace().teamId());
        for (int retry = 0; retry <= 3; retry++) {
            assertThat(bed.send(bed.signed(
                                            bed.endpoint(),
                                            JSON,
                                            bytes(event),
                                            Instant.now().plusSeconds(retry))
                                    .header("X-Slack-Retry-Num", String.valueOf(retry))
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(bed.status("it.requests().duplicates()")).isEqualTo(String.valueOf(before + 3));
    }

    @Test
    void shouldSaySoWhereThePayloadIsOfAnotherApp() {
        var fields = command();
        fields.put("api_app_id", "A0ANOTHER");
        // Without an id in the settings, the signature alone says whose it is.
        assertThat(sendSigned(FORM, Payloads.form(fields)).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNameABodyThatSomebodyHasReadBefore() {
        bed.admin().script("""
                        import jakarta.servlet.*
                        hudson.util.PluginServletFilter.addFilter([
                            init: { c -> }, destroy: { -> },
                            doFilter: { request, response, chain ->
                                if (request.getHeader('X-Read-Before') != null) request.getParameter('payload')
                                chain.doFilter(request, response)
                            }] as Filter)
                        """);
        var body = bytes(Payloads.form(command()));

        var response = bed.send(bed.signed(bed.endpoint(), FORM, body, Instant.now())
                .header("X-Read-Before", "1")
                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("was read by something else before");
    }

    @Test
    void shouldAnswerTheChallengeThatIsSigned() {
        assertThat(sendSigned(JSON, "{\"type\":\"url_verification\",\"challenge\":\"abc123\"}")
                        .body())
                .isEqualTo("abc123");
    }

    /** The figures are in docs/benchmarks.md; here, what must never be. */
    @Test
    void shouldCostLittleToRefuseAFlood() {
        var request = HttpRequest.newBuilder(bed.endpoint())
                .header("Content-Type", JSON)
                .header("X-Slack-Request-Timestamp", "1")
                .header("X-Slack-Signature", "v0=" + "0".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString(Payloads.mention("EvFlood", "x")))
                .build();
        var elsewhere = HttpRequest.newBuilder(bed.process().url().resolve("no-such-page/"))
                .build();
        flood(request, 401, FLOOD / 5);
        flood(elsewhere, 403, FLOOD / 5);
        var heap = bed.usedHeap();

        var unsigned = processorMicros(() -> flood(request, 401, FLOOD));

        var grown = bed.usedHeap() - heap;
        System.out.printf(
                "%d unsigned requests: %.0f µs of processor each (%.0f for a page that does not exist), heap %+d kB%n",
                FLOOD, unsigned, processorMicros(() -> flood(elsewhere, 403, FLOOD)), grown / 1_024);
        assertThat(unsigned).isLessThan(10_000);
        assertThat(grown).isLessThan(20 << 20);
    }

    private static double processorMicros(Runnable flood) {
        var before = bed.processorNanos();
        flood.run();
        return (bed.processorNanos() - before) / 1_000.0 / FLOOD;
    }

    private static void flood(HttpRequest request, int status, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(bed.send(request).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void shouldNotBeThereWhileEverythingIsOff() {
        bed.switchOn(false);
        try {
            await("switched off")
                    .atMost(InboundBed.TIMEOUT)
                    .until(() -> sendSigned(FORM, Payloads.form(command())).statusCode() == 404);
            await("no thread")
                    .atMost(InboundBed.TIMEOUT)
                    .until(() -> bed.threads().isEmpty());
        } finally {
            bed.switchOn(true);
        }
        await("switched on")
                .atMost(InboundBed.TIMEOUT)
                .until(() -> sendSigned(FORM, Payloads.form(command())).statusCode() == 200);
    }

    private static java.net.http.HttpResponse<String> sendSigned(String contentType, String body) {
        return bed.sendSigned(contentType, bytes(body));
    }

    private static int status(HttpRequest.Builder request) {
        return bed.send(request.build()).statusCode();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Map<String, String> command() {
        var fields = Payloads.command(UUID.randomUUID().toString(), "help");
        fields.put("api_app_id", bed.app().id());
        fields.put(
                "response_url",
                URI.create(bed.sandbox().pageUrl()).resolve("hooks/none").toString());
        return fields;
    }
}
