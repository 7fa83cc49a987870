package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.Run;
import io.jenkins.plugins.slacknotify.admin.SlackNotifications;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Moment;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands over what happens to builds while they run. */
public final class RunningBuild {
    private static final Logger LOGGER = Logger.getLogger(RunningBuild.class.getName());

    private RunningBuild() {}

    /**
     * Reads, writes one small file for each message, and returns; never throws. What was told before is not told again.
     *
     * @param run any build; of a part of another one, nothing is told
     */
    public static void tell(Run<?, ?> run, Moment moment) {
        try {
            if (!SystemWideListener.isPartOfAnother(run.getParent())) {
                BuildEvent event = RunEvents.happening(run, moment, Clock.systemUTC());
                SlackNotifications.get().engine().happening(event, JobRulesFinder.of(run.getParent()));
            }
        } catch (RuntimeException e) {
            // A notifier must not break what it watches.
            LOGGER.log(Level.WARNING, e, () -> "Could not hand over " + moment.kind() + " of " + run);
        }
    }
}
