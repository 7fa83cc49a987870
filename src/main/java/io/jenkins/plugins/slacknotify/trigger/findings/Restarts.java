package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.pipeline.modeldefinition.causes.RestartDeclarativePipelineCause;

/** Declarative pipelines that were restarted from a stage. */
@Extension(optional = true)
public final class Restarts implements Reruns {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return Optional.ofNullable(run.getCause(RestartDeclarativePipelineCause.class))
                .map(RestartDeclarativePipelineCause::getOriginal);
    }
}
