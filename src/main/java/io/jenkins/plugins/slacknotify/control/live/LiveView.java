package io.jenkins.plugins.slacknotify.control.live;

import hudson.ExtensionPoint;

/** Something that Slack shows of Jenkins beside messages, and that is kept up to date. */
public interface LiveView extends ExtensionPoint {
    /** Returns whether there is anything to look after. Called on a thread that must not wait. */
    boolean isAny();

    /** Shows what has changed. May call Slack; called by one thread at a time. */
    void lookAfter();
}
