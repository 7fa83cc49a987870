package io.jenkins.plugins.slacknotify.trigger.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.pipeline.modeldefinition.causes.RestartDeclarativePipelineCause;

/** Reads the original of declarative pipelines that were restarted from a stage. */
@Extension(optional = true)
public final class RestartReader implements RerunReader {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return original(
                BuildCauses.find(run, RestartDeclarativePipelineCause.class).orElse(null));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static Optional<Run<?, ?>> original(@CheckForNull RestartDeclarativePipelineCause cause) {
        return Optional.ofNullable(cause).map(RestartDeclarativePipelineCause::getOriginal);
    }
}
