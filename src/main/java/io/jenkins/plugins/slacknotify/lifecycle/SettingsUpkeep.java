package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.Extension;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/**
 * Looks every five minutes for what nobody reports: another system channel in the file that an environment variable names, a secret that
 * was changed in a store outside Jenkins, and a bot that may send again. Costs a look at a small file while requests from Slack are off and
 * no bot is stopped.
 */
@Extension
public class SettingsUpkeep extends PeriodicWork {
    private static final int MINUTES = 5;

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    @Override
    public void doRun() {
        InboundLifecycle.get().keepUp();
        // Last, as the file may be on a disk that does not answer.
        SlackNotifyConfiguration.get().followEnvironment();
    }
}
