package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MilestoneTest {
    private static final InputQuestion QUESTION = new InputQuestion("3", "Go on?", null);

    @Test
    void shouldBeOverWhenSomebodyHasAnswered() {
        InputQuestion.InputAnswer answer =
                new InputQuestion.InputAnswer(InputQuestion.Ending.ANSWERED, "Ada", Duration.ofMinutes(12));

        assertThat(Milestone.waitingFor(QUESTION).isInputFinished()).isFalse();
        assertThat(Milestone.waitingFor(QUESTION.withAnswer(answer)).isInputFinished())
                .isTrue();
        assertThat(Milestone.RUNNING_LONG.isInputFinished()).isFalse();
    }

    @Test
    void shouldNotBeOfAKindThatSaysHowABuildEnded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Milestone(EventKind.FAILURE, null));
    }

    @Test
    void shouldHaveAQuestionIfAndOnlyIfItWaitsForAnAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Milestone(EventKind.WAITING_FOR_INPUT, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Milestone(EventKind.STARTED, QUESTION));
    }

    @Test
    void shouldKeepNoMoreOfAQuestionThanPeopleRead() {
        InputQuestion endless = new InputQuestion("3", "?".repeat(100_000), null);

        assertThat(endless.text()).hasSizeLessThan(1_000);
    }
}
