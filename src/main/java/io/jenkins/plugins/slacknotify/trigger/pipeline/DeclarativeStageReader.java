package io.jenkins.plugins.slacknotify.trigger.pipeline;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.StoredActions;
import io.jenkins.plugins.slacknotify.trigger.findings.RestartStageReader;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.DisableRestartFromStageAction;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.ExecutionModelAction;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartDeclarativePipelineAction;

/** Reads the stages from which a declarative pipeline can be run again. Stages that were skipped for a failure are none of them. */
@Extension(optional = true)
public final class DeclarativeStageReader implements RestartStageReader {
    @Override
    public Optional<List<String>> stagesOf(Run<?, ?> run) {
        return isDeclarative(run)
                ? stages(run.getAction(RestartDeclarativePipelineAction.class), run)
                : Optional.empty();
    }

    /** Tells without the look-up of an action that is made anew each time, for which every factory of actions is asked. */
    private static boolean isDeclarative(Run<?, ?> run) {
        return StoredActions.find(run, ExecutionModelAction.class) != null;
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static Optional<List<String>> stages(
            @CheckForNull RestartDeclarativePipelineAction restart, Run<?, ?> run) {
        return restart == null || run.getParent().getAction(DisableRestartFromStageAction.class) != null
                ? Optional.empty()
                : Optional.of(restart.getRestartableStages()).filter(stages -> !stages.isEmpty());
    }
}
