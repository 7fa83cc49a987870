package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how long it takes from a click to the changed message, while many builds run. It runs only where {@code slack-notify.clicks}
 * says how many clicks there are; {@code slack-notify.clicks.builds} says how many builds run, 200 by default.
 */
@Tag("acceptance")
@EnabledIfSystemProperty(
        named = "slack-notify.clicks",
        matches = "[1-9][0-9]*",
        disabledReason = "The time from a click to the changed message is not measured: set -Dslack-notify.clicks=100")
class ClickToMessageTest extends ButtonPlay {
    /** Slack takes fewer changes of messages than people could click. */
    private static final Duration BETWEEN_CLICKS = Duration.ofMillis(1_500);

    private static final Duration DRAINED = Duration.ofMinutes(15);

    ClickToMessageTest() {
        super(Boolean.getBoolean("slack-notify.clicks.socket"));
    }

    @Override
    Set<String> plugins() {
        return Set.of();
    }

    @Test
    void shouldChangeTheMessageWithinTwoSecondsOfAClick() {
        int clicks = Integer.getInteger("slack-notify.clicks");
        int builds = Integer.getInteger("slack-notify.clicks.builds", 200);
        bed.jobs().createPipeline("many", "sleep 36000");
        bed.admin().script("""
                def job = Jenkins.get().getItem('many')
                %d.times { jenkins.model.ParameterizedJobMixIn.scheduleBuild2(job, 0,
                    new CauseAction(new hudson.triggers.TimerTrigger.TimerTriggerCause()),
                    new ParametersAction(new StringParameterValue('n', '' + it))) }
                """.formatted(builds));
        await("builds that run").atMost(DRAINED).until(() -> running() >= builds);
        // A question that becomes part of a digest has no buttons.
        awaitDrained();
        bed.jobs().createPipeline("clicked", "for (int i = 0; i < " + clicks + "; i++) { input 'Click?' }");
        bed.jobs().start("clicked");
        awaitDrained();

        var millis = new ArrayList<Long>();
        String last = "";
        for (int click = 0; click < clicks; click++) {
            var before = last;
            var question = awaitQuestion("clicked #1", message -> !message.ts().equals(before));
            last = question.ts();
            awaitDrained();
            long pressed = System.nanoTime();
            anna.press(question.ts(), APPROVE);
            awaitMessage(question, message -> labels(message).isEmpty());
            millis.add((System.nanoTime() - pressed) / 1_000_000);
            await().pollDelay(BETWEEN_CLICKS).until(() -> true);
        }
        Collections.sort(millis);
        System.out.printf(
                "%s, %d builds run, %d clicks: click to changed message p50 %d ms, p99 %d ms, longest %d ms%n",
                transport(),
                builds,
                clicks,
                millis.get(millis.size() / 2),
                millis.get(Math.min(millis.size() - 1, millis.size() * 99 / 100)),
                millis.get(millis.size() - 1));
        assertThat(millis.get(Math.min(millis.size() - 1, millis.size() * 99 / 100)))
                .isLessThan(2_000);
    }

    private int running() {
        return Integer.parseInt(
                bed.admin().script("print io.jenkins.plugins.slacknotify.lifecycle.RunningRuns.all().size()"));
    }

    private void awaitDrained() {
        await("an empty outbox")
                .atMost(DRAINED)
                .until(() -> bed.admin()
                        .script(
                                "print io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle.get().engine().deliveries().waiting()")
                        .equals("0"));
    }
}
