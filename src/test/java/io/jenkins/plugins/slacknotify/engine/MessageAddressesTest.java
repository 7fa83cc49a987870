package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links to messages, whose addresses Slack alone knows. Whoever may read a job may open them as often as they like. */
class MessageAddressesTest {
    private final EngineBench bench = new EngineBench();
    private final List<DeliveryHandle> messages = new ArrayList<>();

    @BeforeEach
    void announce() throws Exception {
        for (int number = 1; number <= 5; number++) {
            messages.add(bench.announce(named("a" + number).saying("Hello " + number)));
            bench.run();
            bench.clock.advance(Duration.ofMinutes(1));
        }
    }

    private Optional<String> open(int number) {
        return bench.engine.deliveries().permalink(messages.get(number).deliveryId());
    }

    private long asked() {
        return bench.slack.calls().stream().filter("permalink"::equals).count();
    }

    @Test
    void shouldAskSlackOnceForTheAddressOfAMessage() {
        assertThat(open(0)).contains("https://acme.slack.com/archives/C0BUILDS00000/p1772366400.000000");
        assertThat(IntStream.range(0, 100).mapToObj(time -> open(0))).containsOnly(open(0));
        assertThat(asked()).isEqualTo(1);

        open(1);
        assertThat(asked()).as("another message").isEqualTo(2);
    }

    @Test
    void shouldAskOnceAMinuteForWhatSlackDoesNotTell() {
        bench.slack.havePermalinks(false);
        assertThat(open(0)).isEmpty();
        assertThat(open(0)).isEmpty();
        assertThat(asked()).isEqualTo(1);

        bench.slack.havePermalinks(true);
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(open(0)).isPresent();
    }

    /** A Slack that hangs would otherwise hold each thread that serves pages. */
    @Test
    void shouldLetFewWaitForSlackAndNobodyTwiceForOneMessage() {
        List<Optional<String>> meanwhile = new ArrayList<>();
        bench.slack.duringPermalink(() -> {
            meanwhile.add(open(0));
            if (asked() < messages.size()) {
                meanwhile.add(open((int) asked()));
            }
        });

        assertThat(open(0)).isPresent();
        assertThat(asked()).isEqualTo(4);
        assertThat(meanwhile).filteredOn(Optional::isEmpty).hasSize(5);

        bench.slack.duringPermalink(() -> {});
        assertThat(open(4)).as("when the others have their answers").isPresent();
    }
}
