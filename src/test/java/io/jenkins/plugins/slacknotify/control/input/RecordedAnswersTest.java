package io.jenkins.plugins.slacknotify.control.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.interaction.approval.InputResult.AlreadyAnswered;
import io.jenkins.plugins.slacknotify.lifecycle.act.RecordedAct;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedAnswersTest {
    private static RecordedAct act(String request, String what, String account) {
        return new RecordedAct(
                request, what, "5", account, account.toUpperCase(java.util.Locale.ROOT), "U1", null, null, 0);
    }

    private static boolean isOfRequest(List<RecordedAct> acts, boolean isApproved, String by) {
        return RecordedAnswers.of(acts, "5").isOfRequest("r1", isApproved, by, String::equalsIgnoreCase);
    }

    @Test
    void shouldKnowTheAnswerOfAnAttemptThatWasCutOff() {
        List<RecordedAct> acts = List.of(act("r1", "approved", "anna"));
        assertThat(isOfRequest(acts, true, "Anna")).isTrue();
        assertThat(isOfRequest(acts, true, null))
                .as("the pipeline does not know by whom")
                .isTrue();
    }

    /** What was written down had no effect: Jenkins was killed before. */
    @Test
    void shouldTakeTheAnswerOfSomebodyElseForNone() {
        List<RecordedAct> acts = List.of(act("r1", "approved", "anna"));
        assertThat(isOfRequest(acts, false, "bob")).as("rejected in Jenkins").isFalse();
        assertThat(isOfRequest(acts, true, "bob")).as("approved in Jenkins").isFalse();
        assertThat(isOfRequest(acts, false, "anna"))
                .as("another wish of her own")
                .isFalse();
        assertThat(isOfRequest(acts, false, null)).isFalse();
        assertThat(isOfRequest(List.of(act("r1", "approved", "anna"), act("r2", "approved", "bob")), true, null))
                .as("approved from Slack")
                .isFalse();
        assertThat(isOfRequest(List.of(act("r1", "approved in part", "anna")), true, "anna"))
                .as("one of several")
                .isFalse();
        assertThat(RecordedAnswers.of(acts, "6").isOfRequest("r1", true, "anna", String::equals))
                .as("another step")
                .isFalse();
    }

    @Test
    void shouldNameWhoeverHasAnsweredLast() {
        List<RecordedAct> acts = List.of(act("r1", "approved", "anna"), act("r2", "rejected", "bob"));
        assertThat(RecordedAnswers.of(acts, "5").last("r1")).contains(new AlreadyAnswered("BOB", false, false));
        assertThat(RecordedAnswers.of(acts, "5").last("r2")).contains(new AlreadyAnswered("BOB", false, true));
        assertThat(RecordedAnswers.of(acts, "6").last("r1")).isEmpty();
    }
}
