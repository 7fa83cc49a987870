package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.slack.refusal.Remedies;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes in what Slack reports of the bots and channels by which the engine notifies. Without such reports the engine learns the
 * same from Slack's answers, one message later. A report about a channel counts for the bots for which the app may speak that reports it.
 *
 * <p>Safe for use by many threads. Nothing here asks Slack.
 */
public final class SlackChanges {
    private static final Logger LOGGER = Logger.getLogger(SlackChanges.class.getName());

    private final Outbox outbox;
    private final ChannelIds channelIds;
    private final ReportedChanges reported;
    private final Supplier<SubscriptionPolicy> subscriptions;
    private final InstantSource clock;

    SlackChanges(
            Outbox outbox,
            ChannelIds channelIds,
            ReportedChanges reported,
            Supplier<SubscriptionPolicy> subscriptions,
            InstantSource clock) {
        this.outbox = outbox;
        this.channelIds = channelIds;
        this.reported = reported;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * Stops a bot at once: what waits for it, and what comes, is held, and administrators are alerted, though nothing waits.
     *
     * @param reason what is wrong and how to fix it, for people; holds no token
     */
    public void suspend(BotKey bot, String reason) {
        if (reported.suspend(bot, reason, clock.instant())) {
            LOGGER.log(Level.WARNING, "Nothing is sent by the bot of {0}: {1}", new Object[] {account(bot), reason});
        }
    }

    /** Lets a bot send again. What was held is tried first. */
    public void resume(BotKey bot) {
        if (reported.resume(bot)) {
            LOGGER.log(Level.INFO, "The bot of {0} can be used again", account(bot));
            outbox.retryHeld(lane -> LaneKey.account(lane).equals(account(bot)));
        }
    }

    /**
     * Lets go of the bots that are stopped and that nobody has configured any more, as that of a workspace with another name now. Nothing
     * would let them send again, and what waits for one is held for a reason of its own.
     *
     * @param configured those that there are
     */
    public void resumeAllBut(Set<BotKey> configured) {
        Set<String> resumed = reported.resumeAllBut(configured);
        if (!resumed.isEmpty()) {
            outbox.retryHeld(lane -> resumed.contains(LaneKey.account(lane)));
        }
    }

    /** Takes in that a workspace has another name in Jenkins. What is known of its channels is known of them by the new name. */
    public void workspaceRenamed(String before, String after) {
        channelIds.rename(new BotKey.OfWorkspace(before), new BotKey.OfWorkspace(after));
    }

    /** Returns whether any bot is suspended. */
    public boolean hasSuspended() {
        return !reported.suspended().isEmpty();
    }

    /** Returns whether a bot is suspended. */
    public boolean isSuspended(BotKey bot) {
        return reported.suspensionOf(bot).isPresent();
    }

    /**
     * Takes in that a channel bears another name, for some bots. Destinations follow its id; what waits for a channel of the new name is
     * tried.
     *
     * @param name without {@code #}
     */
    public void channelRenamed(BotScope bots, String channelId, String name) {
        Set<String> before = channelIds.namesOf(bots, channelId);
        if (!before.isEmpty()) {
            LOGGER.log(
                    Level.INFO,
                    "The channel {0} is called #{1} in Slack now. Messages go there all the same; write the new name"
                            + " where the old one is configured, so that the page says what happens",
                    new Object[] {String.join(", ", before), name});
        }
        subscriptions.get().channelNamed(bots::covers, channelId, name);
        String place = "#" + name.toLowerCase(Locale.ROOT);
        outbox.retryHeld(lane -> isAt(lane, place));
        retry(bots, channelId);
    }

    /** Takes in that nobody can write to a channel any more. Administrators are alerted if it is one that is notified. */
    public void channelArchived(BotScope bots, String channelId) {
        close(bots, channelId, "is_archived");
    }

    /** Takes in that a channel is gone; what stands under its name by now is looked up anew. */
    public void channelDeleted(BotScope bots, String channelId) {
        close(bots, channelId, "channel_not_found");
        channelIds.removeAll(bots, channelId);
    }

    /** Takes in that a channel can be written to again. */
    public void channelReopened(BotScope bots, String channelId) {
        if (isNotified(bots, channelId)) {
            reported.open(channelId);
        }
        retry(bots, channelId);
    }

    /** Takes in that a channel has another id: destinations, threads and earlier messages are found under the new one. */
    public void channelMoved(BotScope bots, String channelId, String newId) {
        if (isNotified(bots, channelId)) {
            reported.moveClosed(channelId, newId);
        }
        reported.move(bots, channelId, newId);
        channelIds.replaceAll(bots, channelId, newId);
        subscriptions.get().channelMoved(bots::covers, channelId, newId);
        retry(bots, channelId);
        retry(bots, newId);
    }

    /** Returns the names by which messages go to a channel, with their {@code #}; none where it is known by its id only. */
    public Set<String> namesOf(String channelId) {
        return channelIds.namesOf(BotScope.ALL, channelId);
    }

    /** Takes in that the bot is no member of a channel any more. It may write there all the same, if that is public. */
    public void botRemoved(BotScope bots, String channelId) {
        Set<String> names = channelIds.namesOf(bots, channelId);
        if (isNotified(bots, channelId)) {
            LOGGER.log(
                    Level.WARNING,
                    "The bot was removed from {0} in Slack. Into a private channel it cannot write any more: {1}",
                    new Object[] {
                        names.isEmpty() ? channelId : String.join(", ", names),
                        Remedies.forError("not_in_channel", label(bots, channelId), null)
                    });
        }
    }

    private void close(BotScope bots, String channelId, String error) {
        if (isNotified(bots, channelId)) {
            String reason = Remedies.forError(error, label(bots, channelId), null) + " (" + error + ")";
            reported.close(channelId, reason, clock.instant());
            LOGGER.log(Level.WARNING, "Slack reports of a channel that is notified: {0}", reason);
        }
    }

    private String label(BotScope bots, String channelId) {
        Set<String> names = channelIds.namesOf(bots, channelId);
        return names.isEmpty() ? channelId : names.iterator().next();
    }

    private boolean isNotified(BotScope bots, String channelId) {
        String place = channelId.toLowerCase(Locale.ROOT);
        return channelIds.knows(bots, channelId)
                || outbox.unfinished().stream()
                        .map(head -> head.order().lane())
                        .anyMatch(lane -> isAt(lane, place)
                                && LaneKey.parse(lane)
                                        .filter(key -> bots.covers(key.bot()))
                                        .isPresent());
    }

    private void retry(BotScope bots, String channelId) {
        Set<String> names = channelIds.namesOf(bots, channelId);
        String place = channelId.toLowerCase(Locale.ROOT);
        outbox.retryHeld(lane ->
                isAt(lane, place) || names.stream().anyMatch(name -> isAt(lane, name.toLowerCase(Locale.ROOT))));
    }

    private static boolean isAt(String lane, String place) {
        return LaneKey.parse(lane).map(LaneKey::place).filter(place::equals).isPresent();
    }

    private static String account(BotKey bot) {
        return new LaneKey(bot, "").account();
    }
}
