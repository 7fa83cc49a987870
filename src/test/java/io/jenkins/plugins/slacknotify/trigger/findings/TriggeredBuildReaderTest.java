package io.jenkins.plugins.slacknotify.trigger.findings;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By classes that have the names and methods of those of the plugins. */
class TriggeredBuildReaderTest {
    private final Run<?, ?> first = new SomeRun();
    private final Run<?, ?> second = new SomeRun();

    @Test
    void shouldFindTheBuildsThatAStepHasTriggeredAndAreStillThere() {
        var triggered = new BuildInfoExporterAction(first, null, second);

        assertThat(TriggeredBuildReader.builds("a freestyle build", List.of(new InvisibleAction() {}, triggered)))
                .containsExactly(first, second);
    }

    @Test
    void shouldFindTheBuildsOfPhases() {
        var phases = new MultiJobBuild(List.of(new SubBuild(first), new SubBuild(null), new SubBuild(second)));

        assertThat(TriggeredBuildReader.builds(phases, List.of())).containsExactly(first, second);
    }

    @Test
    void shouldFindNoneWhereNoneWasTriggered() {
        assertThat(TriggeredBuildReader.builds("a build", List.of(new InvisibleAction() {})))
                .isEmpty();
    }

    public static final class BuildInfoExporterAction extends InvisibleAction {
        private final Run<?, ?>[] builds;

        BuildInfoExporterAction(Run<?, ?>... builds) {
            this.builds = builds;
        }

        public List<Run<?, ?>> getTriggeredBuilds() {
            return Arrays.asList(builds);
        }
    }

    public record MultiJobBuild(List<SubBuild> phases) {
        public List<SubBuild> getSubBuilds() {
            return phases;
        }
    }

    public record SubBuild(Run<?, ?> build) {
        public Run<?, ?> getBuild() {
            return build;
        }
    }

    @SuppressWarnings("rawtypes") // nobody asks for its job
    private static final class SomeRun extends Run {
        @SuppressWarnings("unchecked")
        SomeRun() {
            super(null, 0);
        }
    }
}
