package io.jenkins.plugins.slacknotify.outbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptPeriodTest {
    private static final Instant ACCEPTED = Instant.parse("2026-03-01T08:00:00Z");
    private static final SendResult NO_ANSWER = new SendResult.Uncertain("No answer");

    private final Delivery fresh = Delivery.accepted(new Entry("a", "#builds", ACCEPTED, "payload"), 1);

    private static Instant at(int seconds) {
        return ACCEPTED.plusSeconds(seconds);
    }

    private static Delivery tried(Delivery before, SendResult result, int from, int until) {
        return before.after(result, null, at(from), at(until));
    }

    @Test
    void shouldReachFromTheFirstDoubtfulAttemptToTheLast() {
        Delivery once = tried(tried(fresh, new SendResult.Retry(null, "down"), 10, 11), NO_ANSWER, 100, 130);
        Delivery twice = tried(once, NO_ANSWER, 200, 230);

        assertThat(fresh.doubt(at(500))).isEmpty();
        assertThat(once.doubt(at(500))).contains(new AttemptPeriod(at(100), at(130)));
        assertThat(twice.doubt(at(500))).contains(new AttemptPeriod(at(100), at(230)));
    }

    @Test
    void shouldNotGrowByAttemptsThatHaveSurelyNotArrived() {
        Delivery doubtful = tried(fresh, NO_ANSWER, 100, 130);

        assertThat(tried(doubtful, new SendResult.Retry(null, "down"), 200, 230).doubt(at(500)))
                .contains(new AttemptPeriod(at(100), at(130)));
        assertThat(tried(doubtful, new SendResult.Held("no token"), 200, 230).doubt(at(500)))
                .contains(new AttemptPeriod(at(100), at(130)));
    }

    @Test
    void shouldBeginAnewOnceNothingHasArrived() {
        Delivery absent = tried(tried(fresh, NO_ANSWER, 100, 130), new SendResult.Absent("not there"), 200, 201);

        assertThat(absent.doubt(at(500))).isEmpty();
        assertThat(tried(absent, NO_ANSWER, 300, 330).doubt(at(500))).contains(new AttemptPeriod(at(300), at(330)));
    }

    @Test
    void shouldGoOnAfterACrashThatEndedAnAttempt() {
        Delivery cutOff = tried(fresh, NO_ANSWER, 100, 130).sending(null, at(200));

        assertThat(cutOff.doubt(at(500))).contains(new AttemptPeriod(at(100), at(1_100)));
    }

    @Test
    void shouldBeAllTheTimeWhereAnEarlierVersionHasNotNotedIt() {
        Delivery ofEarlierVersion =
                new Delivery(fresh.entry(), 1, Delivery.State.UNCERTAIN, 1, null, null, null, at(130));

        assertThat(ofEarlierVersion.doubt(at(500))).contains(new AttemptPeriod(ACCEPTED, at(500)));
        assertThat(tried(ofEarlierVersion, NO_ANSWER, 200, 230).doubt(at(500)))
                .as("as it may have arrived before, too")
                .contains(new AttemptPeriod(ACCEPTED, at(500)));
    }

    @Test
    void shouldHoldBothEndsWhereTheClockWasSetBack() {
        assertThat(tried(fresh, NO_ANSWER, 100, 40).doubt(at(500))).contains(new AttemptPeriod(at(40), at(100)));
    }
}
