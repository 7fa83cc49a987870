package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.WebClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests how often a bot may call. */
class RateLimitTest {
    private static final int BURST = 5;

    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, clock);

    private final WebClient web = new WebClient(slack.apiUrl());
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");

    RateLimitTest() {
        acme.channel("builds");
        acme.channel("other");
    }

    @Test
    void shouldStopABurstInOneChannel() {
        postBurst("builds");

        var refused = post("builds");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(error(refused)).isEqualTo("ratelimited");
        assertThat(acme.messagesIn("builds")).hasSize(BURST);
    }

    @Test
    void shouldNotMakeOneChannelWaitForAnother() {
        postBurst("builds");

        assertThat(post("other").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldLetOneMessageASecondThrough() {
        postBurst("builds");

        clock.advance(Duration.ofSeconds(1));

        assertThat(post("builds").statusCode()).isEqualTo(200);
        assertThat(post("builds").statusCode()).isEqualTo(429);
    }

    @Test
    void shouldCountByMethodAndApp() {
        String other = acme.installBot("other");
        for (int i = 0; i < 20; i++) {
            assertThat(list(token).statusCode()).isEqualTo(200);
        }

        assertThat(list(token).statusCode()).isEqualTo(429);
        assertThat(list(token).headers().firstValue("Retry-After")).contains("3");
        assertThat(list(other).statusCode()).isEqualTo(200);
        assertThat(web.form("auth.test", token, "").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldStopTooManyLookUps() {
        for (int i = 0; i < 50; i++) {
            assertThat(lookUp().statusCode()).isEqualTo(200);
        }

        assertThat(lookUp().statusCode()).isEqualTo(429);
        assertThat(lookUp().headers().firstValue("Retry-After")).contains("2");
        assertThat(web.form("users.info", token, "user=U0NOBODY").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotCountWhenSwitchedOff() {
        slack.enforceRateLimits(false);

        postBurst("builds");

        assertThat(post("builds").statusCode()).isEqualTo(200);
    }

    private void postBurst(String channel) {
        for (int i = 0; i < BURST; i++) {
            assertThat(post(channel).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> post(String channel) {
        return web.form("chat.postMessage", token, "text=x&channel=" + channel);
    }

    private HttpResponse<String> lookUp() {
        return web.form("users.lookupByEmail", token, "email=nobody%40example.org");
    }

    private HttpResponse<String> list(String caller) {
        return web.form("conversations.list", caller, "");
    }
}
