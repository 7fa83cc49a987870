package io.jenkins.plugins.slacknotify.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void shouldCountWhatIsMissingAndWhatIsThereAgain() {
        var tally = Tally.of(
                List.of("/job/a/1/", "/job/b/1/", "/job/c/1/"),
                List.of("see /job/a/1/", "see /job/b/1/", "again /job/b/1/", "and again /job/b/1/", "/job/d/1/"));

        assertThat(tally).isEqualTo(new Tally(3, 1, 2));
        assertThat(tally.lostOfAll()).isEqualTo("1 of 3");
    }

    @Test
    void shouldFindSeveralBuildsInOneMessage() {
        assertThat(Tally.of(List.of("/job/a/1/", "/job/b/1/"), List.of("/job/a/1/ and, again, /job/a/1/, /job/b/1/")))
                .isEqualTo(new Tally(2, 0, 0));
    }
}
