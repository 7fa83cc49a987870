package io.jenkins.plugins.slacknotify.trigger.causes;

import hudson.Extension;
import hudson.model.Cause;
import hudson.model.Run;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the original of builds that the plugins Rebuild and MultiJob have started: their cause is one of a build upstream, which is the
 * original.
 */
@Extension
public final class RebuildReader implements RerunReader {
    @Override
    public Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run) {
        return BuildCauses.all(run).stream()
                .filter(BuildCauses::isRebuild)
                .flatMap(cause -> cause instanceof Cause.UpstreamCause rebuild ? Stream.of(rebuild) : Stream.empty())
                .<Run<?, ?>>flatMap(rebuild -> Stream.ofNullable(rebuild.getUpstreamRun()))
                .filter(original -> original.getParent().equals(run.getParent()))
                .findFirst();
    }
}
