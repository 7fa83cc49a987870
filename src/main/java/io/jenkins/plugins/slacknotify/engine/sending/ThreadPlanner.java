package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Plans what follows in the thread of a message that has arrived. */
record ThreadPlanner(Composer composer, FollowUps followUps) {
    private static final Logger LOGGER = Logger.getLogger(ThreadPlanner.class.getName());

    /** Never throws: the message has arrived, and a fault here must not bring that into doubt. */
    void plan(Delivery delivery, Message message, EngineSettings settings) {
        try {
            composer.planThread(delivery.entry().id(), message, settings).forEach(followUps::add);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not write the details of " + delivery.entry().id());
        }
    }
}
