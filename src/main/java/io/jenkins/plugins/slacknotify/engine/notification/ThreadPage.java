package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;

/**
 * One page of the details in the thread of a {@link BuildNews}.
 *
 * @param newsId the delivery of the news
 * @param number from 1
 */
public record ThreadPage(Envelope envelope, String newsId, MessageOptions options, int number) implements Message {
    public ThreadPage {
        requireNonNull(envelope, "envelope");
        requireNonNull(newsId, "newsId");
        requireNonNull(options, "options");
    }

    @Override
    public Relation relation() {
        return new Relation(Relation.Kind.THREAD, newsId);
    }

    @Override
    public boolean wantsPermalink() {
        return false;
    }

    @Override
    @CheckForNull
    public String text() {
        return null;
    }

    @Override
    @CheckForNull
    public String mention() {
        return options.mention();
    }

    @Override
    public ThreadPage withMention(@CheckForNull String newMention) {
        return new ThreadPage(envelope, newsId, options.withMention(newMention), number);
    }

    @Override
    public ThreadPage to(Destination newDestination) {
        return new ThreadPage(envelope.to(newDestination), newsId, options.withChannelSource(null), number);
    }

    @Override
    public <R> R accept(Message.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
