package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.conversation.ConversationIndex;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageReceipt;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.engine.upkeep.ReportedChanges;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the builds that messages in Slack are about.
 *
 * <p>Several deliveries can stand in one message: the builds of a digest, and whatever has changed the message later, or has left it
 * as it is. What came later says nothing of what the message is about: the good build that marks a message as over is another one.
 *
 * <p>Safe for use by many threads.
 *
 * @param changes knows the channels that have another id by now: Slack asks with the new one, and receipts have the old one
 */
record MessageBuilds(Outbox outbox, EngineMemory memory, ReportedChanges changes) {
    /**
     * Finds the builds of a message, by their original keys. Reads the deliveries that have arrived last from disk, as many as there are
     * conversations in the index, and where none of them is that message, those of running builds.
     *
     * @param channel the channel's id
     * @param ts the message's time
     */
    ReportedBuilds find(String channel, String ts) {
        MessageLocation place = new MessageLocation(channel, ts);
        List<Delivery> finished = outbox.finished(ConversationIndex.KEPT);
        List<Delivery> latest = at(place, finished.stream());
        List<Delivery> here = latest.isEmpty() ? at(place, arrivedOfRunning(ids(finished))) : latest;
        List<Delivery> posters = here.stream()
                .flatMap(delivery -> poster(delivery, place).stream())
                .sorted(Comparator.comparingLong(Delivery::position))
                .toList();
        boolean isDigest = Stream.concat(here.stream(), posters.stream()).anyMatch(Delivery::inDigest);
        return new ReportedBuilds(
                posters.stream()
                        .flatMap(delivery -> build(delivery).stream())
                        .distinct()
                        .toList(),
                isDigest);
    }

    private static Set<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.entry().id()).collect(Collectors.toSet());
    }

    private Stream<Delivery> arrivedOfRunning(Set<String> read) {
        return memory.deliveriesOfRunning(outbox)
                .filter(id -> !read.contains(id))
                .filter(id ->
                        outbox.stateOf(id).filter(Delivery.State::hasArrived).isPresent())
                .flatMap(id -> outbox.find(id).stream());
    }

    private List<Delivery> at(MessageLocation place, Stream<Delivery> deliveries) {
        return deliveries
                .filter(delivery -> String.valueOf(delivery.receipt()).contains(place.ts()))
                .filter(delivery -> isAt(place, delivery))
                .toList();
    }

    private boolean isAt(MessageLocation place, Delivery delivery) {
        return ReceiptCodec.message(delivery)
                .map(MessageReceipt::location)
                .filter(found -> found.ts().equals(place.ts())
                        && (found.channel().equals(place.channel()) || isOneChannel(found, place, delivery)))
                .isPresent();
    }

    /** Whether two ids are those of one channel for the bot that has sent a delivery. */
    private boolean isOneChannel(MessageLocation one, MessageLocation other, Delivery delivery) {
        return NotificationCodec.read(delivery)
                .map(notification -> notification.lane().bot())
                .filter(bot -> changes.currentId(bot, one.channel()).equals(changes.currentId(bot, other.channel())))
                .isPresent();
    }

    private static Optional<BuildKey> build(Delivery delivery) {
        return NotificationCodec.read(delivery)
                .map(notification -> notification.event().key());
    }

    /**
     * The delivery that has posted the message in which another one stands.
     *
     * @return the delivery itself where nothing better is known, as it was posted, or changes a message about its own build; empty where
     *     it only marks as over what is not known any more
     */
    private Optional<Delivery> poster(Delivery delivery, MessageLocation place) {
        Relation relation = NotificationCodec.read(delivery, Message.class)
                .map(Message::relation)
                .orElse(null);
        if (relation == null) {
            return Optional.of(delivery);
        }
        Optional<Delivery> earlier =
                outbox.find(relation.deliveryId()).filter(known -> build(known).isPresent());
        if (earlier.isPresent() && isAt(place, earlier.get())) {
            return poster(earlier.get(), place);
        }
        boolean marksAnother = relation.kind() == Relation.Kind.RESOLVE && earlier.isEmpty();
        return marksAnother ? Optional.empty() : Optional.of(delivery);
    }
}
