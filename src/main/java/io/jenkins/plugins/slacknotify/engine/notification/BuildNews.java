package io.jenkins.plugins.slacknotify.engine.notification;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.people.Recipient;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;

/**
 * The message in which Jenkins reports how a build stands.
 *
 * @param relation null for a message that stands alone
 * @param authorMention the mention that a job's author asks for; null to mention whom the destination's options name
 * @param extent the part of the build that it reports
 * @param routed whether rules have chosen the destination, and not a job's author
 */
public record BuildNews(
        Envelope envelope,
        @CheckForNull Relation relation,
        MessageOptions options,
        @CheckForNull String authorMention,
        Extent extent,
        boolean routed,
        boolean wantsPermalink)
        implements Message {

    /** The extents to which a message reports a build. */
    public enum Extent {
        WHOLE,
        /** The headline alone. */
        HEADLINE
    }

    public BuildNews {
        requireNonNull(envelope, "envelope");
        requireNonNull(options, "options");
        requireNonNull(extent, "extent");
    }

    /** News that rules have routed to a destination. */
    public static BuildNews routed(Envelope envelope, MessageOptions options) {
        return new BuildNews(envelope, null, options, null, Extent.WHOLE, true, false);
    }

    /** News for one person. */
    public static BuildNews personal(Envelope envelope) {
        return new BuildNews(envelope, null, MessageOptions.DEFAULT, null, Extent.WHOLE, false, false);
    }

    /** Returns this news with another event of the build. */
    public BuildNews withEvent(BuildEvent newEvent) {
        return new BuildNews(
                envelope.withEvent(newEvent), relation, options, authorMention, extent, routed, wantsPermalink);
    }

    /** Returns this news in another language; with null, in its own. */
    public BuildNews inLanguage(@CheckForNull MessageLanguage language) {
        return new BuildNews(
                envelope, relation, options.inLanguage(language), authorMention, extent, routed, wantsPermalink);
    }

    /** Returns this news with a relation to an earlier message. */
    public BuildNews withRelation(Relation newRelation) {
        return new BuildNews(envelope, newRelation, options, authorMention, extent, routed, wantsPermalink);
    }

    /** The headline of this news. Mentions whom the destination's options name, and nobody else. */
    public BuildNews headline() {
        return new BuildNews(envelope, relation, options, null, Extent.HEADLINE, routed, wantsPermalink);
    }

    /**
     * A page of the details in the thread of this news. Mentions nobody.
     *
     * @param deliveryId the delivery of this news
     * @param number from 1
     */
    public ThreadPage page(String deliveryId, int number) {
        return new ThreadPage(envelope, deliveryId, options.withMention(null), number);
    }

    /** Returns this news for a person, with no relation to an earlier message. */
    public BuildNews forPerson(Recipient person) {
        return new BuildNews(
                envelope.toPerson(person),
                null,
                MessageOptions.DEFAULT.inLanguage(options.language()),
                authorMention,
                Extent.WHOLE,
                false,
                false);
    }

    public boolean isHeadline() {
        return extent == Extent.HEADLINE;
    }

    /** Whether it posts the message of the build: the whole of it, and not as a change of another message. */
    public boolean postsBuild() {
        return extent == Extent.WHOLE && (relation == null || !relation.kind().changesMessage());
    }

    /** Whether it {@link #postsBuild posts the message of the build} in a channel. */
    public boolean postsBuildInChannel() {
        return recipient() == null && postsBuild();
    }

    /** Whether this news marks an earlier message as over. */
    public boolean isResolving() {
        return relation != null && relation.kind() == Relation.Kind.RESOLVE;
    }

    @Override
    @CheckForNull
    public String text() {
        return null;
    }

    @Override
    @CheckForNull
    public String mention() {
        return authorMention == null ? options.mention() : authorMention;
    }

    @Override
    public BuildNews withMention(@CheckForNull String newMention) {
        return new BuildNews(envelope, relation, options.withMention(null), newMention, extent, routed, wantsPermalink);
    }

    @Override
    public BuildNews to(Destination newDestination) {
        return new BuildNews(
                envelope.to(newDestination),
                null,
                options.withChannelSource(null),
                authorMention,
                extent,
                routed,
                wantsPermalink);
    }

    @Override
    public <R> R accept(Message.Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
