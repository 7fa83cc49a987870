package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.FileUpload;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.spi.CredentialFolders;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds the lane of the outbox in which a notification waits. Jobs of several folders share it that find one and the same
 * credential in a folder around them: their builds share digests then, and the pace of the channel.
 *
 * <p>Where nobody can tell at once whose the credential is, only the jobs of one folder share it. Safe for use by many threads.
 */
record LaneFinder(CredentialFolders folders) {
    private static final Logger LOGGER = Logger.getLogger(LaneFinder.class.getName());

    LaneKey find(Notification notification) {
        LaneKey ofJob = notification.lane();
        LaneKey lane = ofJob.bot() instanceof BotKey.OfCredential bot
                ? new LaneKey(bot.in(folder(bot, notification.event().key().job())), ofJob.place())
                : ofJob;
        return notification instanceof FileUpload ? lane.uploads() : lane;
    }

    private String folder(BotKey.OfCredential bot, String job) {
        try {
            return folders.find(bot.credentialsId(), job).orElse(bot.folder());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not tell whose credential " + bot.credentialsId() + " is");
            return bot.folder();
        }
    }
}
