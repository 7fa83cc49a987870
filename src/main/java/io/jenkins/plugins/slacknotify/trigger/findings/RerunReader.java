package io.jenkins.plugins.slacknotify.trigger.findings;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.time.Instant;
import java.util.Optional;

/** Knows of a way in which a build can run an earlier one of its job again. */
interface RerunReader extends ExtensionPoint {
    /** @return empty where the build runs none again in that way, or one that is not there any more */
    Optional<Run<?, ?>> originalOfRerun(Run<?, ?> run);

    /** The earlier build, by whatever way. */
    @CheckForNull
    static BuildKey originalOf(Run<?, ?> run) {
        return BestEffort.first(RerunReader.class, "original of " + run, way -> way.originalOfRerun(run))
                .map(original -> new BuildKey(
                        original.getParent().getFullName(),
                        original.getNumber(),
                        Instant.ofEpochMilli(original.getStartTimeInMillis())))
                .orElse(null);
    }
}
