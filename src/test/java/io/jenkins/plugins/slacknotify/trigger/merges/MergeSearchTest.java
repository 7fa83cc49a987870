package io.jenkins.plugins.slacknotify.trigger.merges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergeSearchTest {
    private static final Set<String> LOG = Set.of("own", "m1", "m2");

    private final List<String> asked = new ArrayList<>();

    @Test
    void shouldFindTheCommitsOfAGoodStateThatTheBranchContains() throws InterruptedException {
        var search = search(Map.of("head..m2", List.of(), "m2..head", List.of("head", "own")));

        assertThat(search.merged("head", LOG, List.of("m2"))).containsExactlyInAnyOrder("m1", "m2");
    }

    /** The branch was merged with a state in between, which may have been bad. */
    @Test
    void shouldLeaveCommitsBehindTheGoodState() throws InterruptedException {
        var search = search(
                Map.of("head..m3", List.of("m3"), "head..m1", List.of(), "m1..head", List.of("head", "own", "m2")));

        assertThat(search.merged("head", LOG, List.of("m3", "m1"))).containsExactly("m1");
    }

    @Test
    void shouldFindNothingWhereTheBranchContainsNoGoodStateOrTheWorkspaceDoesNotKnowIt() throws InterruptedException {
        assertThat(search(Map.of("head..m2", List.of("m2"))).merged("head", LOG, List.of("m2", "unknown")))
                .isEmpty();
        assertThat(asked).containsExactly("head..m2", "head..unknown");
    }

    @Test
    void shouldLeaveOutNobodyWhereTheBranchHasNothingOfItsOwn() throws InterruptedException {
        var forwarded = search(Map.of("m2..m2", List.of()));

        assertThat(forwarded.merged("m2", LOG, List.of("m2"))).isEmpty();
    }

    @Test
    void shouldNotAskForEver() throws InterruptedException {
        List<String> good =
                IntStream.range(0, 100).mapToObj(number -> "g" + number).toList();

        assertThat(search(Map.of()).merged("head", LOG, good)).isEmpty();
        assertThat(asked).hasSize(10);
    }

    private MergeSearch search(Map<String, List<String>> ranges) {
        return new MergeSearch(range -> {
            asked.add(range);
            if (!ranges.containsKey(range)) {
                throw new IllegalStateException("bad revision " + range);
            }
            return ranges.get(range);
        });
    }
}
