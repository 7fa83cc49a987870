package io.jenkins.plugins.slacknotify.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests the ways in which tests wait for messages. */
class AwaitingTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start();

    private final WebClient web = new WebClient(slack.apiUrl());
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");

    @Test
    void shouldWakeUpWhenTheMessageArrives() {
        acme.channel("builds");
        var waiting = CompletableFuture.supplyAsync(() -> acme.awaitMessages("#builds", 1, LONG));

        post("builds", "hello");

        assertThat(waiting)
                .succeedsWithin(LONG)
                .satisfies(messages ->
                        assertThat(messages).extracting(SandboxMessage::text).containsExactly("hello"));
    }

    @Test
    void shouldWaitForDirectMessagesAndCalls() {
        var ada = acme.user("Ada", "ada@example.org");

        post(ada.id(), "psst");

        assertThat(acme.awaitDirectMessages("ada@example.org", 1, LONG)).hasSize(1);
        assertThat(slack.awaitCalls("chat.postMessage", 1, LONG)).hasSize(1);
    }

    @Test
    void shouldSayWhatArrivedInstead() {
        acme.channel("builds");
        post("builds", "hello");
        post("bilds", "a typing error");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> acme.awaitMessages("builds", 2, Duration.ZERO))
                .withMessageContainingAll(
                        "expected 2 message(s) in #builds of acme",
                        "found 1",
                        "hello",
                        "chat.postMessage by jenkins: channel_not_found");
    }

    private void post(String channel, String text) {
        web.form("chat.postMessage", token, "channel=" + channel + "&text=" + text.replace(' ', '+'));
    }
}
