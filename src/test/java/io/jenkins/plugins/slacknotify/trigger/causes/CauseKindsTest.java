package io.jenkins.plugins.slacknotify.trigger.causes;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import io.jenkins.plugins.slacknotify.event.build.CauseKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseKindsTest {
    @Test
    void shouldTakeTheCausesOfHooksAndPullRequestBuildersForChangesInTheSource() {
        assertThat(List.of(
                        new CommitHookCause(),
                        new GhprbCause(),
                        new StashCause(),
                        new BitbucketCause(),
                        new GitHubPRCause()))
                .extracting(CauseKinds::kind)
                .containsOnly(CauseKind.SCM);
    }

    @Test
    void shouldNotKnowOtherCauses() {
        assertThat(CauseKinds.kind(new SomeCause())).isEqualTo(CauseKind.OTHER);
    }

    /** A cause of no particular kind; those below have the names and the ancestors that plugins give theirs. */
    private static class SomeCause extends Cause {
        @Override
        public String getShortDescription() {
            return "Somehow";
        }
    }

    private static final class CommitHookCause extends SomeCause {}

    private static final class GhprbCause extends SomeCause {}

    private static final class StashCause extends SomeCause {}

    private static final class BitbucketCause extends SomeCause {}

    private static class GitHubCause extends SomeCause {}

    private static final class GitHubPRCause extends GitHubCause {}
}
