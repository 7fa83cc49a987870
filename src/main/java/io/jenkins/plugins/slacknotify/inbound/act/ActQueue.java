package io.jenkins.plugins.slacknotify.inbound.act;

import io.jenkins.plugins.slacknotify.inbound.origin.ReplyTicket;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.Pace;
import io.jenkins.plugins.slacknotify.outbox.StoreCondition;
import io.jenkins.plugins.slacknotify.outbox.StoreProblem;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.Note;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A durable queue of acts that people have asked for.
 *
 * <p><b>Guarantees.</b> When {@link #accept} returns {@link Acceptance#ACCEPTED}, the request survives the end of the process
 * and of the machine. The act is then done once, over any number of crashes, if its {@link ActHandler} finds the effect that
 * an interrupted attempt has had, or chooses again what that has chosen ({@link ActChoice}); and what came of it is answered. An
 * act that has an end is not done again because the disk does not take its answer. A request whose id was accepted before, by whatever
 * transport, is not done again. The acts of one member are done one at a time, and those about one {@linkplain ActHandler#subject
 * subject} in order.
 *
 * <p><b>Non-guarantees.</b> An answer that only its asker sees may arrive twice where a crash comes between its arrival and
 * the end of the attempt; one that a whole channel sees may not arrive at all then. What Slack hands out for answering ({@link ReplyTicket}) is kept in memory only; after a restart
 * answers go in person. An act that could not be begun within {@link #MAX_AGE} is not done, and its asker is told so; so is one for
 * which Jenkins was not ready for {@link #MAX_WAIT}, where its handler has words for that.
 *
 * <p>The queue is an {@link Outbox} whose entries are requests, and the answers that follow them. Safe for use by many
 * threads.
 */
public final class ActQueue implements Closeable {
    /** How many requests may wait; about a megabyte. */
    static final int MAX_WAITING = 1_000;

    /** How many of one member may wait, so that nobody takes the room of the others. */
    static final int MAX_PER_MEMBER = 500;

    /** How old a request may be when its act begins. What was asked for yesterday may be wrong today. */
    static final Duration MAX_AGE = Duration.ofHours(24);

    /** How long Jenkins may not be ready for an act, from the first attempt on; a restart begins anew. */
    static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /**
     * How many members' acts are done at a time. An act may take a minute, where it waits for a pipeline to be loaded, and others want
     * theirs at once: Slack gives a form three seconds.
     */
    static final int ACTS_AT_ONCE = 24;

    /** How many answers are under way at a time. They have workers of their own, so that no slow act keeps one back. */
    static final int ANSWERS_AT_ONCE = 8;

    /** How many workers the threads of a queue need, so that each act and answer under way has one. */
    public static final int WORKERS = ACTS_AT_ONCE + ANSWERS_AT_ONCE;

    /** After how many attempts that ended with an exception an act is given up; a restart begins anew. */
    static final int MAX_FAILURES = 4;

    private static final Logger LOGGER = Logger.getLogger(ActQueue.class.getName());
    /** Acts and answers that are done. Slack repeats a request within an hour, and members ask less often than that. */
    private static final int REMEMBERED = 20_000;

    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final String ANSWER_SUFFIX = ".answer";
    static final String CHOICE_SUFFIX = ".choice";

    /** The result of {@link #accept}. */
    public enum Acceptance {
        ACCEPTED,
        /** A request of the same id was accepted before. Nothing has changed. */
        KNOWN,
        /** Too many requests wait, in all or of this member. The request was not kept. */
        FULL
    }

    private final ActHandler handler;
    private final Responder responder;
    private final InstantSource clock;
    private final Outbox outbox;
    private final StoredActs stored = new StoredActs();
    private final LruCache<String, Integer> failures = new LruCache<>(MAX_WAITING);
    /** When this process first tried an act that still waits. */
    private final LruCache<String, Instant> waitingSince = new LruCache<>(MAX_WAITING);

    private final LruCache<String, ReplyTicket> tickets = new LruCache<>(2 * MAX_WAITING);

    /** The requests that this process has accepted. Of any other, it cannot tell for certain whether it was done. */
    private final LruCache<String, Boolean> ofThisProcess = new LruCache<>(2 * MAX_WAITING);

    /** The results of acts whose end waits for the disk: they are not done again. */
    private final LruCache<String, ActResult.Done> ends = new LruCache<>(2 * MAX_WAITING);

    /**
     * @param store for this queue alone
     * @param responder sends the answers
     * @param threads on which acts and answers are worked, {@value #WORKERS} at a time; closed with the queue
     */
    public ActQueue(
            OutboxStore store,
            ActHandler handler,
            Responder responder,
            Backoff backoff,
            OutboxThreads threads,
            InstantSource clock) {
        this.handler = handler;
        this.responder = responder;
        this.clock = clock;
        this.outbox = Outbox.builder(store, this::attempt, threads)
                .backoff(backoff)
                .maximumAge(() -> FOREVER)
                .remembered(REMEMBERED)
                .pace(new ActPace())
                .clock(clock)
                .build();
    }

    /** Starts to do acts: first what an earlier process has left. Returns at once. */
    public void start() {
        outbox.start();
    }

    /**
     * Keeps a request. Writes to disk on the caller's thread, and waits for nothing else.
     *
     * @throws IOException where the disk did not take it; nothing was kept then, and nothing will be done
     */
    public Acceptance accept(InboundRequest request) throws IOException {
        RequestOrigin origin = request.origin();
        if (outbox.waiting() >= MAX_WAITING || hasTooMany(origin)) {
            return Acceptance.FULL;
        }
        Entry entry = new Entry(origin.id(), order(request), origin.receivedAt(), stored.write(request));
        // Before it may be done. What Slack repeats brings a ticket, too, and may be of an earlier process all the
        // same.
        tickets.put(origin.id(), origin.ticket());
        boolean mayBeNew = !isKnown(origin.id());
        if (mayBeNew) {
            ofThisProcess.put(origin.id(), true);
        }
        boolean isNew = false;
        try {
            isNew = outbox.acceptDurably(entry);
            return isNew ? Acceptance.ACCEPTED : Acceptance.KNOWN;
        } finally {
            if (mayBeNew && !isNew) {
                ofThisProcess.remove(origin.id());
            }
        }
    }

    private boolean hasTooMany(RequestOrigin origin) {
        return origin.userId() != null && outbox.waiting(lane(origin)) >= MAX_PER_MEMBER;
    }

    /** Tries at once what is held, as its reason may be fixed, such as a token that Slack did not take. */
    public void retryHeld() {
        outbox.retryHeld(lane -> true);
    }

    /** Returns how many acts and answers wait or are under way. */
    public int waiting() {
        return outbox.waiting();
    }

    /** Returns what is wrong with the store that a person has to look at. Reads no disk. */
    public StoreCondition storeCondition() {
        return outbox.storeProblem().map(StoreProblem::condition).orElse(StoreCondition.GOOD);
    }

    /** Does what a queue of another machine has left, of which this one is a copy, on the terms of {@link Outbox#releaseCopied}. */
    public void releaseCopied() throws IOException {
        outbox.releaseCopied();
    }

    /** Gives up what a queue of another machine has left, on the terms of {@link Outbox#discardCopied}. */
    public void discardCopied() throws IOException {
        outbox.discardCopied();
    }

    /** Returns whether the act of a request has an end; false as well where the id is not known. */
    public boolean isDone(String requestId) {
        return outbox.stateOf(requestId).map(Delivery.State::isFinished).orElse(false);
    }

    /** Returns whether a request of that id was accepted, and is not forgotten yet. */
    public boolean isKnown(String requestId) {
        return outbox.stateOf(requestId).isPresent();
    }

    /** Ends as {@link Outbox#close} does: acts under way get a moment, and what waits is done after the next start. */
    @Override
    public void close() throws IOException {
        outbox.close();
    }

    /** Returns the lane of a request: that of its member, or of its workspace where nobody asks. */
    private static String lane(RequestOrigin origin) {
        String installation = origin.installation().id().orElse("");
        return installation + "/" + (origin.userId() == null ? "" : origin.userId());
    }

    /** Returns the order of a request. In its lane, only requests about the same subject wait for each other. */
    private SendOrder order(InboundRequest request) {
        String lane = lane(request.origin());
        String subject = handler.subject(request);
        return subject.isEmpty() ? SendOrder.ofLane(lane) : new SendOrder(lane, lane + " " + subject, 0, false);
    }

    /** Gives acts and answers workers of their own, and makes none of them wait. */
    private static final class ActPace implements Pace {
        private static final String ACTS = "acts";
        private static final String ANSWERS = "answers";

        @Override
        public Duration tryAcquire(Delivery delivery) {
            return Duration.ZERO;
        }

        @Override
        public String account(String lane) {
            return lane.endsWith(ANSWER_SUFFIX) || lane.endsWith(CHOICE_SUFFIX) ? ANSWERS : ACTS;
        }

        @Override
        public int workers(String account) {
            return account.equals(ANSWERS) ? ANSWERS_AT_ONCE : ACTS_AT_ONCE;
        }
    }

    private SendResult attempt(Delivery delivery) {
        Optional<StoredActs.Kept> kept =
                stored.read(delivery.entry().payload(), id -> tickets.get(id).orElse(ReplyTicket.NONE));
        if (kept.isEmpty()) {
            // What waits in its sequence goes on then.
            return isTooOld(delivery)
                    ? new SendResult.Refused("It could not be read for a day")
                    : new SendResult.Held(
                            "This version of Slack Notify cannot read the request. If a newer one has written"
                                    + " it, install that again to have it done.");
        }
        if (kept.get() instanceof StoredActs.KeptAnswer answer) {
            return answer(delivery, answer);
        }
        return kept.get() instanceof StoredActs.KeptRequest request
                ? act(delivery, request.request())
                : new SendResult.Sent("", null);
    }

    private SendResult act(Delivery delivery, InboundRequest request) {
        // Slack's own reports are never too old.
        boolean isTooOld = request.origin().userId() != null && isTooOld(delivery);
        try {
            ActResult result = result(delivery, request, isTooOld);
            if (result instanceof ActResult.Later later) {
                return later(request, later);
            }
            waitingSince.remove(request.id());
            return finish(request, (ActResult.Done) result);
        } catch (ActChoice.NotKeptException e) {
            LOGGER.log(Level.WARNING, e, () -> "The request " + request.id() + " from Slack waits for the disk");
            return isTooOld
                    ? finish(request, new ActResult.Done(Optional.of(Answer.ephemeral(ActSentences.NOT_KNOWN))))
                    : new SendResult.Retry(null, "The disk does not take or give what is to be done");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // A text can be made so that reading it overflows the stack, and a script of a job may assert.
            LOGGER.log(Level.WARNING, e, () -> "The request " + request.id() + " from Slack failed");
            int count = failures.get(request.id()).orElse(0) + 1;
            failures.put(request.id(), count);
            return count < MAX_FAILURES
                    ? new SendResult.Uncertain("An internal error; see the Jenkins log")
                    : giveUp(request);
        }
    }

    /** Waits, or gives an act up for which Jenkins has not been ready for long: nothing of it was done. */
    private SendResult later(InboundRequest request, ActResult.Later later) {
        Instant now = clock.instant();
        Instant since = waitingSince.get(request.id()).orElse(now);
        waitingSince.put(request.id(), since);
        Answer inTheEnd = later.inTheEnd();
        if (inTheEnd == null || now.isBefore(since.plus(MAX_WAIT))) {
            return new SendResult.Retry(later.pause(), later.why(), SendResult.Scope.SEQUENCE);
        }
        SendResult end = finish(request, new ActResult.Done(Optional.of(inTheEnd)));
        if (end instanceof SendResult.Sent) {
            waitingSince.remove(request.id());
        }
        return end;
    }

    /** Ends an act that has failed too often. Its last attempt may have had its effect all the same. */
    private SendResult giveUp(InboundRequest request) {
        failures.remove(request.id());
        ActResult.Done end = new ActResult.Done(Optional.of(Answer.ephemeral(ActSentences.INTERNAL_ERROR)));
        try {
            if (handler.alreadyDone(request, choice(request)).orElse(null) instanceof ActResult.Done done) {
                end = done;
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOGGER.log(Level.WARNING, e, () -> "What became of the request " + request.id() + " is not known");
        }
        return finish(request, end);
    }

    private ActResult result(Delivery delivery, InboundRequest request, boolean isTooOld) {
        Optional<ActResult.Done> end = ends.get(request.id());
        if (end.isPresent()) {
            return end.get();
        }
        ActChoice choice = choice(request);
        Optional<ActResult> earlier = mayBeDone(delivery) ? handler.alreadyDone(request, choice) : Optional.empty();
        if (earlier.isPresent()) {
            return isTooOld && earlier.get() instanceof ActResult.Later
                    ? ActResult.say(ActSentences.NOT_KNOWN)
                    : earlier.get();
        }
        return isTooOld ? ActResult.say(ActSentences.TOO_OLD) : handler.act(request, choice);
    }

    /** Whether a request, or the answer to one, has waited for too long. */
    private boolean isTooOld(Delivery delivery) {
        return delivery.entry().acceptedAt().plus(MAX_AGE).isBefore(clock.instant());
    }

    private ActChoice choice(InboundRequest request) {
        return new OutboxChoice(outbox, stored, clock, request.id(), lane(request.origin()) + CHOICE_SUFFIX);
    }

    /**
     * Returns whether an earlier attempt may have done the act. Of what another process has accepted, the store does not
     * tell for certain: an attempt begins though the disk is full at that moment.
     */
    private boolean mayBeDone(Delivery delivery) {
        return delivery.state().mayHaveArrived()
                || ofThisProcess.get(delivery.entry().id()).isEmpty();
    }

    /**
     * Ends an act. The answer is on disk before the act is finished, under an id that follows from the request's: so a crash in between
     * neither loses it nor brings a second one.
     */
    private SendResult finish(InboundRequest request, ActResult.Done end) {
        RequestOrigin origin = request.origin();
        Optional<Answer> answer = end.answer().map(it -> it.besideReplyIn(request.thread()));
        if (answer.isEmpty() || origin.userId() == null) {
            tickets.remove(origin.id());
            return new SendResult.Sent("", null);
        }
        String channel = end.channel();
        RequestOrigin asked = channel == null ? origin : origin.in(channel);
        ends.put(origin.id(), end);
        try {
            outbox.acceptDurably(new Entry(
                    origin.id() + ANSWER_SUFFIX,
                    lane(origin) + ANSWER_SUFFIX,
                    clock.instant(),
                    stored.write(asked, answer.get())));
            ends.remove(origin.id());
            return new SendResult.Sent("", null);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The answer to the request " + origin.id() + " waits for the disk");
            return new SendResult.Uncertain("The disk does not take the answer");
        }
    }

    /** Whether an answer may arrive twice without being a nuisance to others. */
    private static boolean mayComeTwice(StoredActs.KeptAnswer kept) {
        String channel = kept.origin().channelId();
        return kept.answer().placement().mayBeRepeated() || channel == null || channel.startsWith("D");
    }

    private SendResult answer(Delivery delivery, StoredActs.KeptAnswer kept) {
        SendResult result;
        if (isTooOld(delivery)) {
            result = new SendResult.Refused("It could not be answered within a day");
        } else if (delivery.attempts() > 0 && delivery.state().mayHaveArrived() && !mayComeTwice(kept)) {
            result = new SendResult.Sent("", Note.of("An attempt was cut off, so it may not have arrived"));
        } else {
            result = responder.respond(kept.origin(), kept.answer());
        }
        if (result instanceof SendResult.Refused refused) {
            LOGGER.log(
                    Level.WARNING,
                    () -> "The answer to the request " + kept.origin().id() + " from Slack does not arrive: "
                            + refused.note().text());
        }
        if (result instanceof SendResult.Sent || result instanceof SendResult.Refused) {
            tickets.remove(kept.origin().id());
        }
        return result;
    }
}
