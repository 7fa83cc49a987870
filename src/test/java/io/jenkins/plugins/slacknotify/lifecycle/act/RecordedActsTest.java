package io.jenkins.plugins.slacknotify.lifecycle.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedActsTest {
    private final List<RecordedAct> acts = new ArrayList<>();

    private static RecordedAct act(String what, int number) {
        return new RecordedAct("r" + number, what, null, "anna", "Anna", "U1", null, null, number);
    }

    private void add(String what, int times) {
        for (int number = 0; number < times; number++) {
            List<RecordedAct> more = new ArrayList<>(acts);
            more.add(act(what, number));
            acts.clear();
            acts.addAll(RecordedActs.kept(more));
        }
    }

    private List<String> whats() {
        return acts.stream().map(RecordedAct::what).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"followed", "unfollowed", "claimed", "released"})
    void shouldNotForgetWhatCountsForWhatEveryReaderMayDo(String minor) {
        add(RecordedActs.APPROVED_IN_PART, 1);
        add("killed", 1);

        add(minor, 1000);

        assertThat(whats()).containsExactly(RecordedActs.APPROVED_IN_PART, "killed", minor);
        assertThat(acts).hasSize(RecordedActs.ACTS_KEPT);
        assertThat(acts.get(acts.size() - 1).at()).as("the newest").isEqualTo(999);
    }

    @Test
    void shouldForgetAnApprovalThatWaitsLast() {
        add(RecordedActs.APPROVED_IN_PART, 2);

        add("told to stop", 300);

        assertThat(acts).hasSize(RecordedActs.ACTS_KEPT);
        assertThat(acts.get(0).what()).isEqualTo(RecordedActs.APPROVED_IN_PART);
        assertThat(acts.get(1).what()).isEqualTo(RecordedActs.APPROVED_IN_PART);
        assertThat(acts.get(2).at()).as("the oldest that is left of the others").isEqualTo(202);
    }

    private void approve(String what, String step, String account, String values) {
        acts.add(new RecordedAct("r", what, step, account, "Name of " + account, "U1", null, null, 1)
                .withApproval(values, List.of()));
    }

    private List<String> approvers(String account) {
        return RecordedActs.approversOf(acts, "5", account, String::equalsIgnoreCase);
    }

    @Test
    void shouldNameAllWhoHaveApproved() {
        approve(RecordedActs.APPROVED_IN_PART, "4", "eve", "v1");
        approve(RecordedActs.APPROVED_IN_PART, "5", "anna", "v1");
        approve(RecordedActs.APPROVED_IN_PART, "5", "carl", "v2");
        approve(RecordedActs.LAPSED, "5", "dan", "v1");
        approve(RecordedActs.APPROVED_IN_PART, "5", "BOB", "v1");
        assertThat(approvers("bob")).as("so far").isEmpty();

        approve(RecordedActs.APPROVED, "5", "bob", "v1");
        assertThat(approvers("bob")).containsExactly("Name of anna", "Name of bob");
        assertThat(approvers("ivy")).as("who has approved in Jenkins").isEmpty();
        assertThat(approvers(null)).isEmpty();
    }

    @Test
    void shouldKeepNoMoreThanThereIsRoomFor() {
        add(RecordedActs.APPROVED_IN_PART, 150);

        assertThat(acts).hasSize(RecordedActs.ACTS_KEPT);
        assertThat(acts.get(0).at()).isEqualTo(50);
    }
}
