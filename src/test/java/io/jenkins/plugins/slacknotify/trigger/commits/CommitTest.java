package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommitTest {
    private static final Person ADA = new Person(null, "Ada", "ada@example.org");
    private static final Person BOB = new Person(null, "Bob", "bob@example.org");

    @Test
    void shouldTellSummaryAndPeopleOfMessage() {
        assertThat(Commit.of("1a2b", ADA, "Mend the oven \n\nCo-authored-by: Bob <bob@example.org>\n"))
                .isEqualTo(new Commit("1a2b", ADA, "Mend the oven", List.of(BOB), null))
                .extracting(commit -> commit.people().toList())
                .isEqualTo(List.of(ADA, BOB));
    }

    @Test
    void shouldAllowEmptyMessage() {
        assertThat(Commit.of(null, ADA, "").summary()).isEmpty();
        assertThat(Commit.of(null, ADA, "\n \r\n\n Late subject\r\nBody").summary())
                .isEqualTo("Late subject");
    }

    @Test
    void shouldNameEverybodyOfChangeLogAndOthers() {
        Person cyd = new Person(null, "Cyd", null);
        var commits =
                new Commits(List.of(Commit.of("1", BOB, "One"), Commit.of("2", ADA, "Two")), List.of(cyd), Set.of());
        assertThat(commits.people()).containsExactly(BOB, ADA, cyd);
    }

    @Test
    void shouldLeaveOutTheAuthorsOfMergedCommitsUnlessNobodyElseIsThere() {
        Person cyd = new Person(null, "Cyd", null);
        var logged = List.of(Commit.of("1", BOB, "One"), Commit.of(null, ADA, "Two"));

        assertThat(new Commits(logged, List.of(), Set.of("1")).people()).containsExactly(ADA);
        assertThat(new Commits(logged.subList(0, 1), List.of(cyd), Set.of("1")).people())
                .containsExactly(cyd);
        assertThat(new Commits(logged.subList(0, 1), List.of(), Set.of("1")).people())
                .containsExactly(BOB);
    }
}
