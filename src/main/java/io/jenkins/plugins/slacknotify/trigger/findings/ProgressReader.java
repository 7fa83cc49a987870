package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.LiveProgress;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.List;
import java.util.Optional;

/** Reads how far a running build is. Called every few seconds, so it looks at a bounded part of the build. */
public interface ProgressReader extends ExtensionPoint {
    Optional<LiveProgress> read(Run<?, ?> run);

    /** Asks all readers; never throws. A build that none knows has no stages. */
    static LiveProgress of(Run<?, ?> run) {
        return BestEffort.first(ProgressReader.class, "progress of ", run, reader -> reader.read(run))
                .orElseGet(() -> new LiveProgress(List.of()));
    }
}
