package io.jenkins.plugins.slacknotify.interaction.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkRequestsTest {
    private final ManualClock clock = new ManualClock();
    private final LinkRequests requests = new LinkRequests(clock);

    private static LinkRequest of(String member) {
        return new LinkRequest(new InstallationKey("A1", "T1", null, false), member);
    }

    @Test
    void shouldBeRedeemedOnce() {
        String code = requests.open(of("U1"));

        assertThat(requests.look(code)).contains(of("U1"));
        assertThat(requests.redeem(code)).contains(of("U1"));
        assertThat(requests.redeem(code)).isEmpty();
        assertThat(requests.look(code)).isEmpty();
    }

    @Test
    void shouldKnowForAWhileWhatWasRedeemed() {
        String code = requests.open(of("U1"));
        assertThat(requests.redeemed(code)).as("it waits").isEmpty();

        requests.redeem(code);
        requests.open(of("U1"));
        assertThat(requests.redeemed(code)).contains(of("U1"));
        assertThat(requests.redeemed("made up")).isEmpty();

        clock.advance(LinkRequests.VALIDITY);
        assertThat(requests.redeemed(code)).isEmpty();
    }

    @Test
    void shouldEndAfterTenMinutes() {
        String code = requests.open(of("U1"));

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(requests.look(code)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(requests.redeem(code)).isEmpty();
    }

    @Test
    void shouldKeepTheNewestOfAMemberOnly() {
        String first = requests.open(of("U1"));
        String other = requests.open(of("U2"));
        String second = requests.open(of("U1"));

        assertThat(requests.look(first)).isEmpty();
        assertThat(requests.look(other)).contains(of("U2"));
        assertThat(requests.look(second)).contains(of("U1"));
    }

    @Test
    void shouldNotKnowWhatWasMadeUp() {
        requests.open(of("U1"));

        assertThat(requests.look("")).isEmpty();
        assertThat(requests.redeem("é\uD83D\uDE80")).isEmpty();
    }

    @Test
    void shouldBeBounded() {
        String first = requests.open(of("U0"));
        IntStream.rangeClosed(1, LinkRequests.MAX_OPEN).forEach(number -> requests.open(of("U" + number)));

        assertThat(requests.look(first)).isEmpty();
    }
}
