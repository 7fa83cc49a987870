package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.FollowUps;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.sending.MentionResolver.Resolved;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.Courier;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends {@link Message}s: finds the place of each, writes it, posts it, and plans what follows in its thread. */
final class MessageSender {
    /** The pause before builds that were to share a message are told apart anew. */
    private static final Duration TOKENS_CHANGED = Duration.ofSeconds(1);

    private static final Logger LOGGER = Logger.getLogger(MessageSender.class.getName());

    static final SendResult LOOKED_FOR_ALONE =
            new SendResult.Uncertain("It is looked for when it is sent", SendResult.Scope.SEQUENCE);

    private static final Placement ALONE = new Placement.Alone();

    private static final Note PLAIN =
            Note.forEverybody("Slack did not take the message as it is, so only its bare news was sent");

    private static final Note LATE =
            Note.forEverybody("Too old to be news, and the message is not there that it was to correct");

    private final SlackConnector connector;
    private final ChannelPoster poster;
    private final PlacementFinder placements;
    private final MentionResolver mentions;
    private final Composer composer;
    private final FollowUps followUps;
    private final ResultMapper results;

    MessageSender(
            SlackConnector connector,
            ChannelPoster poster,
            PlacementFinder placements,
            MentionResolver mentions,
            Composer composer,
            FollowUps followUps,
            ResultMapper results) {
        this.connector = connector;
        this.poster = poster;
        this.placements = placements;
        this.mentions = mentions;
        this.composer = composer;
        this.followUps = followUps;
        this.results = results;
    }

    /** @param plain whether to say no more than that there is news, because Slack seems unable to take what the message says */
    SendResult send(Delivery delivery, Message message, boolean plain, EngineSettings now)
            throws TokenUnavailableException, UnwritableException {
        Placement placement = travelledInDigest(delivery) ? ALONE : placements.find(message);
        if (placement instanceof Placement.None none) {
            return none.result();
        }
        boolean late = isLate(delivery, now);
        if (late && !(placement instanceof Placement.InPlace)) {
            return new SendResult.Expired(LATE);
        }
        SlackResult<List<Resolved>> resolved = mentions.resolve(List.of(message), now);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        Message wanted = success.value().get(0).message();
        RenderedMessage content = write(() -> plain ? composer.writePlain(wanted, now) : composer.write(wanted, now));
        OutgoingMessage outgoing = outgoing(delivery.entry().id(), message, placement, content, now);
        LostPlacePolicy policy = late ? LostPlacePolicy.LEAVE_OUT : LostPlacePolicy.of(message);
        SendResult result = sendOrFollow(delivery, outgoing, message, placement, policy, now);
        if (plain) {
            return ResultMapper.withNotes(result, Stream.of(PLAIN));
        }
        if (result instanceof SendResult.Sent) {
            planThread(delivery, message, now);
        }
        Stream<Note> notes = success.value().stream().map(Resolved::note);
        return ResultMapper.withNotes(result, Stream.concat(composer.note(message).map(Note::of).stream(), notes));
    }

    /** Whether a message is no news any more, and so is of use only where it corrects what is there. */
    private boolean isLate(Delivery delivery, EngineSettings now) {
        return delivery.entry().order().lasting()
                && delivery.entry()
                        .acceptedAt()
                        .plus(now.expiry())
                        .isBefore(results.clock().instant());
    }

    /** Writes a message. Whatever goes wrong, such as a stack that overflows, nothing was sent. */
    private static RenderedMessage write(Supplier<RenderedMessage> writer) throws UnwritableException {
        try {
            return writer.get();
        } catch (RuntimeException | Error e) {
            throw new UnwritableException(e);
        }
    }

    /** Plans what follows in the thread. The message has arrived, and a fault here must not bring that into doubt. */
    private void planThread(Delivery delivery, Message message, EngineSettings now) {
        try {
            composer.planThread(delivery.entry().id(), message, now).forEach(followUps::add);
        } catch (RuntimeException | Error e) {
            LOGGER.log(
                    Level.WARNING,
                    e,
                    () -> "Could not write the details of " + delivery.entry().id());
        }
    }

    /** Whether two messages can be one, because both are sent with the same token, and their channels were named in one place. */
    boolean haveOneToken(Message one, Message other, EngineSettings now) {
        return one == other || hasSameSource(one, other, now) && connector.haveOneToken(one, other, now);
    }

    private boolean hasSameSource(Message one, Message other, EngineSettings now) {
        return poster.corrected(one, now).equals(poster.corrected(other, now));
    }

    /** A digest stands in the channel, so there it has to be looked for, whatever its builds would have answered alone. */
    private static boolean travelledInDigest(Delivery delivery) {
        return delivery.state().mayHaveArrived() && delivery.inDigest();
    }

