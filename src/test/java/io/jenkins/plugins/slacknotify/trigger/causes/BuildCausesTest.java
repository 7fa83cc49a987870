package io.jenkins.plugins.slacknotify.trigger.causes;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildCausesTest {
    private static final Cause COPIED = new Other();
    private static final Cause PERSON = new Cause.UserIdCause() {};
    private static final Cause REBUILD = new RebuildCause();

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
}
