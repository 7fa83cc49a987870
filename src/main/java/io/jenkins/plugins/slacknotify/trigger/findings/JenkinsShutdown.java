package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import jenkins.model.Jenkins;

/**
 * Knows whether Jenkins is being stopped. {@link Jenkins#isTerminating} says so only when the terminators have run, and one of those, of
 * the Pipeline plugins, aborts what may not go on afterwards. {@code Jenkins.cleanUp} tells every such listener before all of them, whatever
 * another listener throws, and nothing else makes a Jenkins terminate (core 2.541.3 and 2.568.1). A stop that has begun is never called off.
 */
@Extension
public final class JenkinsShutdown extends ItemListener {
    private volatile boolean begun;

    @Override
    public void onBeforeShutdown() {
        begun = true;
    }

    /** Returns whether a stop of this Jenkins has begun. */
    static boolean hasBegun() {
        return ExtensionList.lookupSingleton(JenkinsShutdown.class).begun;
    }
}