    /**
     * Sends several builds in one message. Where their tokens are not the same any more, the builds are told apart anew.
     *
     * @param parcel the deliveries; the message is known by the first of them, and can be found by all
     * @param unread how many builds besides this version of the plugin cannot read
     */
    SendResult sendDigest(List<Delivery> parcel, List<Message> builds, int unread, EngineSettings now)
            throws TokenUnavailableException, UnwritableException {
        if (builds.stream().anyMatch(build -> !haveOneToken(builds.get(0), build, now))) {
            return new SendResult.Retry(TOKENS_CHANGED, Note.forEverybody("The tokens of the builds have changed"));
        }
        SlackResult<List<Resolved>> resolved = mentions.resolve(builds, now);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        List<Message> messages = success.value().stream().map(Resolved::message).toList();
        Delivery first = parcel.get(0);
        List<String> companions = parcel.stream()
                .map(delivery -> delivery.entry().id())
                .filter(id -> !id.equals(first.carrierId()))
                .toList();
        RenderedMessage content = write(() -> composer.digest(messages, unread, now));
        OutgoingMessage outgoing =
                outgoing(first.carrierId(), builds.get(0), ALONE, content, now).withCompanions(companions);
        SendResult result = sendOrFollow(first, outgoing, builds.get(0), ALONE, LostPlacePolicy.of(builds.get(0)), now);
        return ResultMapper.withNotes(result, success.value().stream().map(Resolved::note));
    }

    /**
     * Sends a message. Where Slack refuses its channel, and the place where that was named has another by now, the message goes
     * there. It is in none of both before: Slack has refused the one, and an attempt in doubt is looked for in the other.
     */
    private SendResult sendOrFollow(
            Delivery delivery,
            OutgoingMessage outgoing,
            Message message,
            Placement placement,
            LostPlacePolicy policy,
            EngineSettings now)
            throws TokenUnavailableException {
        SendResult result = send(delivery, outgoing, message, placement, policy, now);
        if (!(placement instanceof Placement.Alone) || !isAboutTheChannel(result)) {
            return result;
        }
        Optional<Destination> corrected = poster.corrected(message, now);
        if (corrected.isPresent()) {
            Message moved = message.to(corrected.get());
            result = send(delivery, outgoing.to(poster.address(moved)), moved, placement, policy, now);
        }
        return named(result, message);
    }

    private static boolean isAboutTheChannel(SendResult result) {
        return result instanceof SendResult.Held held
                && HoldReason.of(held.note()).isAboutTheChannel();
    }

    /** Says where the name of a refused channel stands. */
    private static SendResult named(SendResult result, Message message) {
        ChannelSource source = message.options().channelSource();
        return source != null && isAboutTheChannel(result) && result instanceof SendResult.Held held
                ? new SendResult.Held(RefusalNote.named(held.note(), source))
                : result;
    }

    private SendResult send(
            Delivery delivery,
            OutgoingMessage outgoing,
            Message message,
            Placement placement,
            LostPlacePolicy policy,
            EngineSettings now)
            throws TokenUnavailableException {
        SlackPost post = post(delivery, message, outgoing, policy, now);
        return placement instanceof Placement.InPlace place ? post.update(place.location()) : post.post();
    }

    /**
     * Looks for the message in which several builds may have arrived, and sends nothing.
     *
     * @param delivery the first of them
     */
    SendResult lookFor(Delivery delivery, Message message, EngineSettings now) throws TokenUnavailableException {
        return lookedFor(delivery, message, ALONE, now).lookFor();
    }

    private SlackPost lookedFor(Delivery delivery, Message message, Placement place, EngineSettings now)
            throws TokenUnavailableException {
        OutgoingMessage empty = inPlace(
                OutgoingMessage.of(channel(message, place), "", delivery.entry().id()), place);
        return post(delivery, message, empty, LostPlacePolicy.of(message), now);
    }

    /**
     * Looks for the messages of several builds, each of which may have arrived by itself, and sends nothing. Where the first one belongs into
     * a thread, the look goes there; otherwise into the channel. What belongs into the other or into another thread, or has another token
     * than the first, is left out; what is alone in its thread, or changes an earlier message, is looked for when it is sent.
     *
     * @param messages the first one decides where the look goes
     * @return results by the ids of deliveries, on the terms of {@link Courier#lookForEach}; always one for the first
     */
    Map<String, SendResult> lookForEach(Map<Delivery, Message> messages, EngineSettings now)
            throws TokenUnavailableException {
        Map<Optional<Placement>, Map<Delivery, Message>> byPlace = new LinkedHashMap<>();
        messages.forEach(
                (delivery, message) -> byPlace.computeIfAbsent(searchedPlace(message), unused -> new LinkedHashMap<>())
                        .put(delivery, message));
        Map<String, SendResult> each = new HashMap<>();
        byPlace.forEach((place, those) -> {
            if (place.isEmpty() || those.size() == 1 && !place.get().equals(ALONE)) {
                those.keySet().forEach(it -> each.put(it.entry().id(), LOOKED_FOR_ALONE));
            }
        });
        Map.Entry<Optional<Placement>, Map<Delivery, Message>> ofFirst =
                byPlace.entrySet().iterator().next();
        Message first = messages.values().iterator().next();
        Map<Delivery, Message> those = ofFirst.getValue();
        if (!each.containsKey(those.keySet().iterator().next().entry().id())) {
            those.values().removeIf(message -> !haveOneToken(first, message, now));
            Placement place = ofFirst.getKey().orElseThrow();
            each.putAll(place.equals(ALONE) ? lookIn(ALONE, those, now) : lookInThread(place, those, now));
        }
        return each;
    }

