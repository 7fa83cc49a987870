package io.jenkins.plugins.slacknotify.inbound.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.InboundBench;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatus;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final HttpReply OK = HttpReply.text(200, "");

    @AutoClose
    private final LoggedRecords log = LoggedRecords.of(RefusalRecorder.class);

    private final InboundBench bench = new InboundBench();
    private final HttpTransport http = new HttpTransport(bench.gate, bench.clock);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> headers(String contentType, Instant time, byte[] body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", contentType);
        headers.put("X-Slack-Request-Timestamp", String.valueOf(time.getEpochSecond()));
        headers.put("X-Slack-Signature", InboundBench.SLACK.sign(time, body));
        return headers;
    }

    private HttpReply send(Map<String, String> headers, byte[] body) throws IOException {
        return http.handle(new HttpRequest("POST", headers::get, body.length, new ByteArrayInputStream(body)));
    }

    private HttpReply signed(String contentType, String body) throws IOException {
        return send(headers(contentType, bench.clock.instant(), bytes(body)), bytes(body));
    }

    private HttpReply signedAt(Instant time, String contentType, String body) throws IOException {
        return send(headers(contentType, time, bytes(body)), bytes(body));
    }

    private HttpReply unsigned(String contentType, String body) throws IOException {
        return send(Map.of("Content-Type", contentType), bytes(body));
    }

    private InboundStatus.Refused refusal() {
        return bench.status().lastRefusal();
    }

    private void assertRefused(HttpReply reply, int status, RefusalReason reason) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isNotBlank();
        assertThat(refusal().reason()).isEqualTo(reason);
        bench.threads.run();
        assertThat(bench.jenkins.acted()).isEmpty();
    }

    @Test
    void shouldTakeASignedCommand() throws IOException {
        assertThat(signed(FORM, Payloads.form(Payloads.command("1", "build shop"))))
                .isEqualTo(OK);
        bench.threads.run();

        assertThat(bench.jenkins.acted()).hasSize(1);
        assertThat(bench.status().lastRefusal()).isNull();
    }

    @Test
    void shouldTakeSignedEventsAndInteractions() throws IOException {
        assertThat(signed(JSON, Payloads.mention("Ev1", "again"))).isEqualTo(OK);
        assertThat(signed(FORM, Payloads.interactionForm(Payloads.press("1", "slack-notify.x"))))
                .isEqualTo(OK);
        assertThat(signed(FORM, Payloads.interactionForm(Payloads.submission("2"))))
                .isEqualTo(OK);
        bench.threads.run();

        assertThat(bench.jenkins.acted()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%20b", "a%2Bb", "grün", "gr%C3%BCn", "🚀", "%F0%9F%9A%80"})
    void shouldVerifyTheRawBytesHoweverTheyAreEncoded(String text) throws IOException {
        String body = "command=%2Fjenkins&user_id=U0ANNA&trigger_id=1&team_id=T0ACME&text=" + text;

        assertThat(signed(FORM, body)).isEqualTo(OK);
        bench.threads.run();

        assertThat(((SlashCommand) bench.jenkins.acted().get(0)).text()).isIn("a b", "a+b", "grün", "🚀");
    }

    @Test
    void shouldAnswerACommandAtOnceInJson() throws IOException {
        bench.with(Set.of());

        HttpReply reply = signed(FORM, Payloads.form(Payloads.command("1", "help")));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(reply.body()).contains("\"response_type\":\"ephemeral\"", "switched off");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, -301, 4_000, -4_000})
    void shouldRefuseWhatWasSignedAtAnotherTimeAndNameTheClock(int secondsAgo) throws IOException {
        HttpReply reply =
                signedAt(bench.clock.instant().minusSeconds(secondsAgo), JSON, Payloads.mention("Ev1", "again"));

        assertRefused(reply, 401, RefusalReason.CLOCK);
        assertThat(refusal().detail())
                .contains(String.valueOf(Math.abs(secondsAgo)))
                .contains(secondsAgo < 0 ? "is slow" : "is fast");
    }

    @Test
    void shouldTellWhoeverHasTypedACommandThatTheClockIsOff() throws IOException {
        HttpReply reply = signedAt(
                bench.clock.instant().minusSeconds(400), FORM, Payloads.form(Payloads.command("1", "build shop")));

        assertRefused(reply, 200, RefusalReason.CLOCK);
        assertThat(reply.body()).contains("400 seconds off");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, -300})
    void shouldTakeWhatIsFiveMinutesOff(int secondsAgo) throws IOException {
        assertThat(signedAt(bench.clock.instant().minusSeconds(secondsAgo), JSON, Payloads.mention("Ev1", "again")))
                .isEqualTo(OK);
    }

    @Test
    void shouldRefuseTheSignatureOfAnotherSecret() throws IOException {
        byte[] body = bytes(Payloads.mention("Ev1", "again"));
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
        headers.put("X-Slack-Signature", new SlackSigner("other").sign(bench.clock.instant(), body));

        assertRefused(send(headers, body), 401, RefusalReason.SIGNATURE);
        assertThat(refusal().detail()).contains("Basic Information");
    }

    @Test
    void shouldRefuseWhatIsNotSignedWithoutReadingIt() throws IOException {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        HttpReply reply = http.handle(new HttpRequest("POST", name -> null, 500_000, untouched));

        assertRefused(reply, 401, RefusalReason.UNSIGNED);
    }

    @Test
    void shouldDoARequestOnceThatIsRepeatedToTheByte() throws IOException {
        byte[] body = bytes(Payloads.form(Payloads.command("1", "build shop")));
        Map<String, String> headers = headers(FORM, bench.clock.instant(), body);
        send(headers, body);
        bench.threads.advance(Duration.ofSeconds(299));

        assertThat(send(headers, body)).isEqualTo(OK);
        bench.threads.run();

        assertThat(bench.jenkins.effects()).hasSize(1);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.REPLAY);
    }

    @Test
    void shouldKnowASignatureForAsLongAsItIsValid() throws IOException {
        byte[] body = bytes(Payloads.form(Payloads.command("1", "build shop")));
        Map<String, String> headers = headers(FORM, bench.clock.instant().plusSeconds(300), body);
        send(headers, body);
        bench.threads.advance(Duration.ofSeconds(600));

        assertThat(send(headers, body)).isEqualTo(OK);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.REPLAY);
    }

    @Test
    void shouldNotTakeACopyForDoneWhileTheFirstMayStillFail() throws IOException {
        byte[] body = bytes(Payloads.mention("Ev1", "again"));
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
        List<HttpReply> copies = new ArrayList<>();
        bench.decision = request -> {
            copies.add(sendUnchecked(headers, body));
            return Decision.byKind(request);
        };
        bench.disk.full();

        assertThat(send(headers, body).status()).isEqualTo(503);
        assertThat(copies).extracting(HttpReply::status).containsExactly(503);
        assertThat(refusal().reason()).isEqualTo(RefusalReason.NOT_KEPT);
    }

    @Test
    void shouldTakeACopyWhereTheFirstBrokeOff() throws IOException {
        byte[] body = bytes(Payloads.mention("Ev1", "again"));
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
        bench.decision = request -> {
            throw new OutOfMemoryError("of this test");
        };
        assertThatThrownBy(() -> send(headers, body)).isInstanceOf(OutOfMemoryError.class);
        bench.decision = Decision::byKind;

        assertThat(send(headers, body)).isEqualTo(OK);
        bench.threads.run();
        assertThat(bench.jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldSayOfEachCopyThatItCannotBeRead() throws IOException {
        byte[] body = bytes("{");
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);

        assertRefused(send(headers, body), 400, RefusalReason.UNREADABLE);
        assertRefused(send(headers, body), 400, RefusalReason.UNREADABLE);
    }

    private HttpReply sendUnchecked(Map<String, String> headers, byte[] body) {
        try {
            return send(headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldDoAnEventOnceThatSlackSendsAgain() throws IOException {
        String event = Payloads.mention("Ev1", "again");
        signed(JSON, event);
        for (int retry = 1; retry <= 3; retry++) {
            bench.threads.advance(Duration.ofMinutes(retry == 3 ? 5 : 1));
            byte[] body = bytes(event);
            Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
            headers.put("X-Slack-Retry-Num", String.valueOf(retry));
            headers.put("X-Slack-Retry-Reason", "http_timeout");
            assertThat(send(headers, body)).isEqualTo(OK);
        }

        assertThat(bench.jenkins.effects()).hasSize(1);
        assertThat(bench.status().duplicates()).isEqualTo(3);
    }

    @Test
    void shouldTakeARetryWhoseFirstDeliveryNeverCame() throws IOException {
        byte[] body = bytes(Payloads.mention("Ev1", "again"));
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
        headers.put("X-Slack-Retry-Num", "2");
        send(headers, body);
        bench.threads.run();

        assertThat(bench.jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldAskSlackToComeAgainWhileTheDiskTakesNothing() throws IOException {
        byte[] body = bytes(Payloads.mention("Ev1", "again"));
        Map<String, String> headers = headers(JSON, bench.clock.instant(), body);
        bench.disk.full();
        assertThat(send(headers, body).status()).isEqualTo(503);

        bench.disk.mend();
        // Even to the byte: nothing was done of it.
        assertThat(send(headers, body)).isEqualTo(OK);
        bench.threads.run();

        assertThat(bench.jenkins.effects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS", "post"})
    void shouldTakeNothingButPost(String method) throws IOException {
        HttpReply reply = http.handle(new HttpRequest(method, name -> null, -1, InputStream.nullInputStream()));

        assertRefused(reply, 405, RefusalReason.METHOD);
        assertThat(reply.headers()).isEqualTo(Map.of("Allow", "POST"));
    }

    @Test
    void shouldTakeNothingWhileItIsOff() throws IOException {
        bench.settings = InboundSettings.OFF;

        assertRefused(signed(JSON, Payloads.mention("Ev1", "again")), 404, RefusalReason.OFF);
    }

    @Test
    void shouldRefuseWhatIsLargerThanAnythingOfSlacksByItsHeaderAlone() throws IOException {
        byte[] body = new byte[2_000_000];
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        HttpReply reply = http.handle(
                new HttpRequest("POST", headers(FORM, bench.clock.instant(), body)::get, body.length, untouched));

        assertRefused(reply, 413, RefusalReason.TOO_LARGE);
    }

    @Test
    void shouldReadNoMoreThanItTakesWhereTheHeaderSaysNothing() throws IOException {
        byte[] body = new byte[2_000_000];
        ByteArrayInputStream stream = new ByteArrayInputStream(body);

        HttpReply reply =
                http.handle(new HttpRequest("POST", headers(FORM, bench.clock.instant(), body)::get, -1, stream));

        assertRefused(reply, 413, RefusalReason.TOO_LARGE);
        assertThat(stream.available()).isEqualTo(body.length - HttpTransport.MAX_BODY - 1);
    }

    @Test
    void shouldNameThatSomethingHasReadTheBodyBefore() throws IOException {
        byte[] body = bytes(Payloads.form(Payloads.command("1", "help")));

        HttpReply reply = http.handle(new HttpRequest(
                "POST", headers(FORM, bench.clock.instant(), body)::get, body.length, InputStream.nullInputStream()));

        assertRefused(reply, 400, RefusalReason.EMPTY);
        assertThat(refusal().detail()).contains(body.length + " bytes", "a filter or a plugin");
    }

    @Test
    void shouldRefuseAnEmptyBody() throws IOException {
        assertRefused(signed(FORM, ""), 400, RefusalReason.EMPTY);
        assertThat(refusal().detail()).isEqualTo("It has no body.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "<html>"})
    void shouldRefuseWhatItCannotRead(String body) throws IOException {
        assertRefused(signed(JSON, body), 400, RefusalReason.UNREADABLE);
    }

    @Test
    void shouldRefuseJsonThatIsNestedAThousandDeep() throws IOException {
        assertRefused(signed(JSON, "{\"a\":".repeat(1_000)), 400, RefusalReason.UNREADABLE);
    }

    @Test
    void shouldSendTheChallengeBack() throws IOException {
        assertThat(signed(JSON, "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aB\"}"))
                .isEqualTo(HttpReply.text(200, "3eZbrw1aB"));
    }

    @Test
    void shouldSendBackAPlainChallengeWhileNoSecretIsSetAndDoNothingElse() throws IOException {
        bench.withApps(new InboundApp("acme", null, null));

        HttpReply echo =
                unsigned(JSON, "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aB\", \"token\": \"x\"}");

        assertThat(echo).isEqualTo(HttpReply.text(200, "3eZbrw1aB"));
        assertThat(echo.contentType()).startsWith("text/plain");
        assertRefused(unsigned(JSON, Payloads.mention("Ev1", "again")), 403, RefusalReason.NO_SECRET);
        assertRefused(signed(JSON, Payloads.mention("Ev1", "again")), 403, RefusalReason.NO_SECRET);
        assertRefused(
                unsigned(JSON, "{\"type\": \"url_verification\", \"challenge\": \"<script>\"}"),
                403,
                RefusalReason.NO_SECRET);
    }

    @Test
    void shouldTakeNothingWhereThereIsNoApp() throws IOException {
        bench.settings = new InboundSettings(true, List.of(), Set.of(Ability.values()), 10);

        assertRefused(signed(JSON, Payloads.mention("Ev1", "again")), 403, RefusalReason.NO_SECRET);
    }

    @Test
    void shouldSendNoChallengeBackThatIsNotSignedOnceASecretIsSet() throws IOException {
        assertRefused(
                unsigned(JSON, "{\"type\": \"url_verification\", \"challenge\": \"3eZbrw1aB\"}"),
                401,
                RefusalReason.UNSIGNED);
    }

    @Test
    void shouldAnswerTheCheckOfItsCertificate() throws IOException {
        assertThat(unsigned(FORM, "ssl_check=1&token=abc")).isEqualTo(OK);
        assertThat(signed(FORM, "ssl_check=1&token=abc")).isEqualTo(OK);
        assertRefused(unsigned(FORM, "ssl_check=1&token=" + "x".repeat(10_000)), 401, RefusalReason.UNSIGNED);
    }

    @Test
    void shouldKnowWhichOfSeveralAppsIsMeant() throws IOException {
        InboundApp globex = new InboundApp("globex", "A0GLOBEX", SigningSecret.of("other"));
        bench.withApps(globex, bench.app);

        assertThat(signed(FORM, Payloads.form(Payloads.command("1", "help")))).isEqualTo(OK);
        bench.threads.run();
        assertThat(bench.jenkins.acted()).hasSize(1);
    }

    @Test
    void shouldRefuseARequestOfOneAppThatAnotherHasSigned() throws IOException {
        bench.withApps(new InboundApp("globex", "A0GLOBEX", SigningSecret.of(InboundBench.SLACK.secret())));

        HttpReply reply = signed(FORM, Payloads.form(Payloads.command("1", "help")));

        assertRefused(reply, 200, RefusalReason.FOREIGN_APP);
    }

    @Test
    void shouldLogAFloodInOneLineAMinute() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            unsigned(JSON, "{}");
        }
        bench.threads.advance(Duration.ofMinutes(1));
        unsigned(JSON, "{}");

        assertThat(log.messages()).hasSize(2);
        assertThat(log.messages().get(1)).contains("999 more");
        assertThat(bench.status().refusals()).containsEntry(RefusalReason.UNSIGNED, 1_001L);
    }

    @Test
    void shouldTellNoSecretInAnyReplyOrLog() throws IOException {
        Payloads.command("trigger-secret", "x");
        List<HttpReply> replies = List.of(
                signed(FORM, Payloads.form(Payloads.command("trigger-secret", "help"))),
                signed(JSON, "{\"token\": \"verification-token\""),
                signedAt(bench.clock.instant().minusSeconds(900), JSON, Payloads.mention("Ev1", "again")),
                unsigned(JSON, Payloads.mention("Ev1", "again")));

        assertThat(replies.toString() + log.messages() + bench.status())
                .doesNotContain(InboundBench.SLACK.secret(), "verification-token", "trigger-secret", "hooks.slack.com");
    }
}
