package io.jenkins.plugins.slacknotify.trigger.causes;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildCausesTest {
    private static final Cause COPIED = new Other();
    private static final Cause PERSON = new Cause.UserIdCause() {};
    private static final Cause REBUILD = new RebuildCause();
    private static final Cause RETRY = new NaginatorCause();

    @Test
    void shouldKeepAllCausesOfABuildThatIsNoRebuild() {
        assertThat(BuildCauses.own(List.of(COPIED, PERSON))).containsExactly(COPIED, PERSON);
        assertThat(BuildCauses.own(List.of())).isEmpty();
    }

    @Test
    void shouldKeepOfARebuildWhoPressedTheButton() {
        assertThat(BuildCauses.own(List.of(COPIED, PERSON, REBUILD))).containsExactly(PERSON);
    }

    @Test
    void shouldKeepTheCauseOfARebuildThatNobodyPressed() {
        assertThat(BuildCauses.own(List.of(COPIED, REBUILD))).containsExactly(REBUILD);
    }

    @Test
    void shouldKeepOfARetryWhoPressedTheButton() {
        assertThat(BuildCauses.own(List.of(COPIED, RETRY, PERSON))).containsExactly(PERSON);
    }

    /** It goes on for whom and what the first build was. */
    @Test
    void shouldKeepTheCausesOfWhatWasRetriedByItself() {
        assertThat(BuildCauses.own(List.of(COPIED, PERSON, RETRY))).containsExactly(COPIED, PERSON, RETRY);
    }

    @Test
    void shouldTakeAResumedBuildForARebuild() {
        assertThat(BuildCauses.own(List.of(new ResumeCause(), PERSON))).containsExactly(PERSON);
        assertThat(BuildCauses.isRebuild(new ResumeCause())).isTrue();
    }

    private static final class Other extends Cause {
        @Override
        public String getShortDescription() {
            return "Started by timer";
        }
    }

    /** As the Rebuild plugin calls its own. */
    private static final class RebuildCause extends Cause {
        @Override
        public String getShortDescription() {
            return "Rebuilds build #1";
        }
    }

    /** As the MultiJob plugin calls its own. */
    private static final class ResumeCause extends Cause {
        @Override
        public String getShortDescription() {
            return "Resumed from build #1";
        }
    }

    /** As the Naginator plugin calls its own. */
    private static final class NaginatorCause extends Cause {
        @Override
        public String getShortDescription() {
            return "Started by Naginator after build #1 failure";
        }
    }
}
