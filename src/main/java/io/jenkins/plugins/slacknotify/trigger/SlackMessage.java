package io.jenkins.plugins.slacknotify.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.Deliveries;
import io.jenkins.plugins.slacknotify.engine.DeliveryHandle;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * The handle that the step {@code slackNotify} returns. It names the messages that were handed over, so that later
 * steps can reply to them or replace them, whether Slack has answered by then or not.
 *
 * <p>It is immutable, holds no secret, and is stored with the pipeline over restarts. So its name and its fields must
 * not change.
 */
public final class SlackMessage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A message in a channel. It is no record, because pipelines are stored by a library that cannot read those back. */
    private static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String deliveryId;
        private final String label;

        /** The channel's id; null until Slack was waited for and has taken the message, as are the other two. */
        @CheckForNull
        private final String channel;

        @CheckForNull
        private final String ts;

        @CheckForNull
        private final String permalink;

        Part(DeliveryHandle message, @CheckForNull MessageReceipt receipt) {
            deliveryId = message.deliveryId();
            label = message.channel();
            channel = receipt == null ? null : receipt.channel();
            ts = receipt == null ? null : receipt.ts();
            permalink = receipt == null ? null : receipt.permalink();
        }

        private Part(String deliveryId) {
            this.deliveryId = deliveryId;
            label = "another job's channel";
            channel = null;
            ts = null;
            permalink = null;
        }
    }

    private final Part[] parts;

    private SlackMessage(Part[] parts) {
        this.parts = parts;
    }

    static SlackMessage of(List<DeliveryHandle> handles, List<Delivery> answers) {
        return new SlackMessage(handles.stream()
                .filter(DeliveryHandle::replyable)
                .map(message -> part(message, answers))
                .toArray(Part[]::new));
    }

    /**
     * Returns the handle of a text that {@link #toString} has written, in this job or in another one of this Jenkins; empty
     * where it is no such text.
     */
    static Optional<SlackMessage> parse(String text) {
        return HandleText.read(text)
                .map(ids -> new SlackMessage(ids.stream().map(Part::new).toArray(Part[]::new)));
    }

    static boolean isIn(String text) {
        return HandleText.isIn(text);
    }

    private static Part part(DeliveryHandle message, List<Delivery> answers) {
        return answers.stream()
                .filter(answer -> answer.entry().id().equals(message.deliveryId()))
                .findFirst()
                .flatMap(Deliveries::receipt)
                .map(receipt -> new Part(message, receipt))
                .orElseGet(() -> new Part(message, null));
    }

    /** Whether the step waited for Slack, and Slack has taken every message. */
    @Whitelisted
    public boolean isDelivered() {
        return parts.length > 0 && Stream.of(parts).allMatch(part -> part.ts != null);
    }

    /** The id of the first message's channel; null unless the step waited for it and it was delivered. */
    @Whitelisted
    @CheckForNull
    public String getChannel() {
        return parts.length == 0 ? null : parts[0].channel;
    }

    /** Slack's id of the first message in its channel; null unless the step waited for it and it was delivered. */
    @Whitelisted
    @CheckForNull
    public String getTs() {
        return parts.length == 0 ? null : parts[0].ts;
    }

    /** The address of the first message for people; null unless the step waited for it and it was delivered. */
    @Whitelisted
    @CheckForNull
    public String getPermalink() {
        return parts.length == 0 ? null : parts[0].permalink;
    }

    /**
     * The text of this handle. Scripts that were written for another step hand it over as the channel, and then are told to hand over the
     * handle as the thread.
     */
    @Whitelisted
    public String getThreadId() {
        return toString();
    }

    /** Whether nothing was handed over, because of an error that the console shows. */
    boolean isEmpty() {
        return parts.length == 0;
    }

    List<Relation> relations(Relation.Kind kind) {
        return Stream.of(parts).map(part -> new Relation(kind, part.deliveryId)).toList();
    }

    /** Returns a text that names the channels, and that {@code thread} and {@code update} take in the place of the handle. */
    @Override
    public String toString() {
        return HandleText.write(
                Stream.of(parts).map(part -> part.label).toList(),
                Stream.of(parts).map(part -> part.deliveryId).toList());
    }
}
