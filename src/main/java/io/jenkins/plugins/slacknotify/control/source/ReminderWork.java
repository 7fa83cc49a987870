package io.jenkins.plugins.slacknotify.control.source;

import hudson.Extension;
import hudson.model.PeriodicWork;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.control.home.DailyReminderSender;
import io.jenkins.plugins.slacknotify.outbox.thread.SingleTaskThread;
import io.jenkins.plugins.slacknotify.personal.PersonalPreferences;
import java.time.Clock;
import java.util.List;

/** Looks every ten minutes whether somebody is to be reminded. Costs nothing while nobody wants to be, or requests from Slack are off. */
@Extension
public class ReminderWork extends PeriodicWork {
    private static final int MINUTES = 10;

    private final SingleTaskThread thread = new SingleTaskThread("reminders");

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    /** Runs on Jenkins' timer, so it only hands over. */
    @Override
    protected void doRun() {
        boolean isOn = !SlackNotifyConfiguration.get().abilitiesInEffect().isEmpty();
        List<User> reminded = isOn
                ? User.getAll().stream().filter(PersonalPreferences::isReminded).toList()
                : List.of();
        if (!reminded.isEmpty()) {
            thread.work(
                    () -> new DailyReminderSender(ApprovalSource.inputs()).remind(reminded, Clock.systemDefaultZone()));
        }
    }
}
