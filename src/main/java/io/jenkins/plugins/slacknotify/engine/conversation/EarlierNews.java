package io.jenkins.plugins.slacknotify.engine.conversation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.PeopleLookup;
import io.jenkins.plugins.slacknotify.engine.notification.ThreadPage;
import io.jenkins.plugins.slacknotify.event.build.Outcome;

/**
 * The facts about an earlier delivery that a plan needs. They never changes and is small enough to be kept in memory.
 *
 * @param id the delivery
 * @param build the number of the build that it is about; 0 where it cannot be read
 * @param outcome of that build, as far as it was known then; null where it cannot be read
 * @param milestone whether it is about a milestone, and so about no outcome yet
 * @param postsBuild whether it {@linkplain BuildNews#postsBuildInChannel posts the message of a build in a channel}, instead of
 *     changing one, or saying what an author has written
 * @param authored whether an author has asked for it, and no news of the build need it
 */
record EarlierNews(
        String id, int build, @CheckForNull Outcome outcome, boolean milestone, boolean postsBuild, boolean authored) {
    static EarlierNews of(String id, Notification notification) {
        return new EarlierNews(
                id,
                notification.event().key().build(),
                notification.event().outcome(),
                notification.event().milestone() != null,
                notification instanceof BuildNews news && news.postsBuildInChannel(),
                isAuthored(notification));
    }

    private static boolean isAuthored(Notification notification) {
        return notification instanceof PeopleLookup lookup
                ? lookup.content() instanceof PeopleLookup.Text
                : !(notification instanceof BuildNews) && !(notification instanceof ThreadPage);
    }

    /** What stands for a delivery that this version of the plugin cannot read. */
    static EarlierNews unreadable(String id) {
        return new EarlierNews(id, 0, null, false, false, false);
    }

    /** Whether a build with that outcome is worse news than this one. */
    boolean isLessBadThan(Outcome now) {
        return now.isBad() && (milestone || outcome != null && now.isWorseThan(outcome));
    }
}
