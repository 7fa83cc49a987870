package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.engine.spi.UnreadDeliveryException;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for {@link Message}s that may have arrived, and sends nothing.
 *
 * <p>Safe for use by many threads.
 */
record DoubtfulMessages(MessagePosts posts, PlacementFinder placements, ThreadPlanner threads, ResultMapper results) {
    /** The result for a message that is not searched for together with others, but by itself when it is sent next. */
    static final SendResult LOOKED_FOR_ALONE =
            new SendResult.Uncertain("It is looked for when it is sent", SendResult.Scope.SEQUENCE);

    private static final Placement ALONE = new Placement.Alone();

    /**
     * Looks for the digest that an earlier attempt may have posted, and sends nothing.
     *
     * @param delivery the first delivery of the digest
     */
    SendResult lookFor(Delivery delivery, Message message, EngineSettings settings) throws TokenUnavailableException {
        Optional<SendResult> followed = posts.lookInCorrected(delivery, message, settings);
        return followed.isPresent()
                ? followed.get()
                : lookedFor(delivery, message, ALONE, settings).lookFor();
    }

    private SlackPost lookedFor(Delivery delivery, Message message, Placement place, EngineSettings settings)
            throws TokenUnavailableException {
        OutgoingMessage empty = MessagePosts.inPlace(
                OutgoingMessage.of(
                        posts.channel(message, place), "", delivery.entry().id()),
                place);
        return posts.post(delivery, message, empty, LostPlacePolicy.of(message), settings);
    }

    /**
     * Looks for the messages of several builds, each of which may have arrived by itself, and sends nothing. All are searched for in one
     * place: the thread of the first message, or else its channel. Messages of other places, or with another token than the first, get no
     * result. A message that is the only one in its thread, that changes an earlier message, or that may stand in another channel gets the
     * result {@link #LOOKED_FOR_ALONE}.
     *
     * @param messages the first one decides which place is searched
     * @return results by the ids of deliveries, on the terms of {@link Courier#lookForEach}; always one for the first
     */
    Map<String, SendResult> lookForEach(Map<Delivery, Message> messages, EngineSettings settings)
            throws TokenUnavailableException {
        Map<Delivery, Placement> places = searchedPlaces(messages, settings);
        Map<String, SendResult> each = new HashMap<>();
        for (Delivery delivery : messages.keySet()) {
            if (!places.containsKey(delivery)) {
                each.put(delivery.entry().id(), LOOKED_FOR_ALONE);
            }
        }
        Map.Entry<Delivery, Message> first = messages.entrySet().iterator().next();
        @CheckForNull Placement place = places.get(first.getKey());
        if (place != null) {
            Map<Delivery, Message> together = new LinkedHashMap<>(messages);
            together.keySet().removeIf(it -> !place.equals(places.get(it)));
            together.values().removeIf(message -> !posts.haveOneToken(first.getValue(), message, settings));
            each.putAll(
                    place.equals(ALONE) ? lookIn(ALONE, together, settings) : lookInThread(place, together, settings));
        }
        return each;
    }

    /** Returns the places where messages are searched for together; without the messages that are searched for by themselves. */
    private Map<Delivery, Placement> searchedPlaces(Map<Delivery, Message> messages, EngineSettings settings) {
        Map<Delivery, Placement> places = new HashMap<>();
        messages.forEach((delivery, message) ->
                searchedPlace(delivery, message, settings).ifPresent(place -> places.put(delivery, place)));
        Map<Placement, Long> numbers =
                places.values().stream().collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        places.values().removeIf(place -> !place.equals(ALONE) && numbers.get(place) == 1);
        return places;
    }

    /** Returns the place where a message can be searched for together with others: the channel, or a thread. Empty if there is none. */
    private Optional<Placement> searchedPlace(Delivery delivery, Message message, EngineSettings settings) {
        if (posts.mayBeInFormerChannel(delivery, message)) {
            return Optional.empty();
        }
        Placement place;
        try {
            place = placements.find(message);
        } catch (UnreadDeliveryException e) {
            // The attempt to send this message meets the same fault, and delays no other message.
            return Optional.empty();
        }
        if (place instanceof Placement.InThread thread) {
            MessageLocation root = new MessageLocation(thread.parent().channel(), thread.threadTs());
            return Optional.of(new Placement.InThread(root, thread.threadTs(), false));
        }
        return place instanceof Placement.Alone && !posts.isCorrected(message, settings)
                ? Optional.of(ALONE)
                : Optional.empty();
    }

    /** Looks in a thread, and for the messages that are not there in the channel: an attempt posts there if the thread takes no reply. */
    private Map<String, SendResult> lookInThread(
            Placement thread, Map<Delivery, Message> messages, EngineSettings settings)
            throws TokenUnavailableException {
        Map<String, SendResult> each = lookIn(thread, messages, settings);
        Map<Delivery, Message> missing = new LinkedHashMap<>(messages);
        missing.keySet().removeIf(it -> each.get(it.entry().id()) != SlackPost.NOT_ARRIVED);
        if (!missing.isEmpty()) {
            missing.keySet().forEach(it -> each.remove(it.entry().id()));
            Map<String, SendResult> inChannel = lookIn(ALONE, missing, settings);
            String first = messages.keySet().iterator().next().entry().id();
            inChannel
                    .entrySet()
                    .removeIf(it -> it.getValue() instanceof SendResult.Retry
                            && !it.getKey().equals(first));
            each.putAll(inChannel);
        }
        return each;
    }

    private Map<String, SendResult> lookIn(Placement place, Map<Delivery, Message> messages, EngineSettings settings)
            throws TokenUnavailableException {
        Map.Entry<Delivery, Message> first = messages.entrySet().iterator().next();
        AttemptPeriod doubt = messages.keySet().stream()
                .map(delivery -> delivery.doubt(results.clock().instant()).orElseThrow())
                .reduce(AttemptPeriod::with)
                .orElseThrow();
        Set<String> ids = messages.keySet().stream().map(it -> it.entry().id()).collect(Collectors.toSet());
        SlackResult<Map<String, PostedMessage>> found =
                lookedFor(first.getKey(), first.getValue(), place, settings).searchEach(doubt, ids);
        Map<String, SendResult> each = new HashMap<>();
        if (!(found instanceof SlackResult.Success<Map<String, PostedMessage>> success)) {
            if (SlackPost.isRefusedForGood(found)) {
                ids.forEach(id -> each.put(id, LOOKED_FOR_ALONE));
            } else {
                each.put(first.getKey().entry().id(), SlackPost.doubtful(found, results));
            }
            return each;
        }
        for (Map.Entry<Delivery, Message> message : messages.entrySet()) {
            String id = message.getKey().entry().id();
            PostedMessage posted = success.value().get(id);
            if (posted != null) {
                each.put(id, arrived(message.getKey(), message.getValue(), place, posted, settings));
            } else {
                each.put(id, posts.mayStillArrive(id) ? LOOKED_FOR_ALONE : SlackPost.NOT_ARRIVED);
            }
        }
        return each;
    }

    private SendResult arrived(
            Delivery delivery, Message message, Placement place, PostedMessage posted, EngineSettings settings)
            throws TokenUnavailableException {
        SendResult sent = lookedFor(delivery, message, place, settings).sent(posted, null);
        threads.plan(delivery, message, settings);
        return sent;
    }
}
