package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.ExtensionPoint;
import hudson.model.Run;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import java.util.Optional;

/** Knows which builds a build has started. */
interface DownstreamReader extends ExtensionPoint {
    /** @return empty where it has started none in the way that this knows of */
    Optional<DownstreamBuilds> startedBy(Run<?, ?> run);
}
