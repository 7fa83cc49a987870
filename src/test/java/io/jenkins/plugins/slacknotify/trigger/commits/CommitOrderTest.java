package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitOrderTest {
    private static final Person ADA = new Person(null, "Ada", "ada@example.org");

    @Test
    void shouldLeaveTheOrderOfALogWhereADateGoesBack() {
        var moved = List.of(commit("c", 9), commit("b", 2), commit("a", 8));

        assertThat(ids(CommitOrder.oldestFirst(moved))).containsExactly("a", "b", "c");
    }

    @Test
    void shouldTurnALogRoundAlsoWhereDatesAreTheSame() {
        assertThat(ids(CommitOrder.oldestFirst(List.of(commit("c", 5), commit("b", 5), commit("a", 5)))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void shouldHaveACommitOnceThatIsInSeveralLogs() {
        var first = List.of(commit("a", 1), commit("b", 2));
        var again = List.of(commit("a", 1), commit("b", 2), commit("c", 3));

        assertThat(ids(CommitOrder.join(List.of(first, first, again)))).containsExactly("a", "b", "c");
    }

    @Test
    void shouldTellCommitsApartThatHaveTheIdOfOneInAnotherRepository() {
        var other = Commit.of("101", new Person(null, "Bob", null), "Other").dated(2);

        assertThat(CommitOrder.join(List.of(List.of(commit("101", 1)), List.of(other))))
                .hasSize(2);
    }

    @Test
    void shouldKeepAllCommitsWithoutIds() {
        Commit unnamed = Commit.of(null, ADA, "Change");

        assertThat(CommitOrder.join(List.of(List.of(unnamed, unnamed)))).hasSize(2);
    }

    @Test
    void shouldMergeLogsByTheirDatesAndKeepTheOrderOfEach() {
        var shop = List.of(commit("a", 1), commit("b", 5), commit("old", 2), commit("c", 6));
        var library = List.of(commit("x", 3), commit("y", 7));

        assertThat(ids(CommitOrder.join(List.of(shop, library)))).containsExactly("a", "x", "b", "old", "c", "y");
    }

    @Test
    void shouldPutOneLogBehindTheOtherWhereADateIsUnknown() {
        var shop = List.of(commit("a", 5), commit("b", -1));
        var library = List.of(commit("x", 3));

        assertThat(ids(CommitOrder.join(List.of(shop, library)))).containsExactly("a", "b", "x");
    }

    private static Commit commit(String id, long timestamp) {
        return Commit.of(id, ADA, "Change " + id).dated(timestamp);
    }

    private static List<String> ids(List<Commit> commits) {
        return commits.stream().map(Commit::id).toList();
    }
}
