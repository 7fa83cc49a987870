package io.jenkins.plugins.slacknotify.trigger.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayCause;

/** Reads the original of pipelines that were replayed, or rebuilt from their page. */
@Extension(optional = true)
public final class ReplayReader implements RerunReader {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return original(BuildCauses.find(run, ReplayCause.class).orElse(null));
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static Optional<Run<?, ?>> original(@CheckForNull ReplayCause cause) {
        return Optional.ofNullable(cause).map(ReplayCause::getOriginal);
    }
}
