package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.PeriodicWork;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.installation.Rotations;
import io.jenkins.plugins.slacknotify.outbox.OutboxThreads;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the tokens renewed that end, on one thread, {@code slack-notify-rotation}, which is there only while it works. Costs a look
 * at a small file every five minutes.
 *
 * <p>While notifications are switched off nothing is renewed: a copy of a Jenkins would use up the refresh token of the original.
 */
@Extension
public class RotationUpkeep extends PeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(RotationUpkeep.class.getName());
    private static final int MINUTES = 5;

    private final OutboxThreads thread = new TimerThreads("rotation", 1);

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    /** Goes on with what a crash has interrupted, before the first message is sent with an old token. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void start() {
        ExtensionList.lookupSingleton(RotationUpkeep.class).doRun();
    }

    @Terminator
    public static void stop() {
        ExtensionList.lookupSingleton(RotationUpkeep.class).thread.close();
    }

    @Override
    public void doRun() {
        if (SlackNotifyConfiguration.get().isEnabled() && Rotations.get().isNeeded()) {
            thread.work(RotationUpkeep::renew);
        }
    }

    private static void renew() {
        try (ACLContext asSystem = ACL.as2(ACL.SYSTEM2)) {
            Rotations.get().run();
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The tokens of Slack could not be renewed", e);
        }
    }
}
