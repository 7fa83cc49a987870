package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import java.util.Optional;

public interface DownstreamReader extends ExtensionPoint {
    /** Returns the builds that a build has started; empty where it has started none in the way that this reader knows. */
    Optional<DownstreamBuilds> startedBy(Run<?, ?> run);
}
