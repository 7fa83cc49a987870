package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.slacknotify.subscription.Subscription;
import java.util.List;

/** Asks every ten minutes whether subscriptions that rest are in force again. Asks nobody where none rests. */
@Extension
public class RestingSubscriptionsCheck extends PeriodicWork {
    @Override
    public long getRecurrencePeriod() {
        return 10 * MIN;
    }

    /** Asks on another thread, as a security realm may be slow. */
    @Override
    protected void doRun() {
        List<Subscription> resting = SlackSubscriptions.get().subscriptions().all().stream()
                .filter(one -> one.rest() != null)
                .toList();
        if (!resting.isEmpty()) {
            Computer.threadPoolForRemoting.execute(() -> resting.forEach(SlackSubscriptions.get()::check));
        }
    }
}
