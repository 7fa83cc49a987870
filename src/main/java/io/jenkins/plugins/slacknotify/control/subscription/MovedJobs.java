package io.jenkins.plugins.slacknotify.control.subscription;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableJobs;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.PersonalQuietJobs;
import io.jenkins.plugins.slacknotify.subscription.JobPatterns;
import io.jenkins.plugins.slacknotify.trigger.extension.BestEffort;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Updates subscriptions, mutes and the quiet jobs of users after a job or folder was renamed or moved, and ends the mutes that wait for a
 * good build of one that is deleted. Jenkins calls it for each such item.
 */
@Extension
public class MovedJobs extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(MovedJobs.class.getName());

    /** The updates of quiet jobs, one after the other: they may ask the security realm, and nobody who renames a job waits for that. */
    private CompletableFuture<Void> quiet = CompletableFuture.completedFuture(null);

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        // A notifier must not keep an item from being moved.
        BestEffort.run(
                "have the subscriptions follow ",
                oldFullName,
                () -> SlackSubscriptions.get().subscriptions().jobMoved(oldFullName, newFullName));
        BestEffort.run(
                "have the mutes follow ",
                oldFullName,
                () -> SlackSubscriptions.get().mutes().jobMoved(oldFullName, newFullName));
        updateQuietJobs(oldFullName, newFullName);
    }

    @Override
    public void onDeleted(Item item) {
        // A notifier must not keep an item from being deleted.
        BestEffort.run(
                "end the mutes until a good build of ",
                item.getFullName(),
                () -> SlackSubscriptions.get().mutes().jobDeleted(item.getFullName()));
    }

    private synchronized void updateQuietJobs(String oldFullName, String newFullName) {
        quiet = quiet.thenRunAsync(
                () -> BestEffort.run(
                        "update all quiet jobs after a move of ",
                        oldFullName,
                        () -> new PersonalQuietJobs()
                                .update(
                                        pattern -> JobPatterns.moved(pattern, oldFullName, newFullName),
                                        MovedJobs::mayRead)),
                Computer.threadPoolForRemoting);
    }

    /**
     * Returns whether an account may read the names in a pattern; false where the security realm does not answer, so that the old
     * name stays.
     */
    private static boolean mayRead(String account, String pattern) {
        try {
            return AsAccount.call(account, () -> ReadableJobs.mayReadNamesIn(pattern))
                    .orElse(false);
        } catch (AccountsUnavailableException e) {
            LOGGER.log(Level.FINE, e, () -> "The quiet jobs of " + account + " do not follow a job");
            return false;
        }
    }
}
