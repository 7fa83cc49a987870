package io.jenkins.plugins.slacknotify.interaction.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkRequestsTest {
    private final ManualClock clock = new ManualClock();
    private final LinkRequests requests = new LinkRequests(clock);

    private static LinkRequest of(String member) {
        return new LinkRequest(new InstallationKey("A1", "T1", null, false), member);
    }

    private Optional<LinkRequest> redeem(String code) throws IOException {
        return requests.redeem(code, () -> {});
    }

    @Test
    void shouldBeRedeemedOnce() throws IOException {
        String code = requests.open(of("U1"));

        assertThat(requests.look(code)).contains(of("U1"));
        assertThat(redeem(code)).contains(of("U1"));
        assertThat(redeem(code)).isEmpty();
        assertThat(requests.look(code)).isEmpty();
    }

    @Test
    void shouldBeGoodForAnotherTryWhereNothingWasDone() throws IOException {
        String code = requests.open(of("U1"));

        assertThatThrownBy(() -> requests.redeem(code, () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> requests.redeem(code, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(requests.redeemed(code)).isEmpty();
        assertThat(requests.look(code)).contains(of("U1"));
        assertThat(redeem(code)).contains(of("U1"));
        assertThat(redeem(code)).isEmpty();
    }

    @Test
    void shouldNotBeRedeemedByAnybodyElseMeanwhile() throws IOException {
        String code = requests.open(of("U1"));
        List<Optional<LinkRequest>> others = new ArrayList<>();

        requests.redeem(code, () -> others.add(redeem(code)));

        assertThat(others).containsExactly(Optional.empty());
    }

    /** Of a double click, the second one must not be told that the code is none while the first one is at work. */
    @Test
    void shouldBeKnownWhileItIsRedeemed() throws IOException {
        String code = requests.open(of("U1"));
        List<Optional<LinkRequest>> meanwhile = new ArrayList<>();

        requests.redeem(code, () -> meanwhile.add(requests.look(code)));

        assertThat(meanwhile).containsExactly(Optional.of(of("U1")));
        assertThat(requests.look(code)).isEmpty();
    }

    @Test
    void shouldNotComeBackBesideANewerOne() {
        String code = requests.open(of("U1"));
        List<String> newer = new ArrayList<>();

        assertThatThrownBy(() -> requests.redeem(code, () -> {
                    newer.add(requests.open(of("U1")));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(requests.look(code)).isEmpty();
        assertThat(requests.look(newer.get(0))).isPresent();
    }

    @Test
    void shouldKnowForAWhileWhatWasRedeemed() throws IOException {
        String code = requests.open(of("U1"));
        assertThat(requests.redeemed(code)).as("it waits").isEmpty();

        redeem(code);
        requests.open(of("U1"));
        assertThat(requests.redeemed(code)).contains(of("U1"));
        assertThat(requests.redeemed("made up")).isEmpty();

        clock.advance(LinkRequests.VALIDITY);
        assertThat(requests.redeemed(code)).isEmpty();
    }

    @Test
    void shouldEndAfterTenMinutes() throws IOException {
        String code = requests.open(of("U1"));

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(requests.look(code)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(redeem(code)).isEmpty();
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
    void shouldNotKnowWhatWasMadeUp() throws IOException {
        requests.open(of("U1"));

        assertThat(requests.look("")).isEmpty();
        assertThat(redeem("é\uD83D\uDE80")).isEmpty();
    }

    @Test
    void shouldBeBounded() {
        String first = requests.open(of("U0"));
        IntStream.rangeClosed(1, LinkRequests.MAX_OPEN).forEach(number -> requests.open(of("U" + number)));

        assertThat(requests.look(first)).isEmpty();
    }
}
