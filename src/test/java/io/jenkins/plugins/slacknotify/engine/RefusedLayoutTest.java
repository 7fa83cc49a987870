package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.broken;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.brokenWithDetails;
import static io.jenkins.plugins.slacknotify.engine.SandboxBench.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that Slack does not take as they are: their text, or their bare news, arrive all the same. */
class RefusedLayoutTest {
    @AutoClose
    private final SandboxBench bench = new SandboxBench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment_payload_limit_exceeded",
                "block_mismatch",
                "invalid_attachments",
                "invalid_blocks",
                "invalid_blocks_format",
                "msg_blocks_too_long",
                "slack_connect_canvas_sharing_blocked",
                "too_many_attachments"
            })
    void shouldSendTheHeadlineAloneWhereSlackTakesNoBlocks(String error) {
        bench.slack.faults().alwaysAbout("\"color\"", "chat.postMessage", Fault.error(error));

        DeliveryHandle news = bench.completed(broken()).get(0);

        assertThat(bench.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("#41", "broke");
            assertThat(message.attachments()).isEmpty();
        });
        assertThat(bench.find(news).note()).contains("Only the text of the message was sent", error);
    }

    @Test
    void shouldChangeAMessageToItsHeadlineWhereSlackTakesNoBlocks() {
        bench.completed(broken());
        bench.slack.faults().alwaysAbout("\"color\"", "chat.update", Fault.error("invalid_blocks"));

        bench.completed(fixed(42));

        assertThat(bench.texts().get(0)).contains("is fixed", "broke");
        assertThat(bench.engine.deliveries().waiting()).isZero();
    }

    /** Slack's error does not say whether the channel or the mention is the reason (slackhq/slack-api-docs#85). */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            <!here> Deployed            ¦ @here Deployed
            <!channel|channel> Deployed ¦ @channel Deployed
            a <!everyone> b             ¦ a @everyone b
            """)
    void shouldSendAMessageWithoutTheMentionThatSlackForbids(String text, String sent) throws Exception {
        bench.slack.faults().alwaysAbout("<!", "chat.postMessage", Fault.error("restricted_action"));

        DeliveryHandle message = bench.announce(named("a").saying(text));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.messages())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo(sent));
        assertThat(bench.find(message).note()).contains("Nobody was called by @channel", "restricted_action");
        assertThat(bench.find(message).reason().brief())
                .isEqualTo(bench.find(message).note());
    }

    @Test
    void shouldHoldAMessageThatSlackDoesNotTakeWithoutTheMentionEither() throws Exception {
        bench.slack.faults().alwaysAbout("Deployed", "chat.postMessage", Fault.error("restricted_action"));

        DeliveryHandle message = bench.announce(named("a").saying("<!here> Deployed"));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.find(message).state()).isEqualTo(Delivery.State.HELD);
        assertThat(bench.find(message).note()).contains("do not let the bot post in");
    }

    @Test
    void shouldSendTheMessageBesideTheBlocksOfAnAuthor() throws Exception {
        String blocks = "[{\"type\":\"no_such_block\"}]";
        DeliveryHandle message = bench.announce(
                named("a").saying("Deployed to production").shownAs(new MessageFormat(false, blocks, null)));
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.messages()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).isEqualTo("Deployed to production");
            assertThat(sent.blocks()).isEmpty();
        });
        assertThat(bench.find(message).note()).contains("Only the text", "no_such_block");
    }

    @Test
    void shouldSendTheBareNewsOfWhatSlackCanNeverDigest() throws Exception {
        bench.slack.faults().alwaysAbout("Deploy", "chat.postMessage", Fault.error("internal_error"));
        DeliveryHandle news = bench.completed(brokenWithDetails()).get(0);

        for (int other = 0; other < 5; other++) {
            bench.announce(named("other" + other).saying("Something else"));
            bench.advance(Duration.ofMinutes(10));
        }

        assertThat(bench.find(news))
                .returns(Delivery.State.SENT, Delivery::state)
                .satisfies(sent -> assertThat(sent.note()).contains("only its bare news was sent"));
        assertThat(bench.messages())
                .filteredOn(message -> message.text().contains("#41"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.text()).contains("broke").doesNotContain("Deploy");
                    assertThat(message.attachments()).isEmpty();
                });
    }
}
