package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.slack.SlackResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Messages that arrive late, and say so. The bench's clock stands at noon; its builds ended at 10:02. */
class LateDeliveryTest {
    private static final String WHEN = "<!date^1772359325^{date_short_pretty} at {time}|1 Mar 2026, 10:02 UTC>";

    private final EngineBench bench = new EngineBench();

    @Test
    void shouldSayWhenTheBuildEnded() {
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(details(0)).contains("ended " + WHEN);
    }

    @Test
    void shouldNotSayItWhileItIsNews() {
        Duration sinceStart = Duration.ofHours(2).minusMinutes(5);
        bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .lasting(sinceStart)
                .build());
        bench.run();

        assertThat(details(0)).doesNotContain("ended ").doesNotContain("<!date");
    }

    @Test
    void shouldSayWhenTheFirstOfManyEnded() {
        for (int number = 1; number <= 4; number++) {
            bench.engine.buildCompleted(aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                    .number(number)
                    .build());
        }
        bench.run();

        assertThat(bench.slack.texts()).singleElement().asString().contains("all broken, the first of them " + WHEN);
    }

    @Test
    void shouldSayWhenSomethingWasSaid() throws Exception {
        bench.announce(named("a").saying("Deploying").of(aBuild().running().build()));
        bench.run();

        assertThat(bench.slack.texts()).containsExactly("Deploying");
        assertThat(details(0)).contains("as of " + WHEN);
    }

    @Test
    void shouldNotSendWhatIsOlderThanTheAdministratorWants() {
        bench.expiry = Duration.ofHours(2);
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(3)));
        DeliveryHandle handedOver = bench.engine.buildCompleted(aFailure()).get(0);
        bench.advance(Duration.ofHours(3));

        assertThat(bench.slack.texts()).isEmpty();
        assertThat(bench.find(handedOver).state()).isEqualTo(Delivery.State.EXPIRED);
    }

    private String details(int message) {
        return bench.slack.messages().get(message).content().attachments().toString();
    }
}
