package io.jenkins.plugins.slacknotify.trigger.running;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** Knows of builds that have waited for people, and for which time says nothing because of that. */
interface PauseDetector extends ExtensionPoint {
    boolean hasPaused(Run<?, ?> run);
}
