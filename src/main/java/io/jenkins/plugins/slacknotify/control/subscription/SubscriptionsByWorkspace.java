package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.page.list.WorkspaceReferences;

/** The references of subscriptions and mutes to workspaces, which follow a new name. */
@Extension
public final class SubscriptionsByWorkspace implements WorkspaceReferences {
    @Override
    public int waitingIn(String workspace) {
        return 0; // Nothing waits in a subscription.
    }

    @Override
    public void renamed(String before, String after) {
        update(before, after);
    }

    /** Completes what a crash right after the settings were saved has cut off. */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void catchUp() {
        SlackNotifyConfiguration.get().renamedWorkspaces().forEach(SubscriptionsByWorkspace::update);
    }

    private static void update(String before, String after) {
        SlackSubscriptions known = SlackSubscriptions.get();
        known.subscriptions().workspaceRenamed(before, after);
        known.mutes().workspaceRenamed(before, after);
    }
}
