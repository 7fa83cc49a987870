package io.jenkins.plugins.slacknotify.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthStatesTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final OAuthStates states = new OAuthStates(clock);

    @Test
    void shouldBeGoodOnceAndSayForWhichApp() {
        var state = states.issue("session-1 ada", "main");

        assertThat(states.redeem(state, "session-1 ada"))
                .isEqualTo(new OAuthStates.Redeemed(OAuthStates.Verdict.GOOD, "main"));
        assertThat(verdict(state, "session-1 ada")).isEqualTo(OAuthStates.Verdict.USED);
        assertThat(verdict(state, "session-2 ada")).isEqualTo(OAuthStates.Verdict.USED);
    }

    @Test
    void shouldServeNoOtherSessionAndBeUsedUpByTheAttempt() {
        var state = states.issue("session-1 ada", "main");

        assertThat(states.redeem(state, "session-2 ada"))
                .isEqualTo(new OAuthStates.Redeemed(OAuthStates.Verdict.OTHER_SESSION, ""));
        assertThat(verdict(state, "session-1 ada")).isEqualTo(OAuthStates.Verdict.USED);
        assertThat(verdict(states.issue("session-1 ada", "main"), "session-1 bob"))
                .isEqualTo(OAuthStates.Verdict.OTHER_SESSION);
    }

    @ParameterizedTest
    @CsvSource({"0, GOOD", "599, GOOD", "600, GOOD", "601, TOO_OLD", "86400, TOO_OLD"})
    void shouldLiveTenMinutes(long seconds, OAuthStates.Verdict expected) {
        var state = states.issue("s", "main");
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(verdict(state, "s")).isEqualTo(expected);
    }

    @Test
    void shouldNotKnowWhatItHasNotMade() {
        assertThat(verdict(null, "s")).isEqualTo(OAuthStates.Verdict.UNKNOWN);
        assertThat(verdict("", "s")).isEqualTo(OAuthStates.Verdict.UNKNOWN);
        assertThat(verdict(new OAuthStates(clock).issue("s", "main"), "s")).isEqualTo(OAuthStates.Verdict.UNKNOWN);
    }

    @Test
    void shouldNotGrowWithoutEndAndForgetTheOldestFirst() {
        var first = states.issue("s", "main");
        var last = first;
        for (int i = 0; i < 200; i++) {
            last = states.issue("s", "main");
        }

        assertThat(verdict(first, "s")).isEqualTo(OAuthStates.Verdict.UNKNOWN);
        assertThat(verdict(last, "s")).isEqualTo(OAuthStates.Verdict.GOOD);
        assertThat(last)
                .hasSizeGreaterThanOrEqualTo(32)
                .matches("[0-9A-Za-z_-]+")
                .isNotEqualTo(first);
    }

    private OAuthStates.Verdict verdict(String state, String session) {
        return states.redeem(state, session).verdict();
    }
}
