package io.jenkins.plugins.slacknotify.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.outbox.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {
    private static final Answer ANSWER = Answer.ephemeral("It stands well.").withBlocks("[]");

    private final List<String> said = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final SlowAnswers slow = new SlowAnswers(
            (origin, answer) -> {
                said.add(answer.text());
                return new SendResult.Sent("", null);
            },
            (wait, task) -> {
                waits.add(wait);
                later.add(task);
            });

    private Answer answer(java.util.function.Supplier<Answer> work) {
        return slow.answer(Requests.origin("r1", Payloads.ANNA), work);
    }

    private void time() {
        later.forEach(Runnable::run);
    }

    @Test
    void shouldSayNothingWhereTheAnswerIsFast() {
        assertThat(answer(() -> ANSWER)).isEqualTo(ANSWER);
        time();
        assertThat(said).isEmpty();
        assertThat(waits).containsExactly(SlowAnswers.WAIT);
    }

    @Test
    void shouldReplaceTheWordByTheAnswer() {
        Answer answer = answer(() -> {
            time();
            return ANSWER;
        });

        assertThat(said).containsExactly("Looking …");
        assertThat(answer).isEqualTo(Answer.replacing("It stands well.").withBlocks("[]"));
    }

    @Test
    void shouldLeaveAnAnswerForTheChannelWhereItIs() {
        Answer forAll = Answer.inChannel("Anna has started it.");
        assertThat(answer(() -> {
                    time();
                    return forAll;
                }))
                .isEqualTo(forAll);
    }

    @Test
    void shouldSayNothingAfterAFailure() {
        assertThatThrownBy(() -> answer(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        time();
        assertThat(said).isEmpty();
    }

    @Test
    void shouldSayNothingWhereThereIsNoAddressForIt() {
        assertThat(slow.answer(Requests.origin("r1", Payloads.ANNA).in("C0BUILDS"), () -> ANSWER))
                .isEqualTo(ANSWER);
        assertThat(later).isEmpty();
    }
}
