package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.Extension;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/**
 * Looks every five minutes whether a file that an environment variable names has another system channel. Costs a look at a small file,
 * and nothing where the channel is entered on the page.
 */
@Extension
public class EnvironmentUpkeep extends PeriodicWork {
    private static final int MINUTES = 5;

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    @Override
    public void doRun() {
        SlackNotifyConfiguration.get().followEnvironment();
    }
}
