package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.Run;
import java.util.List;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartDeclarativePipelineAction;
import org.jenkinsci.plugins.pipeline.modeldefinition.actions.RestartFlowFactoryAction;
import org.jenkinsci.plugins.pipeline.modeldefinition.causes.RestartDeclarativePipelineCause;

/**
 * Makes a declarative pipeline begin with a stage, as its own page does ({@code RestartDeclarativePipelineAction.run}). That method is
 * not called, as it would write a cause that knows nothing of the request from Slack, and the start would not be found again after
 * a crash.
 */
@Extension(optional = true)
public final class DeclarativeRestart implements StageRestart {
    @Override
    public boolean isAllowed(Run<?, ?> run) {
        return isEnabled(run.getAction(RestartDeclarativePipelineAction.class));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static boolean isEnabled(@CheckForNull RestartDeclarativePipelineAction restart) {
        return restart != null && restart.isRestartEnabled();
    }

    @Override
    public List<Action> actionsFor(Run<?, ?> run) {
        return List.of(new RestartFlowFactoryAction(run.getExternalizableId()));
    }

    @Override
    public Cause causeFor(Run<?, ?> run, String stage) {
        return new RestartDeclarativePipelineCause(run, stage);
    }
}
