package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;
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
    }

    @Test
    void shouldNameEverybodyOfChangeLogAndOthers() {
        Person cyd = new Person(null, "Cyd", null);
        var commits = new Commits(List.of(Commit.of("1", BOB, "One"), Commit.of("2", ADA, "Two")), List.of(cyd));
        assertThat(commits.people()).containsExactly(BOB, ADA, cyd);
    }
}
