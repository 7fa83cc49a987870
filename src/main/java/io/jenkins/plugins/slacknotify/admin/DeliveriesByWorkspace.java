package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.engine.NotificationEngine;
import io.jenkins.plugins.slacknotify.lifecycle.EngineLifecycle;
import io.jenkins.plugins.slacknotify.page.list.WorkspaceReferences;

/**
 * The references of the engine to workspaces. A delivery was stored with the name, and keeps it. What is known of the workspace's channels
 * follows.
 */
@Extension
public final class DeliveriesByWorkspace implements WorkspaceReferences {
    @Override
    public int waitingIn(String workspace) {
        return engine().deliveries().waitingIn(workspace);
    }

    @Override
    public void renamed(String before, String after) {
        engine().slackChanges().workspaceRenamed(before, after);
    }

    private static NotificationEngine engine() {
        return EngineLifecycle.get().engine();
    }
}
