package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.list.WaitingMessages;

/** Counts the deliveries that wait for a workspace. Each was stored with its name. */
@Extension
public final class WaitingDeliveries implements WaitingMessages {
    @Override
    public int waitingIn(String workspace) {
        return EngineLifecycle.get().engine().deliveries().waitingIn(workspace);
    }
}
