package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** Finds builds that have paused for people, so that their duration says nothing. */
interface PauseDetector extends ExtensionPoint {
    boolean hasPaused(Run<?, ?> run);
}