    /** Where a message is looked for together with others: in the channel, or in a thread. Empty where it is not. */
    private Optional<Placement> searchedPlace(Message message) {
        Placement place = placements.find(message);
        if (place instanceof Placement.InThread thread) {
            MessageLocation root = new MessageLocation(thread.parent().channel(), thread.threadTs());
            return Optional.of(new Placement.InThread(root, thread.threadTs(), false));
        }
        return place instanceof Placement.Alone ? Optional.of(ALONE) : Optional.empty();
    }

    /** Looks in a thread, and for the others in the channel: where a thread takes no answer any more, it has become a message there. */
    private Map<String, SendResult> lookInThread(Placement thread, Map<Delivery, Message> messages, EngineSettings now)
            throws TokenUnavailableException {
        Map<String, SendResult> each = lookIn(thread, messages, now);
        Map<Delivery, Message> missing = new LinkedHashMap<>(messages);
        missing.keySet().removeIf(it -> each.get(it.entry().id()) != SlackPost.NOT_ARRIVED);
        if (!missing.isEmpty()) {
            missing.keySet().forEach(it -> each.remove(it.entry().id()));
            Map<String, SendResult> inChannel = lookIn(ALONE, missing, now);
            String first = messages.keySet().iterator().next().entry().id();
            inChannel
                    .entrySet()
                    .removeIf(it -> it.getValue() instanceof SendResult.Retry
                            && !it.getKey().equals(first));
            each.putAll(inChannel);
        }
        return each;
    }

    private Map<String, SendResult> lookIn(Placement place, Map<Delivery, Message> messages, EngineSettings now)
            throws TokenUnavailableException {
        Map.Entry<Delivery, Message> first = messages.entrySet().iterator().next();
        AttemptPeriod doubt = messages.keySet().stream()
                .map(delivery -> delivery.doubt(results.clock().instant()).orElseThrow())
                .reduce(AttemptPeriod::with)
                .orElseThrow();
        Set<String> ids = messages.keySet().stream().map(it -> it.entry().id()).collect(Collectors.toSet());
        SlackResult<Map<String, PostedMessage>> found =
                lookedFor(first.getKey(), first.getValue(), place, now).searchEach(doubt, ids);
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
            each.put(
                    id,
                    posted == null
                            ? SlackPost.NOT_ARRIVED
                            : arrived(message.getKey(), message.getValue(), place, posted, now));
        }
        return each;
    }

    private SendResult arrived(
            Delivery delivery, Message message, Placement place, PostedMessage posted, EngineSettings now)
            throws TokenUnavailableException {
        SendResult sent = lookedFor(delivery, message, place, now).sent(posted, null);
        planThread(delivery, message, now);
        return sent;
    }

    private SlackPost post(
            Delivery delivery, Message message, OutgoingMessage outgoing, LostPlacePolicy policy, EngineSettings now)
            throws TokenUnavailableException {
        return new SlackPost(
                poster,
                connector.connect(message, now),
                message,
                outgoing,
                policy,
                new SlackPost.Options(
                        message.wantsPermalink(),
                        delivery.entry().id(),
                        delivery.doubt(results.clock().instant()).orElse(null)),
                results);
    }

    /** @param id identifies the message; what travels in it besides is named by its companions */
    private OutgoingMessage outgoing(
            String id, Message message, Placement placement, RenderedMessage content, EngineSettings now) {
        OutgoingMessage outgoing = OutgoingMessage.of(channel(message, placement), content.text(), id)
                .withBlocks(content.blocks())
                .withAttachments(content.attachments())
                .withSender(now.botName(message.options()), now.botIcon(message.options()));
        return inPlace(outgoing, placement);
    }

    private static OutgoingMessage inPlace(OutgoingMessage outgoing, Placement placement) {
        return placement instanceof Placement.InThread thread
                ? outgoing.inThread(thread.threadTs()).broadcast(thread.broadcast())
                : outgoing;
    }

    /** A thread stays where it is, though its channel be renamed. */
    private String channel(Message message, Placement placement) {
        if (placement instanceof Placement.InThread thread) {
            return thread.parent().channel();
        }
        return placement instanceof Placement.InPlace place ? place.location().channel() : poster.address(message);
    }
}
