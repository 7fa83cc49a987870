package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.WebClient.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what can go wrong on the way, and whether the message got there all the same. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class FaultsTest {
    private static final String POST = "chat.postMessage";

    private final SlackSandbox slack = SlackSandbox.start();
    private final WebClient web = new WebClient(slack.apiUrl());
    private final String token = slack.workspace("acme").installBot("jenkins");
    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .readTimeout(Duration.ofMillis(300))
            .build();

    FaultsTest() {
        slack.workspace("acme").channel("builds");
    }

    @AfterEach
    void stop() {
        slack.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void shouldAnswer429WithAnyRetryAfter() {
        slack.faults().next(POST, Fault.rateLimited(Duration.ofSeconds(30)));
        slack.faults().next(POST, Fault.rateLimited("soon"));
        slack.faults().next(POST, Fault.rateLimited());

        assertThat(post().headers().firstValue("Retry-After")).contains("30");
        assertThat(post().headers().firstValue("Retry-After")).contains("soon");
        var without = post();
        assertThat(without.headers().firstValue("Retry-After")).isEmpty();
        assertThat(without.statusCode()).isEqualTo(429);
        assertThat(error(without)).isEqualTo("ratelimited");
        assertThat(messages()).isZero();
    }

    @Test
    void shouldMeetOnlyItsOwnMethodAndOnlySoOften() {
        slack.faults().nextTimes(2, POST, Fault.status(503));

        assertThat(web.form("auth.test", token, "").statusCode()).isEqualTo(200);
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void shouldMeetOnlyWhatHasTheWords() {
        slack.faults().nextTimesAbout("build", 1, POST, Fault.status(503));
        slack.faults().alwaysAbout("nobody says this", POST, Fault.status(500));

        assertThat(web.form(POST, token, "channel=other&text=x").statusCode()).isEqualTo(200);
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void shouldMeetEveryMethodUntilItIsTakenBack() {
        slack.faults().always(Faults.ANY_METHOD, Fault.error("fatal_error"));

        assertThat(error(post())).isEqualTo("fatal_error");
        assertThat(error(web.form("auth.test", token, ""))).isEqualTo("fatal_error");
        slack.faults().clear();
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswerWhatIsNoJson() {
        slack.faults().next(POST, Fault.html());
        slack.faults().next(POST, Fault.empty200());

        assertThat(post().body()).startsWith("<!DOCTYPE html>");
        assertThat(post().body()).isEmpty();
        assertThat(messages()).isZero();
    }

    @Test
    void shouldAnswerMoreThanAnybodyWantsToRead() {
        slack.faults().next(POST, Fault.hugeBody(20_000_000));

        assertThat(post().body()).hasSizeGreaterThan(20_000_000).startsWith("{\"ok\":true");
    }

    @Test
    void shouldStoreTheMessageButCutTheAnswer() {
        slack.faults().next(POST, Fault.truncatedJson());

        assertThat(post().body()).startsWith("{\"ok\":true").doesNotEndWith("}");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void shouldRedirect() {
        slack.faults().next(POST, Fault.redirect("https://example.org/"));

        var answer = post();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("https://example.org/");
    }

    @Test
    void shouldDelayTheAnswerButNotTheMessage() {
        slack.faults().next(POST, Fault.delay(Duration.ofSeconds(2)));

        assertThatExceptionOfType(IOException.class).isThrownBy(this::postWithOkHttp);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void shouldCloseWithoutAnswerOrMessage() {
        slack.faults().next(POST, Fault.closeBeforeReading());

        assertThatExceptionOfType(IOException.class).isThrownBy(this::postWithOkHttp);
        assertThat(messages()).isZero();
    }

    @Test
    void shouldHalfCloseWithoutAnswerOrMessage() {
        slack.faults().next(POST, Fault.halfClosed());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::postWithOkHttp)
                .withMessageContaining("unexpected end of stream");
        assertThat(messages()).isZero();
    }

    @Test
    void shouldStoreTheMessageButLoseTheAnswer() {
        slack.faults().next(POST, Fault.acceptedButAnswerLost());

        assertThatExceptionOfType(IOException.class).isThrownBy(this::postWithOkHttp);

        assertThat(messages()).isEqualTo(1);
        assertThat(slack.calls()).singleElement().satisfies(call -> {
            assertThat(call.ok()).isTrue();
            assertThat(call.fault()).isEqualTo("accepted but answer lost");
        });
    }

    @Test
    void shouldNeverAnswer() {
        slack.faults().next(POST, Fault.never());

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::postWithOkHttp);
        assertThat(messages()).isZero();
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLeaveAStaleConnectionBehind() throws IOException {
        slack.faults().next(POST, Fault.closedAfterAnswer());

        try (var answer = postWithOkHttp()) {
            assertThat(answer.body().string()).startsWith("{\"ok\":true");
            assertThat(answer.header("Connection")).isNull();
        }
        assertThat(slack.calls()).extracting(ApiCall::ok).containsExactly(true);
    }

    private HttpResponse<String> post() {
        return web.form(POST, token, "channel=builds&text=x");
    }

    private Response postWithOkHttp() throws IOException {
        var form =
                new FormBody.Builder().add("channel", "builds").add("text", "x").build();
        return http.newCall(new Request.Builder()
                        .url(slack.apiUrl() + POST)
                        .header("Authorization", "Bearer " + token)
                        .post(form)
                        .build())
                .execute();
    }

    private int messages() {
        return slack.workspace("acme").messagesIn("builds").size();
    }
}
