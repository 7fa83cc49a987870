package io.jenkins.plugins.slacknotify.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.people.Addressees;
import java.util.List;

/**
 * What a job asks to be said.
 *
 * @param id names the announcement for ever; announced twice under one id, it is said once. Letters, digits, {@code .},
 *     {@code _} and {@code -}, at most 90 of them
 * @param event the build as it stands
 * @param text mrkdwn; null for the message that tells of the build itself
 * @param channels where to; empty for the default channel, or where {@code replies} or {@code to} say it
 * @param severity null to rate the build
 * @param credentialsId null for the token of the global configuration
 * @param replies the earlier messages that it belongs to; empty for a message of its own
 * @param wantsPermalink whether somebody waits for the address of what was sent
 * @param to who is told in person; null where that was not said, so that without channels the default channel is told. It is
 *     not where this is {@link Addressees#NOBODY}
 */
public record Announcement(
        String id,
        BuildEvent event,
        @CheckForNull String text,
        List<String> channels,
        @CheckForNull Severity severity,
        @CheckForNull String credentialsId,
        List<Reply> replies,
        boolean wantsPermalink,
        @CheckForNull Addressees to) {

    public Announcement {
        channels = List.copyOf(channels);
        replies = List.copyOf(replies);
    }
}
