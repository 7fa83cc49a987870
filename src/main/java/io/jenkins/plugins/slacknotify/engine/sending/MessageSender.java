package io.jenkins.plugins.slacknotify.engine.sending;

import io.jenkins.plugins.slacknotify.engine.composing.Composer;
import io.jenkins.plugins.slacknotify.engine.conversation.Placement;
import io.jenkins.plugins.slacknotify.engine.conversation.PlacementFinder;
import io.jenkins.plugins.slacknotify.engine.notification.DeliveryIds;
import io.jenkins.plugins.slacknotify.engine.notification.Message;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.reason.HoldReason;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.sending.MentionResolver.Resolved;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.LaneHealth;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sends {@link Message}s: finds the place of each message, writes and posts it, and plans the messages that follow in its thread. */
record MessageSender(
        MessagePosts posts,
        ChannelPoster poster,
        NamedChannels named,
        PlacementFinder placements,
        MentionResolver mentions,
        Composer composer,
        ThreadPlanner threads,
        ResultMapper results,
        InstantSource steadyClock) {
    /** How long a digest waits after tokens have changed, before it is decided again which builds share it. */
    private static final Duration TOKENS_CHANGED = Duration.ofSeconds(1);

    private static final Placement ALONE = new Placement.Alone();

    private static final Note PLAIN =
            Note.forEverybody("Slack did not take the message as it is, so only its bare news was sent");

    private static final Note MAYBE_TWICE =
            Note.forEverybody("An earlier attempt may have posted it anew, and Slack does not tell");

    private static final Note LATE =
            Note.forEverybody("Too old to be news, and the message is not there that it was to correct");

    /** @param plain whether to send only the bare news, because Slack seems unable to take the message as it is */
    SendResult send(Delivery delivery, Message message, boolean plain, EngineSettings settings)
            throws TokenUnavailableException, UnwritableException {
        Placement placement = mayBeInDigest(delivery) ? ALONE : placements.find(message);
        if (placement instanceof Placement.None none) {
            return none.result();
        }
        boolean late = isLate(delivery, settings);
        if (late && !(placement instanceof Placement.InPlace)) {
            return new SendResult.Expired(LATE);
        }
        SlackResult<List<Resolved>> resolved = mentions.resolve(List.of(message), delivery, settings);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        LostPlacePolicy policy = late || DeliveryIds.isUpkeep(delivery.entry().id())
                ? LostPlacePolicy.LEAVE_OUT
                : LostPlacePolicy.of(message);
        Attempt attempt = new Attempt(delivery, message, success.value().get(0), policy, settings);
        // Whichever process has made them: one of them may have become a message of its own.
        if (placement instanceof Placement.InPlace && delivery.attempts() >= LaneHealth.PLAIN_AFTER) {
            return attempt.changeInTheEnd(placement, plain);
        }
        return plain ? attempt.bare(placement) : attempt.whole(placement);
    }

    /** One attempt to send a message, by one call or several. */
    private final class Attempt {
        private final Delivery delivery;
        private final Message message;
        private final Resolved resolved;
        private final LostPlacePolicy policy;
        private final EngineSettings settings;

        Attempt(
                Delivery delivery,
                Message message,
                Resolved resolved,
                LostPlacePolicy policy,
                EngineSettings settings) {
            this.delivery = delivery;
            this.message = message;
            this.resolved = resolved;
            this.policy = policy;
            this.settings = settings;
        }

        SendResult whole(Placement placement) throws TokenUnavailableException, UnwritableException {
            SendResult result = send(write(() -> composer.write(resolved.message(), settings)), placement);
            if (result instanceof SendResult.Sent) {
                threads.plan(delivery, message, settings);
            }
            return ResultMapper.withNotes(
                    result,
                    Stream.concat(
                            composer.note(message).map(Note::of).stream(),
                            Stream.of(resolved).map(Resolved::note)));
        }

        SendResult bare(Placement placement) throws TokenUnavailableException, UnwritableException {
            SendResult result = send(write(() -> composer.writePlain(resolved.message(), settings)), placement);
            return ResultMapper.withNotes(result, Stream.of(PLAIN));
        }

        /**
         * Changes a message after several attempts to change it have failed. Tries the whole content first, then the bare news. If Slack makes
         * neither change though other deliveries arrive, posts the content as a new message, unless an earlier attempt has done so.
         *
         * @param plain whether other deliveries have arrived meanwhile
         */
        SendResult changeInTheEnd(Placement placement, boolean plain)
                throws TokenUnavailableException, UnwritableException {
            OutgoingMessage empty = OutgoingMessage.of(
                    posts.channel(message, ALONE), "", delivery.entry().id());
            SendResult alone =
                    posts.post(delivery, message, empty, policy, settings).lookFor();
            if (alone instanceof SendResult.Sent
                    || alone instanceof SendResult.Retry && !ResultMapper.hasFailed(alone)) {
                return alone;
            }
            // Slack answers the look, and not the change, for as long as that takes where nothing else arrives.
            boolean isChangeToBlame = alone instanceof SendResult.Absent
                    && delivery.state().mayHaveArrived()
                    && delivery.failures() >= LaneHealth.PLAIN_AFTER_UNPROVEN;
            boolean inTheEnd = plain || isChangeToBlame;
            SendResult change = whole(placement);
            if (inTheEnd && ResultMapper.hasFailed(change)) {
                change = bare(placement);
                // Changes may get through again since a moment ago.
                SendResult again = change instanceof SendResult.Sent ? whole(placement) : change;
                change = again instanceof SendResult.Sent ? again : change;
            }
            if (inTheEnd && ResultMapper.hasFailed(change) && policy != LostPlacePolicy.LEAVE_OUT) {
                return whole(ALONE);
            }
            Stream<Note> doubt = alone instanceof SendResult.Absent ? Stream.of() : Stream.of(MAYBE_TWICE);
            return ResultMapper.withNotes(change, doubt);
        }

        private SendResult send(RenderedMessage content, Placement placement) throws TokenUnavailableException {
            return sendOrFollow(outgoing(content, placement), placement);
        }

        OutgoingMessage outgoing(RenderedMessage content, Placement placement) {
            OutgoingMessage outgoing = OutgoingMessage.of(
                            posts.channel(message, placement),
                            content.text(),
                            delivery.entry().id())
                    .withBlocks(content.blocks())
                    .withAttachments(content.attachments())
                    .withSender(settings.botName(message.options()), settings.botIcon(message.options()));
            return placement instanceof Placement.InPlace place
                    ? inThreadOfEarlier(outgoing, place.location())
                    : MessagePosts.inPlace(outgoing, placement);
        }

        /** Returns the message with the thread of the author's reply that it changes, where it is posted if Slack does not change that. */
        private OutgoingMessage inThreadOfEarlier(OutgoingMessage outgoing, MessageLocation earlier) {
            Relation relation = message.relation();
            if (relation == null || policy != LostPlacePolicy.STAND_ALONE_IN_CHANNEL) {
                return outgoing;
            }
            MessageLocation root = placements.threadOf(relation.deliveryId(), earlier);
            return root.equals(earlier) ? outgoing : outgoing.inThread(root.ts());
        }

        /**
         * Sends the message. If Slack refuses its channel, and the settings name another channel in its place now, sends the message to that
         * one. After an attempt in doubt, that other channel is searched first: the attempt may have posted the message there.
         */
        SendResult sendOrFollow(OutgoingMessage outgoing, Placement placement) throws TokenUnavailableException {
            boolean isAlone = placement instanceof Placement.Alone;
            if (isAlone && delivery.state().mayHaveArrived()) {
                Optional<SendResult> earlier = posts.lookInCorrected(delivery, message, settings);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
            }
            SendResult result = send(message, outgoing, placement);
            if (!isAlone || !isAboutTheChannel(result)) {
                return result;
            }
            Optional<Destination> corrected = named.corrected(message, settings);
            if (corrected.isPresent()) {
                Message moved = message.to(corrected.get());
                result = send(moved, outgoing.to(poster.address(moved)), placement);
            }
            return named(result, message);
        }

        private SendResult send(Message to, OutgoingMessage outgoing, Placement placement)
                throws TokenUnavailableException {
            SlackPost post = posts.post(delivery, to, outgoing, policy, settings);
            return placement instanceof Placement.InPlace place ? post.update(place.location()) : post.post();
        }
    }

    /** Whether a message is too old to be news, so that it is sent only if it corrects a message that is in Slack already. */
    private boolean isLate(Delivery delivery, EngineSettings settings) {
        return delivery.entry().order().lasting()
                && delivery.entry().acceptedAt().plus(settings.expiry()).isBefore(steadyClock.instant());
    }

    /** Writes a message. Any fault, a stack overflow included, becomes an exception that says that nothing was sent. */
    private static RenderedMessage write(Supplier<RenderedMessage> writer) throws UnwritableException {
        try {
            return writer.get();
        } catch (RuntimeException | Error e) {
            throw new UnwritableException(e);
        }
    }

    /** Whether an earlier attempt may have posted the message in a digest. That is in the channel, and not in the thread of the message. */
    private static boolean mayBeInDigest(Delivery delivery) {
        return delivery.state().mayHaveArrived() && delivery.inDigest();
    }

    /**
     * Sends several builds in one message, a digest. If their tokens differ by now, sends nothing, so that the outbox sorts them again.
     *
     * @param parcel the deliveries; the digest bears the ids of all, that of the first one foremost
     * @param unread the number of further deliveries that this version of the plugin cannot read
     */
    SendResult sendDigest(List<Delivery> parcel, List<Message> builds, int unread, EngineSettings settings)
            throws TokenUnavailableException, UnwritableException {
        if (builds.stream().anyMatch(build -> !posts.haveOneToken(builds.get(0), build, settings))) {
            return new SendResult.Retry(TOKENS_CHANGED, Note.forEverybody("The tokens of the builds have changed"));
        }
        SlackResult<List<Resolved>> resolved = mentions.resolve(builds, parcel.get(0), settings);
        if (!(resolved instanceof SlackResult.Success<List<Resolved>> success)) {
            return results.fromQuery(resolved);
        }
        List<Message> messages = success.value().stream().map(Resolved::message).toList();
        Delivery first = parcel.get(0);
        List<String> companions = parcel.stream()
                .map(delivery -> delivery.entry().id())
                .filter(id -> !id.equals(first.entry().id()))
                .toList();
        RenderedMessage content = write(() -> composer.digest(messages, unread, settings));
        Attempt attempt =
                new Attempt(first, builds.get(0), success.value().get(0), LostPlacePolicy.of(builds.get(0)), settings);
        SendResult result =
                attempt.sendOrFollow(attempt.outgoing(content, ALONE).withCompanions(companions), ALONE);
        return ResultMapper.withNotes(result, success.value().stream().map(Resolved::note));
    }

    private static boolean isAboutTheChannel(SendResult result) {
        return result instanceof SendResult.Held held
                && HoldReason.of(held.note()).isAboutTheChannel();
    }

    /** Adds to a refusal of the channel where in the settings its name stands. */
    private SendResult named(SendResult result, Message message) {
        return isAboutTheChannel(result) && result instanceof SendResult.Held held
                ? named.place(message)
                        .<SendResult>map(place -> new SendResult.Held(RefusalNote.named(held.note(), place)))
                        .orElse(result)
                : result;
    }
}
