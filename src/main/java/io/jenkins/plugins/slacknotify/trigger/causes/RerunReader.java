package io.jenkins.plugins.slacknotify.trigger.causes;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.config.build.BuildKeys;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.Optional;

/** Reads which earlier build of the same job a build runs again, for one way of doing so. */
public interface RerunReader extends ExtensionPoint {
    /** Returns the earlier build; empty where the build runs none again in that way, or one that is gone. */
    Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run);

    /** Returns the key of the earlier build, by any reader; null where there is none. Never throws. */
    @CheckForNull
    static BuildKey originalOf(Run<?, ?> run) {
        return BestEffort.first(RerunReader.class, "original of ", run, way -> way.originalOfRerun(run))
                .map(BuildKeys::of)
                .orElse(null);
    }
}
