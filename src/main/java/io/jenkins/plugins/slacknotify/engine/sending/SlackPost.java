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
 * One message on its way to Slack: posted, or put in the place of an earlier one. After an attempt that ended without an answer,
 * nothing is posted before it was looked for wherever that attempt may have posted it.
 *
 * @param policy what becomes of it where its place is lost
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

    private static final Note NOBODY_CALLED = Note.forEverybody(
            "Nobody was called by @channel, @here or @everyone, as the workspace's settings do not let the bot do"
                    + " so in that channel (restricted_action).");

    private static final Note MAY_ARRIVE =
            Note.forEverybody("An earlier attempt has not arrived, and Slack may still be at it");

    static final SendResult NOT_ARRIVED = new SendResult.Absent("An earlier attempt has not arrived");

    private static final String MAYBE_TWICE =
            "It may be there twice: an earlier attempt ended without an answer, and the channel's history could not be read.";

    /**
     * The options of a post.
     *
     * @param wantsPermalink whether a caller waits for the address of the message
     * @param deliveryId what a message bears that an earlier attempt has posted, be it as one of several
     * @param doubt when an earlier attempt may have posted it; null where none may have
     */
    record Options(
            boolean wantsPermalink,
            String deliveryId,
            @CheckForNull AttemptPeriod doubt) {}

    /** What is not there may still come by an earlier attempt. */
    private SendResult missing(Supplier<SendResult> otherwise) {
        Duration pause = poster.mayArriveFor(options.deliveryId());
        return pause.isZero() ? otherwise.get() : new SendResult.Retry(pause, MAY_ARRIVE, SendResult.Scope.SEQUENCE);
    }

    /** Posts a new message, unless an earlier attempt has. */
    SendResult post() {
        AttemptPeriod doubt = options.doubt();
        return doubt == null ? postNow(null) : postUnlessFound(doubt);
    }

    /** Replaces an earlier message. Where that is gone, or cannot be changed any more, does what the policy says. */
    SendResult update(MessageLocation known) {
        MessageLocation location = poster.follow(known);
        // Whatever an earlier attempt of its own still does says the same.
        Optional<SendResult> notYet =
                options.doubt() == null ? poster.untilEarlierChangeIsDone(location) : Optional.empty();
        return notYet.orElseGet(() -> updateNow(location));
    }

    private SendResult updateNow(MessageLocation location) {
        SlackResult<MessageLocation> result = poster.update(connection, location, message);
        if (policy.isLost(result)) {
            return policy == LostPlacePolicy.LEAVE_OUT ? changed(location) : anew(location);
        }
        if (hasBadLayout(result)) {
            return ResultMapper.withNotes(asText().updateNow(location), Stream.of(layoutNote(result)));
        }
        if (callsInVain(result)) {
            return ResultMapper.withNotes(quiet().updateNow(location), Stream.of(NOBODY_CALLED));
        }
        return result instanceof SlackResult.Success<MessageLocation>
                ? changed(location)
                : results.fromFailedChange(result);
    }

    private SendResult anew(MessageLocation lost) {
        SendResult result = alone().post();
        if (result instanceof SendResult.Sent sent) {
            ReceiptCodec.message(sent).ifPresent(receipt -> poster.postedAnew(lost, receipt.location()));
        }
        return result;
    }

    private SendResult postNow(@CheckForNull Note note) {
        SlackResult<PostedMessage> result = poster.post(notification, message, connection);
        if (message.threadTs() != null && policy.isLost(result)) {
            return policy == LostPlacePolicy.LEAVE_OUT ? leftOut(result) : alone().post();
        }
        if (hasBadLayout(result)) {
            return ResultMapper.withNotes(asText().postNow(note), Stream.of(layoutNote(result)));
        }
        if (callsInVain(result)) {
            return ResultMapper.withNotes(quiet().postNow(note), Stream.of(NOBODY_CALLED));
        }
        return result instanceof SlackResult.Success<PostedMessage> success
                ? sent(success.value(), note)
                : results.fromPost(namingBot(result));
    }

    /** People who are to invite the bot need to know what it is called. Asks Slack where a refusal is about that. */
    private SlackResult<PostedMessage> namingBot(SlackResult<PostedMessage> result) {
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

    /** The same as a message of its own, in the channel that the destination leads to by now. */
    private SlackPost alone() {
        return with(message.inThread(null).to(poster.address(notification)));
    }

    private SlackPost asText() {
        return with(message.textOnly());
    }

    private SlackPost with(OutgoingMessage other) {
        return new SlackPost(poster, connection, notification, other, policy, options, results);
    }

    private boolean hasBadLayout(SlackResult<?> result) {
        return result.isRefused(Refusal::isAboutTheLayout)
                && message.hasLayout()
                && !message.text().isBlank();
    }

    /** Whether the message may be refused because it calls everybody. Where the channel is the reason, it is refused without that, too. */
    private boolean callsInVain(SlackResult<?> result) {
        return result.isRefused(Refusal::isAboutAGroupMention)
                && !message.withoutGroupMentions().equals(message);
    }

    private SlackPost quiet() {
        return with(message.withoutGroupMentions());
    }

    private static Note layoutNote(SlackResult<?> result) {
        return behind("Only the text of the message was sent, as Slack does not take its layout", result);
    }

    private static SendResult leftOut(SlackResult<?> result) {
        return new SendResult.Refused(
                behind("Left out, because it would stand in the channel and not in its thread", result));
    }

    /** The words, and behind them what Slack refuses. */
    private static Note behind(String words, SlackResult<?> result) {
        return result.refused()
                .map(refusal -> RefusalNote.of(refusal).after(words, ": "))
                .orElseGet(() -> Note.forEverybody(words));
    }

    /** Looks for what an earlier attempt may have posted, and posts nothing. */
    SendResult lookFor() {
        AttemptPeriod doubt = options.doubt();
        if (doubt == null) {
            return new SendResult.Absent("No attempt was made that may have arrived");
        }
        return look(doubt, unsure -> unsure == null ? NOT_ARRIVED : new SendResult.Absent(unsure), results::fromQuery);
    }

    /** Looks in the thread or the channel of this message for what was to be posted there with several ids, and posts nothing. */
    SlackResult<Map<String, PostedMessage>> searchEach(AttemptPeriod doubt, Set<String> deliveryIds) {
        return range(doubt).flatMap(range -> poster.findEach(connection, range, deliveryIds));
    }

    private SendResult postUnlessFound(AttemptPeriod doubt) {
        return look(doubt, this::postNow, search -> postNow(maybeTwice(search)));
    }

    /**
     * Looks for what an earlier attempt may have posted, also in channels that bore the name meanwhile.
     *
     * @param absent what follows where it is not there; gets a note where it may be there all the same, otherwise null
     * @param refused what follows where nobody may look
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
                    .orElseGet(() -> missing(() -> absent.apply(unsure)));
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

    /** The result where it is not known whether a message has arrived, and can be asked again. */
    static SendResult doubtful(SlackResult<?> search, ResultMapper results) {
        String why = "An earlier attempt may have arrived, and Slack does not tell";
        return search instanceof SlackResult.RateLimited<?> limited
                ? new SendResult.Retry(
                        limited.retryAfter(),
                        Note.forEverybody(why + "; " + results.rateLimited(limited.retryAfter())),
                        SendResult.Scope.SEQUENCE)
                : new SendResult.Retry(null, behind(why, search), SendResult.Scope.SEQUENCE);
    }

    /** A thread stays in its channel, whatever the name leads to by now. */
    private SlackResult<String> channelId() {
        return message.threadTs() == null
                ? poster.findId(notification, connection)
                : new SlackResult.Success<>(message.channel());
    }

    /**
     * Looks in the thread or the channel. Where a thread is gone, Slack has put the reply into the channel; and where it took no reply for
     * a while, the message was posted alone, though it takes one now.
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
        return isMissing && policy != LostPlacePolicy.LEAVE_OUT ? alone().findBeside(range, found) : found;
    }

    /** @param inThread what the look in the thread has told, which counts where nobody may look here */
    private SlackResult<Optional<PostedMessage>> findBeside(
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

    /** Only where a caller waits for it, because it costs a call. */
    @CheckForNull
    private String permalink(MessageLocation location) {
        return options.wantsPermalink()
                ? poster.gateway().permalink(connection, location).success().orElse(null)
                : null;
    }
}
