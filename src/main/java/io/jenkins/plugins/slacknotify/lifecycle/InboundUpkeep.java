package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.Extension;
import hudson.model.PeriodicWork;

/**
 * Looks every five minutes for what nobody reports: a secret that was changed in a store outside Jenkins, and a bot that may send
 * again. Costs nothing while requests from Slack are off and no bot is stopped.
 */
@Extension
public class InboundUpkeep extends PeriodicWork {
    private static final int MINUTES = 5;

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    @Override
    public void doRun() {
        InboundLifecycle.get().keepUp();
    }
}
