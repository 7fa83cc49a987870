package io.jenkins.plugins.slacknotify.trigger.findings;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import jenkins.model.Jenkins;

/**
 * Knows whether Jenkins is being shut down. {@link Jenkins#isTerminating} says so only when the terminators have run, and one of them, of
 * the Pipeline plugins, aborts the builds that may not go on afterwards. {@code Jenkins.cleanUp} notifies every item listener before it
 * runs the terminators, whatever another listener throws, and nothing else makes a Jenkins terminate (core 2.541.3 and 2.568.1). A shutdown
 * that has begun is never called off.
 */
@Extension
public final class JenkinsShutdown extends ItemListener {
    private volatile boolean begun;

    @Override
    public void onBeforeShutdown() {
        begun = true;
    }

    static boolean hasBegun() {
        return ExtensionList.lookupSingleton(JenkinsShutdown.class).begun;
    }
}
