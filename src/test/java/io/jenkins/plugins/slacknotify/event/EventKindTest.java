package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.slacknotify.event.build.Interruption;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventKindTest {
    @ParameterizedTest(name = "{0}, {1}: {2} {3}")
    @CsvSource({
        "SUCCESS,   SAME,          SUCCESS,   ",
        "SUCCESS,   FIRST,         SUCCESS,   ",
        "SUCCESS,   FIXED,         SUCCESS,   FIXED",
        "UNSTABLE,  REGRESSED,     UNSTABLE,  REGRESSED",
        "UNSTABLE,  STILL_FAILING, UNSTABLE,  STILL_FAILING",
        "FAILURE,   FIRST,         FAILURE,   REGRESSED",
        "FAILURE,   REGRESSED,     FAILURE,   REGRESSED",
        "FAILURE,   STILL_FAILING, FAILURE,   STILL_FAILING",
        "FAILURE,   SAME,          FAILURE,   ",
        "ABORTED,   SAME,          ABORTED,   ",
        "NOT_BUILT, SAME,          NOT_BUILT, ",
    })
    void shouldBeOfTheOutcomeAndOfTheTrend(Outcome outcome, Trend trend, EventKind ofOutcome, EventKind ofTrend) {
        Set<EventKind> expected = ofTrend == null ? Set.of(ofOutcome) : Set.of(ofOutcome, ofTrend);

        assertThat(EventKind.of(outcome, trend, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_LOST, LOST",
        "RESTART,    LOST",
        "TIMED_OUT,  TIMED_OUT",
        "SUPERSEDED, ",
        "PERSON,     ",
        "OTHER,      ",
    })
    void shouldTellApartWhatStoppedABuild(Interruption.Kind kind, EventKind expected) {
        Interruption interruption = new Interruption(kind, null);
        Set<EventKind> kinds = expected == null ? Set.of() : Set.of(expected);

        assertThat(EventKind.of(Outcome.ABORTED, Trend.SAME, interruption))
                .contains(EventKind.ABORTED)
                .containsAll(kinds)
                .hasSize(1 + kinds.size());
        assertThat(EventKind.of(Outcome.FAILURE, Trend.REGRESSED, interruption))
                .contains(EventKind.FAILURE, EventKind.REGRESSED)
                .containsAll(kinds)
                .hasSize(2 + kinds.size());
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadTheNameThatItWrites(EventKind kind) {
        assertThat(EventKind.parse(kind.id())).isEqualTo(kind);
        assertThat(EventKind.parse(kind.name())).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stillFailing", "STILL_FAILING", "still-failing", " stillfailing "})
    void shouldReadANameHoweverItIsSpelt(String text) {
        assertThat(EventKind.parse(text)).isEqualTo(EventKind.STILL_FAILING);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadOnlyHowABuildEndedWhereThatIsMeant(EventKind kind) {
        if (kind.isCompletion()) {
            assertThat(EventKind.parseCompletion(kind.id())).isEqualTo(kind);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventKind.parseCompletion(kind.id()))
                    .withMessageStartingWith("Unknown event '" + kind.id() + "'. Use one of: success, fixed");
        }
    }

    @Test
    void shouldNameTheKindsThereAreWhereItKnowsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventKind.parse("broken"))
                .withMessage(
                        "Unknown event 'broken'. Use one of: started, waitingForInput, runningLong, success, fixed, unstable, failure, regressed,"
                                + " stillFailing, aborted, notBuilt, lost, timedOut");
    }
}
