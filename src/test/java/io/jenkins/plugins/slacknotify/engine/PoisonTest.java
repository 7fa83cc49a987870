package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One message that Slack, or a filter before it, can never digest silences nothing, and a short one stands for it. */
class PoisonTest {
    private final EngineBench bench = new EngineBench();

    static Stream<SlackResult<MessageLocation>> answers() {
        return Stream.of(
                new SlackResult.Unknown<>("Slack answered \"internal_error\"", true),
                new SlackResult.Refused<>(new Refusal("http_403", "Ask who runs the proxy")),
                new SlackResult.Unknown<>("No answer in time"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void shouldSendTheOthersAndAShortOneInItsPlace(SlackResult<MessageLocation> answer) throws Exception {
        bench.slack.refuseWhatSays("EICAR", answer);
        DeliveryHandle poison = bench.announce(named("poison").saying("EICAR").to("#builds"));
        bench.advance(Duration.ofMinutes(2));
        for (int i = 0; i < 10; i++) {
            bench.announce(
                    named("good" + i).of(build(100 + i)).saying("Hello " + i).to("#builds"));
        }
        bench.advance(Duration.ofHours(2));

        for (int i = 0; i < 10; i++) {
            assertThat(bench.slack.texts()).contains("Hello " + i);
        }
        assertThat(bench.find(poison))
                .returns(Delivery.State.SENT, Delivery::state)
                .satisfies(it -> assertThat(it.note()).contains("so only its bare news was sent"));
        assertThat(bench.slack.texts())
                .hasSize(11)
                .anySatisfy(text -> assertThat(text).contains("a message of this build cannot be shown in Slack"));
    }

    private static BuildEvent build(int number) {
        return aBuild().number(number).that(Outcome.FAILURE, Trend.REGRESSED).build();
    }
}
