package io.jenkins.plugins.slacknotify.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.MessageReference;
import io.jenkins.plugins.slacknotify.inbound.request.Shortcut;
import io.jenkins.plugins.slacknotify.inbound.request.SlashCommand;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {
    private static final Answer ANSWER = Answer.ephemeral("It stands well.").withBlocks("[]");

    private final List<Answer> said = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final SlowAnswers slow = new SlowAnswers(
            (origin, answer) -> {
                said.add(answer);
                return new SendResult.Sent("", null);
            },
            (wait, task) -> {
                waits.add(wait);
                later.add(task);
            });

    private Answer answer(Supplier<Answer> work) {
        return slow.answer(command(Requests.origin("r1", Payloads.ANNA)), false, work);
    }

    private static SlashCommand command(RequestOrigin origin) {
        return new SlashCommand(origin, "/ci", "status shop", null);
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

    /** Slack replaces nothing that was sent as an answer: the word and the answer are two messages. */
    @Test
    void shouldSayThatTheAnswerFollowsAndLetItFollow() {
        Answer answer = answer(() -> {
            time();
            return ANSWER;
        });

        assertThat(said).containsExactly(Answer.ephemeral(SlowAnswers.LOOKING));
        assertThat(answer).isEqualTo(ANSWER);
        assertThat(said.get(0).json() + answer.json()).doesNotContain("\"replace_original\":true");
    }

    @Test
    void shouldSayItOnceThoughTheActIsTriedAgain() {
        for (int attempt = 0; attempt < 3; attempt++) {
            answer(() -> {
                time();
                return ANSWER;
            });
        }

        assertThat(said).containsExactly(Answer.ephemeral(SlowAnswers.LOOKING));
    }

    @Test
    void shouldSayItInThePlaceThatTheAnswerTakes() {
        Answer inPlace = Answer.replacing("It stands well.");
        Answer answer = slow.answer(command(Requests.origin("r1", Payloads.ANNA)), true, () -> {
            time();
            return inPlace;
        });

        assertThat(said).containsExactly(Answer.replacing(SlowAnswers.LOOKING));
        assertThat(answer).isEqualTo(inPlace);
    }

    @Test
    void shouldSayItInTheThreadInWhichItWasAsked() {
        Shortcut shortcut =
                new Shortcut(Requests.origin("r1", Payloads.ANNA), "status", new MessageReference("2.2", "1.1"), null);
        slow.answer(shortcut, false, () -> {
            time();
            return ANSWER;
        });

        assertThat(said).extracting(Answer::threadTs).containsExactly("1.1");
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
        assertThat(slow.answer(command(Requests.origin("r1", Payloads.ANNA).in("C0BUILDS")), false, () -> ANSWER))
                .isEqualTo(ANSWER);
        assertThat(later).isEmpty();
    }
}
