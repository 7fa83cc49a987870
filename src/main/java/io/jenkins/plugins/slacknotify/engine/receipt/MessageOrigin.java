package io.jenkins.plugins.slacknotify.engine.receipt;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.AuthorMessage;
import io.jenkins.plugins.slacknotify.engine.notification.BuildNews;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;

/**
 * The facts about an earlier message that an announcement needs to answer or replace it.
 *
 * @param destination the destination of that message
 * @param job the job whose author has sent it, or whose builds it is about
 * @param options how it is presented
 */
public record MessageOrigin(Destination destination, String job, MessageOptions options) {
    public MessageOrigin {
        requireNonNull(destination, "destination");
        requireNonNull(job, "job");
        requireNonNull(options, "options");
    }

    public static MessageOrigin of(Notification notification) {
        MessageOptions options = notification instanceof Message message ? message.options() : MessageOptions.DEFAULT;
        return new MessageOrigin(
                notification.destination(), notification.event().ownerJob(), options);
    }

    /**
     * The origin to keep with the receipt, for as long as the outbox knows the message: its author has a handle of it, and may refer to it
     * weeks later. Without the mention and the text of the message, which are large and not for another one.
     *
     * @return null where no author has a handle of it
     */
    @CheckForNull
    public static MessageOrigin toKeep(Notification notification) {
        boolean isOfAuthor = notification.recipient() == null
                && (notification instanceof AuthorMessage
                        || notification instanceof BuildNews news && !news.routed() && !news.isHeadline());
        if (!isOfAuthor) {
            return null;
        }
        MessageOrigin origin = of(notification);
        MessageOptions options = origin.options().withMention(null).withTemplate(null, null);
        return new MessageOrigin(origin.destination(), origin.job(), options);
    }
}
