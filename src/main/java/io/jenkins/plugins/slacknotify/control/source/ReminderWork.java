package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.control.home.DailyReminderSender;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every ten minutes whether somebody is to be reminded. Costs nothing while nobody wants to be, or requests from Slack are off. */
@Extension
public class ReminderWork extends PeriodicWork {
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(1);
    private static final int MINUTES = 10;

    private final OutboxThreads threads = new PooledThreads("reminders", 1, IDLE_TIMEOUT);
    private final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    /** Runs on Jenkins' timer, so it only hands over. */
    @Override
    protected void doRun() {
        boolean isOn =
                !SlackNotifyConfiguration.get().getInbound().enabledAbilities().isEmpty();
        if (isOn
                && User.getAll().stream().anyMatch(PersonalPreferences::isReminded)
                && busy.compareAndSet(false, true)) {
            threads.work(this::remind);
        }
    }

    private void remind() {
        try {
            new DailyReminderSender(ApprovalSource.inputs()).remind(Clock.systemDefaultZone());
        } finally {
            busy.set(false);
        }
    }
}
