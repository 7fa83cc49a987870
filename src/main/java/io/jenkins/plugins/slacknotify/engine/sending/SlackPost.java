package io.jenkins.plugins.slacknotify.engine.sending;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.receipt.MessageOrigin;
import io.jenkins.plugins.slacknotify.engine.report.RefusalNote;
import io.jenkins.plugins.slacknotify.engine.stored.ReceiptCodec;
import io.jenkins.plugins.slacknotify.outbox.delivery.AttemptPeriod;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.PostedMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One message on its way to Slack: posted, or put in the place of an earlier one. If an earlier attempt has ended without an answer, the
 * message is searched for wherever that attempt may have posted it, before it is posted again.
 *
 * @param policy what is done with the message if Slack does not let it stand at its place
 * @param options what the caller wants to know, and what is known of earlier attempts
 */
record SlackPost(
        ChannelPoster poster,
        SlackConnection connection,
        Notification notification,
        OutgoingMessage message,
        LostPlacePolicy policy,
        Options options,
        ResultMapper results) {

    private static final Note MAY_ARRIVE =
            Note.forEverybody("An earlier attempt has not arrived, and Slack may still be at it");

    static final SendResult NOT_ARRIVED = new SendResult.Absent("An earlier attempt has not arrived");

    private static final String MAYBE_TWICE =
            "It may be there twice: an earlier attempt ended without an answer, and the channel's history could not be read.";

    /**
     * The options of a post.
     *
     * @param wantsPermalink whether a caller waits for the address of the message
     * @param deliveryId the id by which the message is found if an earlier attempt has posted it, alone or in a digest
     * @param doubt when an earlier attempt may have posted the message; null if none may have
     */
    record Options(
            boolean wantsPermalink,
            String deliveryId,
            @CheckForNull AttemptPeriod doubt) {}

    /**
     * Goes on after a search that has not found the message. While Slack may still post it by an earlier attempt, the delivery waits, and
     * nothing else is done.
     */
    private SendResult afterEarlierAttempt(Supplier<SendResult> next) {
        Duration pause = poster.mayArriveFor(options.deliveryId());
        return pause.isZero() ? next.get() : new SendResult.Retry(pause, MAY_ARRIVE, SendResult.Scope.SEQUENCE);
    }

    /** Posts the message as a new one, unless a search finds that an earlier attempt has posted it. */
    SendResult post() {
        AttemptPeriod doubt = options.doubt();
        return doubt == null ? postNow(null) : postUnlessFound(doubt);
    }

    /** Replaces the content of an earlier message. Where Slack does not change that any more, does what the policy says. */
    SendResult update(MessageLocation known) {
        MessageLocation location = poster.follow(known);
        // An unanswered attempt for this delivery writes the same content, so only changes for other deliveries are
        // waited for.
        Optional<SendResult> notYet =
                options.doubt() == null ? poster.untilEarlierChangeIsDone(location) : Optional.empty();
        return notYet.orElseGet(() -> updateNow(location));
    }

    private SendResult updateNow(MessageLocation location) {
        SlackResult<MessageLocation> result = poster.update(connection, location, message);
        if (policy.isLost(result)) {
            return policy == LostPlacePolicy.LEAVE_OUT ? changed(location) : postInsteadOf(location);
        }
        Optional<SimplerMessage> simpler = SimplerMessage.of(message, result);
        if (simpler.isPresent()) {
            return simplified(simpler.get(), post -> post.updateNow(location));
        }
        return result instanceof SlackResult.Success<MessageLocation>
                ? changed(location)
                : results.fromFailedChange(result);
    }

    /**
     * Posts a new message, in the thread of this one if it has any, because Slack does not change the earlier one any more; and notes that
     * it replaces that one.
     */
    private SendResult postInsteadOf(MessageLocation lost) {
        SlackPost instead = message.threadTs() == null ? outsideThread() : this;
        SendResult result = instead.post();
        if (result instanceof SendResult.Sent sent) {
            ReceiptCodec.message(sent).ifPresent(receipt -> poster.replaced(lost, receipt.location()));
        }
        return result;
    }

    private SendResult postNow(@CheckForNull Note note) {
        SlackResult<PostedMessage> result = poster.post(notification, message, connection);
        if (message.threadTs() != null && policy.isLost(result)) {
            return policy == LostPlacePolicy.LEAVE_OUT
                    ? leftOut(result)
                    : outsideThread().post();
        }
        Optional<SimplerMessage> simpler = SimplerMessage.of(message, result);
        if (simpler.isPresent()) {
            return simplified(simpler.get(), post -> post.postNow(note));
        }
        return result instanceof SlackResult.Success<PostedMessage> success
                ? sent(success.value(), note)
                : results.fromPost(withBotName(result));
    }

    /** Adds the bot's name to a refusal that asks people to invite the bot. Slack is asked for the name. */
    private SlackResult<PostedMessage> withBotName(SlackResult<PostedMessage> result) {
        return result.refused()
                .filter(Refusal::asksForTheBot)
                .flatMap(refused -> poster.gateway()
                        .identify(connection)
                        .success()
                        .filter(bot -> !bot.botName().isEmpty())
                        .<SlackResult<PostedMessage>>map(
                                bot -> new SlackResult.Refused<>(refused.namingBot(bot.botName()))))
                .orElse(result);
    }

    /** Returns the same post, but outside of any thread, in the channel to which the destination leads now. */
    private SlackPost outsideThread() {
        return with(message.inThread(null).to(poster.address(notification)));
    }

    private SlackPost with(OutgoingMessage other) {
        return new SlackPost(poster, connection, notification, other, policy, options, results);
    }

    private SendResult simplified(SimplerMessage simpler, Function<SlackPost, SendResult> sending) {
        return ResultMapper.withNotes(sending.apply(with(simpler.message())), Stream.of(simpler.note()));
    }

    private static SendResult leftOut(SlackResult<?> result) {
        return new SendResult.Refused(
                RefusalNote.of("Left out, because it would stand in the channel and not in its thread", result));
    }

    /** Looks for the message that an earlier attempt may have posted, and posts nothing. */
    SendResult lookFor() {
        AttemptPeriod doubt = options.doubt();
        if (doubt == null) {
            return new SendResult.Absent("No attempt was made that may have arrived");
        }
        return look(doubt, unsure -> unsure == null ? NOT_ARRIVED : new SendResult.Absent(unsure), results::fromQuery);
    }

    /** Looks for the messages of several deliveries in the thread or the channel of this message, and posts nothing. */
    SlackResult<Map<String, PostedMessage>> searchEach(AttemptPeriod doubt, Set<String> deliveryIds) {
        return range(doubt).flatMap(range -> poster.findEach(connection, range, deliveryIds));
    }

    private SendResult postUnlessFound(AttemptPeriod doubt) {
        return look(doubt, this::postNow, search -> postNow(maybeTwice(search)));
    }

    /**
     * Looks for the message that an earlier attempt may have posted, also in channels that bore the name of its channel meanwhile.
     *
     * @param absent what is done if the search does not find the message; gets a note if a channel could not be searched, otherwise null
     * @param refused what is done if Slack refuses the search for good
     */
    private SendResult look(
            AttemptPeriod doubt, Function<Note, SendResult> absent, Function<SlackResult<?>, SendResult> refused) {
        SlackResult<Optional<PostedMessage>> found = range(doubt).flatMap(this::find);
        @CheckForNull Note unread = null;
        for (String channel : poster.formerChannels(notification, doubt)) {
            if (found.success().filter(Optional::isEmpty).isPresent()) {
                SlackResult<Optional<PostedMessage>> there = poster.find(
                        connection, new SearchRange(channel, null, doubt.first(), doubt.last()), options.deliveryId());
                unread = isRefusedForGood(there) ? maybeTwice(there) : unread;
                found = isRefusedForGood(there) ? found : there;
            }
        }
        if (found instanceof SlackResult.Success<Optional<PostedMessage>> success) {
            Note unsure = unread;
            return success.value()
                    .map(posted -> sent(posted, null))
                    .orElseGet(() -> afterEarlierAttempt(() -> absent.apply(unsure)));
        }
        return isRefusedForGood(found) ? refused.apply(found) : doubtful(found, results);
    }

    private static Note maybeTwice(SlackResult<?> search) {
        return search.refused()
                .map(refusal -> new Note(MAYBE_TWICE + " " + refusal.remedy(), MAYBE_TWICE))
                .orElseGet(() -> Note.forEverybody(MAYBE_TWICE));
    }

    private SlackResult<SearchRange> range(AttemptPeriod doubt) {
        return channelId().map(channel -> new SearchRange(channel, message.threadTs(), doubt.first(), doubt.last()));
    }

    static boolean isRefusedForGood(SlackResult<?> result) {
        return result.isRefused(Refusal::permanent);
    }

    /** Returns the result after a search that has failed and can be repeated: whether the message has arrived is not known yet. */
    static SendResult doubtful(SlackResult<?> search, ResultMapper results) {
        String why = "An earlier attempt may have arrived, and Slack does not tell";
        return search instanceof SlackResult.RateLimited<?> limited
                ? new SendResult.Retry(
                        limited.retryAfter(),
                        Note.forEverybody(why + "; " + results.rateLimited(limited.retryAfter())),
                        SendResult.Scope.SEQUENCE)
                : new SendResult.Retry(null, RefusalNote.of(why, search), SendResult.Scope.SEQUENCE);
    }

    /** Returns the channel to search. That of a thread is known; that of another message is the one to which its destination leads now. */
    private SlackResult<String> channelId() {
        return message.threadTs() == null
                ? poster.findId(notification, connection)
                : new SlackResult.Success<>(message.channel());
    }

    /**
     * Looks for the message in its thread or its channel. A reply may stand in the channel instead: Slack puts it there if the first message
     * of the thread is gone, and an earlier attempt puts it there if the thread takes no reply.
     */
    private SlackResult<Optional<PostedMessage>> find(SearchRange range) {
        SlackResult<Optional<PostedMessage>> found = poster.find(connection, range, options.deliveryId());
        if (range.threadTs() == null) {
            return found;
        }
        if (found.isRefused(Refusal::isAboutTheEarlierMessage)) {
            return poster.find(connection, range.inChannel(), options.deliveryId());
        }
        boolean isMissing = found.success().filter(Optional::isEmpty).isPresent();
        return isMissing && policy != LostPlacePolicy.LEAVE_OUT
                ? outsideThread().findInChannel(range, found)
                : found;
    }

    /** @param inThread the result of the search in the thread; returned if Slack refuses the search in the channel for good */
    private SlackResult<Optional<PostedMessage>> findInChannel(
            SearchRange thread, SlackResult<Optional<PostedMessage>> inThread) {
        SlackResult<Optional<PostedMessage>> beside = channelId()
                .flatMap(channel -> poster.find(
                        connection,
                        new SearchRange(channel, null, thread.from(), thread.until()),
                        options.deliveryId()));
        return isRefusedForGood(beside) ? inThread : beside;
    }

    SendResult sent(PostedMessage posted, @CheckForNull Note note) {
        if (message.threadTs() == null) { // A thread may be in a channel that had the name before.
            poster.arrived(notification, posted.location());
        }
        return ResultMapper.sent(posted, permalink(posted.location()), MessageOrigin.toKeep(notification), note);
    }

    private SendResult changed(MessageLocation location) {
        return ResultMapper.changed(location, permalink(location), MessageOrigin.toKeep(notification), null);
    }

    /** Returns the address of the message if a caller waits for it; null otherwise, because it costs a call to Slack. */
    @CheckForNull
    private String permalink(MessageLocation location) {
        return options.wantsPermalink()
                ? poster.gateway().permalink(connection, location).success().orElse(null)
                : null;
    }
}
