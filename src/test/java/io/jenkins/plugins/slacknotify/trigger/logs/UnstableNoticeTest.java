package io.jenkins.plugins.slacknotify.trigger.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnstableNoticeTest {
    @Test
    void shouldFindTheLastWordOfJenkins() {
        assertThat(UnstableNotice.find(List.of(
                        "Build step 'Execute shell' changed build result to UNSTABLE",
                        "Build step 'Publish coverage' changed build result to UNSTABLE",
                        "Finished: UNSTABLE")))
                .contains("Build step 'Publish coverage' changed build result to UNSTABLE");
        assertThat(UnstableNotice.find(List.of("12:00:01 Build shop » test #7 completed: UNSTABLE", "[Pipeline] }")))
                .contains("shop » test #7 completed: UNSTABLE");
    }

    @Test
    void shouldTakeNoOtherLineForIt() {
        assertThat(UnstableNotice.find(List.of(
                        "Build step 'Execute shell' changed build result to FAILURE",
                        "Build below #1 completed: FAILURE",
                        "echo completed: UNSTABLE",
                        "Finished: UNSTABLE")))
                .isEmpty();
        assertThat(UnstableNotice.find(List.of())).isEmpty();
    }
}
