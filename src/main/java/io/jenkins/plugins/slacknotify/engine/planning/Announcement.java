package io.jenkins.plugins.slacknotify.engine.planning;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.notification.EmojiName;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import java.util.List;

/**
 * What a job asks to be said.
 *
 * @param id names the announcement for ever; announced twice under one id, it is said once. Letters, digits, {@code .},
 *     {@code _} and {@code -}, at most 90 of them
 * @param event the build as it stands
 * @param text mrkdwn, unless {@code form} says otherwise; null for the message that tells of the build itself
 * @param form how it is shown
 * @param reactions emoji to put below the message, as {@link EmojiName} reads them. Where there is nothing to say but
 *     {@code replies} to earlier messages, they are put below those, and nothing else is sent
 * @param channels where to; empty for the default channel, or where {@code targets}, {@code replies} or {@code to} say it
 * @param targets named destinations that it goes to as well
 * @param severity null to rate the build
 * @param credentialsId null for the token of the global configuration
 * @param replies the earlier messages that it belongs to; empty for a message of its own
 * @param wantsPermalink whether somebody waits for the address of what was sent
 * @param to who is told in person; null where that was not said, so that without channels the default channel is told. It is
 *     not where this is {@link Addressees#NOBODY}
 * @param file what the message shows, in each channel and to each person; null for nothing. It is named in the text, where
 *     there is no other
 */
public record Announcement(
        String id,
        BuildEvent event,
        @CheckForNull String text,
        MessageFormat form,
        List<String> reactions,
        List<String> channels,
        List<DestinationProfile> targets,
        @CheckForNull Severity severity,
        @CheckForNull String credentialsId,
        List<Relation> replies,
        boolean wantsPermalink,
        @CheckForNull Addressees to,
        @CheckForNull SpooledFile file) {

    public Announcement {
        requireNonNull(form, "form");
        reactions = reactions.stream().map(EmojiName::normalize).toList();
        channels = List.copyOf(channels);
        targets = List.copyOf(targets);
        replies = List.copyOf(replies);
    }

    boolean onlyReacts() {
        return text == null
                && file == null
                && form.equals(MessageFormat.PLAIN)
                && (to == null || to.isEmpty())
                && !replies.isEmpty()
                && !reactions.isEmpty();
    }
}
