package io.jenkins.plugins.slacknotify.inbound.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlResponderTest {
    private static final SendResult SENT = new SendResult.Sent("", null);

    @AutoClose
    private final MockWebServer slack = new MockWebServer();

    private final ManualClock clock = new ManualClock();
    private final FakeResponder inPerson = new FakeResponder();
    private URI apiUrl;
    private ResponseUrlResponder responder;

    @BeforeEach
    void start() throws IOException {
        slack.start();
        apiUrl = slack.url("/api/").uri();
        responder = new ResponseUrlResponder(
                new SlackClient(HttpSettings.defaults().withTimeout(Duration.ofSeconds(3))).responseUrls(),
                () -> apiUrl,
                inPerson,
                clock);
    }

    private RequestOrigin origin(String responseUrl) {
        return Requests.origin("r1", "U0ANNA").withTicket(new ReplyTicket(responseUrl, null));
    }

    private RequestOrigin origin() {
        return origin(slack.url("/actions/T0/1/secret").toString());
    }

    private void answering(int status, String body) {
        slack.enqueue(new MockResponse(status, Headers.of(), body));
    }

    @Test
    void shouldAnswerWhereSlackHasSaid() throws Exception {
        answering(200, "ok");

        SendResult result = responder.respond(
                origin(),
                Answer.ephemeral("Done").withBlocks("[{\"type\":\"divider\"}]").inThread("1.1"));

        assertThat(result).isEqualTo(SENT);
        assertThat(JsonParser.parseString(slack.takeRequest().getBody().utf8())).isEqualTo(JsonParser.parseString("""
                    {"response_type": "ephemeral", "replace_original": false, "text": "Done",
                     "blocks": [{"type": "divider"}], "thread_ts": "1.1"}"""));
        assertThat(inPerson.said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        IN_CHANNEL       | {"response_type": "in_channel", "replace_original": false, "text": "x"}
        REPLACE_ORIGINAL | {"replace_original": true, "text": "x"}
        """)
    void shouldSayWhereTheAnswerStands(Answer.Placement placement, String json) {
        assertThat(JsonParser.parseString(new Answer(placement, "x", null, null).json()))
                .isEqualTo(JsonParser.parseString(json));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        404 | {"ok": false, "error": "expired_url"}
        404 | {"ok": false, "error": "used_url"}
        404 | expired_url
        404 | Not Found
        400 | {"ok": false, "error": "invalid_blocks"}
        403 | <html>proxy</html>
        200 | {"ok": false, "error": "no_text"}
        302 | moved
        """)
    void shouldAnswerInPersonWhereSlackDoesNotTakeItThere(int status, String body) {
        answering(status, body);

        assertThat(responder.respond(origin(), Answer.ephemeral("Done"))).isEqualTo(SENT);
        assertThat(inPerson.texts()).containsExactly("Done");
    }

    @Test
    void shouldAnswerInPersonWhereThereIsNoOtherWay() {
        responder.respond(origin(null), Answer.ephemeral("Done"));

        assertThat(inPerson.said()).containsExactly(new FakeResponder.Said(origin(null), Answer.ephemeral("Done")));
    }

    @Test
    void shouldAnswerInPersonAfterHalfAnHour() {
        clock.advance(Duration.ofMinutes(30));

        responder.respond(origin(), Answer.ephemeral("Done"));

        assertThat(slack.getRequestCount()).isZero();
        assertThat(inPerson.texts()).containsExactly("Done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com.evil.example/a",
                "http://hooks.slack.com/a",
                "https://user:pass@hooks.slack.com/a",
                "https://hooks.slack.com:8443/a",
                "https://evil.example/hooks.slack.com",
                "https://169.254.169.254/latest",
                "http://localhost:1/a",
                "file:///etc/passwd",
                "hooks.slack.com",
                ""
            })
    void shouldCallNobodyButSlack(String url) {
        responder.respond(origin(url), Answer.ephemeral("Done"));

        assertThat(inPerson.texts()).containsExactly("Done");
    }

    @Test
    void shouldCallNothingOnThisMachineUnlessSlackIsASandboxThere() {
        apiUrl = ApiUrl.SLACK;

        responder.respond(origin(), Answer.ephemeral("Done"));

        assertThat(slack.getRequestCount()).isZero();
        assertThat(inPerson.texts()).containsExactly("Done");
    }

    @Test
    void shouldWaitAsLongAsSlackAsks() {
        slack.enqueue(new MockResponse(429, Headers.of("Retry-After", "7"), ""));

        assertThat(responder.respond(origin(), Answer.ephemeral("Done")))
                .isInstanceOfSatisfying(
                        SendResult.Retry.class,
                        retry -> assertThat(retry.pause()).hasSeconds(7));
        assertThat(inPerson.said()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "IN_CHANNEL", mode = EnumSource.Mode.EXCLUDE)
    void shouldRepeatWhatMayHaveComeWhereThatIsNoNuisance(Answer.Placement placement) {
        answering(500, "");

        assertThat(responder.respond(origin(), new Answer(placement, "x", null, null)))
                .isInstanceOf(SendResult.Retry.class);
    }

    @Test
    void shouldNotRepeatWhatMayHaveComeWhereAllSeeIt() {
        slack.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(responder.respond(origin(), Answer.inChannel("Done")))
                .isInstanceOfSatisfying(
                        SendResult.Sent.class,
                        sent -> assertThat(sent.note().text()).contains("Perhaps"));
    }

    @Test
    void shouldRepeatWhatSurelyHasNotCome() {
        slack.close();

        assertThat(responder.respond(origin(), Answer.inChannel("Done")))
                .isInstanceOfSatisfying(
                        SendResult.Retry.class,
                        retry -> assertThat(retry.note().text()).doesNotContain("secret"));
    }
}
