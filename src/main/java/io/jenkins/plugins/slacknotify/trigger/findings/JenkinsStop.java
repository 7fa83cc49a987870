package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import jenkins.model.Jenkins;

/**
 * Knows whether Jenkins is being stopped. {@link Jenkins#isTerminating} says so only when the terminators have run, and one of those, of
 * the Pipeline plugins, aborts what may not go on afterwards; Jenkins asks this listener before all of them. A stop that has begun is never
 * called off.
 */
@Extension
public final class JenkinsStop extends ItemListener {
    private volatile boolean begun;

    @Override
    public void onBeforeShutdown() {
        begun = true;
    }

    /** Returns whether a stop of this Jenkins has begun. */
    static boolean hasBegun() {
        return Jenkins.get().isTerminating() || ExtensionList.lookupSingleton(JenkinsStop.class).begun;
    }
}
