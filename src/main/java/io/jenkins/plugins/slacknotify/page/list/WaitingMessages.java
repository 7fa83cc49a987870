package io.jenkins.plugins.slacknotify.page.list;

import hudson.ExtensionList;
import hudson.ExtensionPoint;

/** Counts the messages that wait for a workspace by its name, and would not find it by another one. */
public interface WaitingMessages extends ExtensionPoint {
    /** Counts them in memory, without a call to Slack. */
    int waitingIn(String workspace);

    /** Counts them in all that waits. */
    static int in(String workspace) {
        return ExtensionList.lookup(WaitingMessages.class).stream()
                .mapToInt(messages -> messages.waitingIn(workspace))
                .sum();
    }
}
