package io.jenkins.plugins.slacknotify.trigger.merges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogGraphTest {
    @Test
    void shouldTellALineOfCommits() {
        LogGraph log = log("c3 c2", "c2 c1", "c1 built-before");

        assertThat(log.ids()).containsExactlyInAnyOrder("c1", "c2", "c3");
        assertThat(log.isLine("c3")).isTrue();
    }

    /** The merge itself is left out of a log. */
    @Test
    void shouldTellThatTheHeadIsAMerge() {
        assertThat(log("m1 built-before", "c1 built-before").isLine("merge")).isFalse();
        assertThat(log("m1 other", "c1 built-before").isLine("merge")).isFalse();
    }

    @Test
    void shouldTellThatAMergeIsFollowedByACommit() {
        assertThat(log("c2 merge", "m2 m1", "m1 other", "c1 built-before").isLine("c2"))
                .isFalse();
    }

    @Test
    void shouldNotTakeAMessageForACommit() {
        String raw = """
                commit c1
                tree t1
                parent built-before
                author Ada <ada@example.org> 1700000000 +0100
                committer Ada <ada@example.org> 1700000000 +0100

                    commit x
                    parent y

                :100644 100644 a b M\tparent z
                """;

        LogGraph log = LogGraph.parse(raw.lines());

        assertThat(log.ids()).containsExactly("c1");
        assertThat(log.parents()).containsExactly("built-before");
    }

    private static LogGraph log(String... commitsAndParents) {
        StringBuilder raw = new StringBuilder();
        for (String commit : commitsAndParents) {
            String[] ids = commit.split(" ");
            raw.append("commit %s%nparent %s%n".formatted(ids[0], ids[1]));
        }
        return LogGraph.parse(raw.toString().lines());
    }
}
