package io.jenkins.plugins.slacknotify.outbox;

import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.ACCEPTED;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.finished;
import static io.jenkins.plugins.slacknotify.outbox.DeliveryFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryFilterTest {
    private final RecoveryFilter newcomers = new RecoveryFilter();

    @Test
    void shouldTellWhatIsNewFromWhatWasLeft() {
        newcomers.add(waiting("new", 1));

        assertThat(newcomers.fromEarlierProcess(List.of(waiting("new", 1), waiting("left", 2))))
                .containsExactly(waiting("left", 2));
    }

    @Test
    void shouldKnowWhatFinishedOnlyJustNow() {
        newcomers.add(waiting("new", 1));
        newcomers.markFinished(finished("new", ACCEPTED));
        newcomers.forgetFinished(ACCEPTED);

        assertThat(newcomers.fromEarlierProcess(List.of(waiting("new", 1)))).isEmpty();
    }

    @Test
    void shouldForgetWhatFinishedBefore() {
        newcomers.add(waiting("new", 1));
        newcomers.add(waiting("waiting", 2));
        newcomers.markFinished(finished("new", ACCEPTED));
        newcomers.forgetFinished(ACCEPTED.plusSeconds(1));

        assertThat(newcomers.fromEarlierProcess(List.of(waiting("new", 1), waiting("waiting", 2))))
                .containsExactly(waiting("new", 1));
    }

    @Test
    void shouldTakeWhatWasGivenUpForWhatWasLeft() {
        newcomers.add(waiting("new", 1));
        newcomers.remove(waiting("new", 1));

        assertThat(newcomers.fromEarlierProcess(List.of(waiting("new", 1)))).containsExactly(waiting("new", 1));
    }

    @Test
    void shouldKeepWhatWasAddedBeforeAnotherOfItsIdWasGivenUp() {
        newcomers.add(waiting("new", 1));
        newcomers.add(waiting("new", 2));
        newcomers.remove(waiting("new", 2));

        assertThat(newcomers.fromEarlierProcess(List.of(waiting("new", 1)))).isEmpty();
    }
}
