package io.jenkins.plugins.slacknotify.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final Question QUESTION = new Question("3", "Go on?", null);

    @Test
    void shouldBeOverWhenSomebodyHasAnswered() {
        Question.Answer answer = new Question.Answer(Question.Ending.ANSWERED, "Ada", Duration.ofMinutes(12));

        assertThat(Moment.asking(QUESTION).isOver()).isFalse();
        assertThat(Moment.asking(QUESTION.with(answer)).isOver()).isTrue();
        assertThat(Moment.RUNNING_LONG.isOver()).isFalse();
    }

    @Test
    void shouldNotBeOfAKindThatSaysHowABuildEnded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Moment(EventKind.FAILURE, null));
    }

    @Test
    void shouldHaveAQuestionIfAndOnlyIfItWaitsForAnAnswer() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Moment(EventKind.WAITING_FOR_INPUT, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Moment(EventKind.STARTED, QUESTION));
    }

    @Test
    void shouldKeepNoMoreOfAQuestionThanPeopleRead() {
        Question endless = new Question("3", "?".repeat(100_000), null);

        assertThat(endless.text()).hasSizeLessThan(1_000);
    }
}
