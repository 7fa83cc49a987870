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
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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

    /**
     * The least time between two questions to Slack whether a token has ended. A token that is passed over is not forgotten, because held
     * deliveries are tried again every five minutes.
     */
    private static final Duration ASK_INTERVAL = Duration.ofMinutes(1);

    /** When Slack was asked last about tokens that may have ended, in uptime; null where it was not. */
    private final AtomicReference<Duration> askedAt = new AtomicReference<>();

    private final OutboxThreads thread = new TimerThreads("rotation", 1);

    @Override
    public long getRecurrencePeriod() {
        return MINUTES * MIN;
    }

    /** Goes on with what a crash has interrupted, before the first message is sent with an old token. */
    @Initializer(fatal = false, after = InitMilestone.JOB_CONFIG_ADAPTED)
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

    /**
     * Has Slack asked about the tokens that end where a delivery is held because its token has ended. Called on threads of the outbox, for
     * each of what may be thousands that are held, and returns at once.
     */
    static void changed(Delivery delivery) {
        if (HoldReason.keepsBack(delivery.state(), delivery.reason())
                && HoldReason.of(delivery.reason()).isAboutATokenThatHasEnded()) {
            RotationUpkeep upkeep = ExtensionList.lookupSingleton(RotationUpkeep.class);
            Duration now = upkeep.thread.uptime();
            Duration last = upkeep.askedAt.get();
            boolean isDue = last == null || now.minus(last).compareTo(ASK_INTERVAL) >= 0;
            if (isDue && upkeep.askedAt.compareAndSet(last, now)) {
                Rotations.get().tokenHasEnded();
                upkeep.thread.work(upkeep::doRun);
            }
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
