package io.jenkins.plugins.slacknotify.engine.conversation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.event.SeverityPolicy;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.MessageLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was told of builds, as far as the outbox remembers it, and has arrived or still may. */
public final class ConversationLog {
    private final Function<String, List<String>> ofConversation;
    private final Function<String, Optional<Delivery>> deliveries;
    private final Supplier<SeverityPolicy> severities;

    /**
     * @param ofConversation the ids of what is remembered under one of {@link DeliveryIds#conversations}
     * @param deliveries what is known of them
     * @param severities a message of a job that was rated otherwise is as its author wants it, and does not stand for its build
     */
    public ConversationLog(
            Function<String, List<String>> ofConversation,
            Function<String, Optional<Delivery>> deliveries,
            Supplier<SeverityPolicy> severities) {
        this.ofConversation = ofConversation;
        this.deliveries = deliveries;
        this.severities = severities;
    }

    Optional<Delivery> find(String id) {
        return deliveries.apply(id).filter(ConversationLog::isAlive);
    }

    boolean isAlive(String id) {
        return find(id).isPresent();
    }

    /** A delivery and what it says, which is read once. */
    private record Saying(Delivery delivery, Notification said) {
        static Optional<Saying> of(Delivery delivery) {
            return Notification.read(delivery).map(said -> new Saying(delivery, said));
        }

        boolean isIn(Destination destination) {
            return delivery.entry().lane().equals(DeliveryIds.lane(destination));
        }

        /** A digest is not changed, so how a build ended that ran when the digest told of it has a message of its own. */
        boolean isOneOfMany() {
            return delivery.state() == Delivery.State.FOLDED && said.event().running();
        }

        boolean followsOneOf(List<String> ids) {
            Relation reply = said.reply();
            return reply != null && ids.contains(reply.deliveryId());
        }
    }

    /** All that was told of a build, in the order in which it was. */
    Stream<Notification> notificationsOf(BuildKey build) {
        return sayings(ofBuild(build)).map(Saying::said);
    }

    /** The messages that stand for a build, each in its destination. */
    Stream<Notification> currentNotifications(BuildKey build) {
        return notificationsOf(build).filter(this::standsForBuild);
    }

    /** The message that stands for a build in that destination and can be changed; what follows in its thread is not meant. */
    Optional<Delivery> currentMessage(BuildKey build, Destination destination) {
        List<String> ids = ofBuild(build);
        List<Saying> candidates = sayings(ids)
                .filter(saying -> saying.isIn(destination) && standsForBuild(saying.said()) && !saying.isOneOfMany())
                .toList();
        return candidates.stream()
                .filter(saying -> !saying.followsOneOf(ids))
                .findFirst()
                // What it followed may be gone, so that it was posted on its own.
                .or(() -> candidates.stream().findFirst())
                .map(Saying::delivery);
    }

    /**
     * What a message says by now, which another one shows a file in: what has replaced it last, or what it said at first.
     *
     * @param location where the earlier message is; null where there is none
     * @return any other notification itself
     */
    public Notification currentContent(Notification notification, @CheckForNull MessageLocation location) {
        if (location == null || !notification.isAboutFile()) {
            return notification;
        }
        Stream<String> first = Stream.of(notification.messageWithFile());
        return Stream.concat(first, ofBuild(notification.event().key()).stream())
                .distinct()
                .map(deliveries)
                .flatMap(Optional::stream)
                .filter(delivery -> isAt(location, delivery))
                .sorted(Comparator.comparingLong(Delivery::position).reversed())
                .map(Notification::read)
                .flatMap(Optional::stream)
                .filter(said -> !said.isAboutFile() && !said.isReaction())
                .findFirst()
                .orElse(notification);
    }

    private static boolean isAt(MessageLocation location, Delivery delivery) {
        return delivery.state().hasArrived()
                && MessageReceipt.read(delivery)
                        .filter(receipt -> receipt.location().equals(location))
                        .isPresent();
    }

    /**
     * What somebody was told first of the bad builds that this one goes on with, or ends.
     *
     * @param id of the message that is to tell of this one
     */
    Optional<Delivery> firstPersonalMessage(String id, Notification news) {
        List<String> ids = DeliveryIds.failureStreak(news).map(ofConversation).orElse(List.of());
        return sayings(ids)
                .map(Saying::delivery)
                .filter(delivery -> !delivery.entry().id().equals(id))
                .findFirst();
    }

    private List<String> ofBuild(BuildKey build) {
        return ofConversation.apply(DeliveryIds.conversation(build));
    }

    private Stream<Saying> sayings(List<String> ids) {
        // After a restart the ids come in another order.
        return ids.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Delivery::position))
                .map(Saying::of)
                .flatMap(Optional::stream);
    }

    private boolean standsForBuild(Notification told) {
        return told.tellsOfBuild()
                && (told.routed() || told.severity() == severities.get().rate(told.event()));
    }

    private static boolean isAlive(Delivery delivery) {
        return !delivery.state().isFinished() || delivery.state().hasArrived();
    }
}
