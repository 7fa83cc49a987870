package io.jenkins.plugins.slacknotify.control.run;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.ParameterValue;
import hudson.model.StringParameterValue;
import org.junit.jupiter.api.Test;

class RepeatedBuildTest {
    @Test
    void shouldHandOverTextsAndNoFileThatOneBuildHasUnpacked() {
        assertThat(RepeatedBuild.belongsToOneBuild(new StringParameterValue("TARGET", "test")))
                .isFalse();
        assertThat(RepeatedBuild.belongsToOneBuild(new StashedFileParameterValue("PATCH")))
                .isTrue();
    }

    /** As the File Parameter plugin calls its own. */
    private static final class StashedFileParameterValue extends ParameterValue {
        StashedFileParameterValue(String name) {
            super(name);
        }
    }
}
