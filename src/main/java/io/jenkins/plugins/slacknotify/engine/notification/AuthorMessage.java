package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;

/**
 * A message in the words of a job's author.
 *
 * @param relation null for a message that stands alone
 * @param text the words, in the markup of {@code format}
 */
public record AuthorMessage(
        Envelope envelope,
        @CheckForNull Relation relation,
        MessageOptions options,
        String text,
        MessageFormat format,
        boolean wantsPermalink)
        implements Message {
    public AuthorMessage {
        requireNonNull(envelope, "envelope");
        requireNonNull(options, "options");
        requireNonNull(text, "text");
        requireNonNull(format, "format");
    }

    @Override
    @CheckForNull
    public String mention() {
        return format.mention() == null ? options.mention() : format.mention();
    }

    @Override
    public AuthorMessage withMention(@CheckForNull String newMention) {
        return new AuthorMessage(
                envelope, relation, options.withMention(null), text, format.withMention(newMention), wantsPermalink);
    }

    @Override
    public AuthorMessage to(Destination newDestination) {
        return new AuthorMessage(
                envelope.to(newDestination), null, options.withChannelSource(null), text, format, wantsPermalink);
    }

    @Override
    public <R> R accept(Message.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
