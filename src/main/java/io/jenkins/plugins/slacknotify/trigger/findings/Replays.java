package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.model.Run;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayCause;

/** Pipelines that were replayed, or rebuilt from their page. */
@Extension(optional = true)
public final class Replays implements Reruns {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return Optional.ofNullable(run.getCause(ReplayCause.class)).map(ReplayCause::getOriginal);
    }
}
