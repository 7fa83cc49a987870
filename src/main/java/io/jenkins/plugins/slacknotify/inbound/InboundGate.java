package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.request.UnknownRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one door for all requests from Slack, whatever transport they came by.
 *
 * <p>A transport has verified and parsed the request. The gate checks that it is meant for this app and this Jenkins, takes
 * each request once, limits how many one member makes and how many are under way, and refuses what is switched off. A
 * request that asks for an act is on disk before it is acknowledged ({@link ActQueue}); others are handled after that, and
 * lost where Jenkins stops. What is refused is answered with a sentence where a person reads it, and noted.
 *
 * <p>{@link #receive} returns as soon as the disk has taken the request. It throws nothing and may be called by many threads.
 */
public final class InboundGate {
    /** How many requests that are not kept, and sentences of refusal, may be under way. */
    static final int MAX_AT_ONCE = 50;

    /** How long a request is remembered. Slack sends an event again for six minutes. */
    private static final Duration RETENTION = Duration.ofMinutes(15);

    private static final int MAX_REMEMBERED = 20_000;

    private static final Logger LOGGER = Logger.getLogger(InboundGate.class.getName());

    private final Supplier<InboundSettings> settings;
    private final RequestHandler handler;
    private final ActQueue acts;
    private final Responder responder;
    private final OutboxThreads threads;
    private final InboundStatistics statistics;
    private final RefusalRecorder refusals;
    private final RequestDeduplicator requests;
    private final MemberLimit members;
    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE);

    /**
     * @param settings asked anew for each request
     * @param handler decides, and handles what is not kept
     * @param acts keeps the others
     * @param responder sends sentences of refusal where the acknowledgement cannot carry them
     * @param threads run handler and responder; those of {@code acts} do
     */
    public InboundGate(
            Supplier<InboundSettings> settings,
            RequestHandler handler,
            ActQueue acts,
            Responder responder,
            OutboxThreads threads,
            InstantSource clock,
            InboundStatistics statistics) {
        this.settings = settings;
        this.handler = handler;
        this.acts = acts;
        this.responder = responder;
        this.threads = threads;
        this.statistics = statistics;
        this.refusals = new RefusalRecorder(statistics, clock);
        this.requests = new RequestDeduplicator(clock, RETENTION, MAX_REMEMBERED);
        this.members = new MemberLimit(clock);
    }

    /** Returns where refusals are noted; transports note theirs there, too. */
    public RefusalRecorder refusals() {
        return refusals;
    }

    /** Returns the settings of this moment. */
    public InboundSettings settings() {
        return settings.get();
    }

    /**
     * Takes a request.
     *
     * @param app for which it was verified
     * @return what Slack is told
     */
    public GateReply receive(InboundApp app, InboundRequest request) {
        statistics.received(request.origin().transport(), request.kind());
        if (!app.is(request.origin().installation())) {
            return refuse(
                    request,
                    RefusalReason.FOREIGN_APP,
                    RefusalSentences.FOREIGN_APP,
                    "It is meant for another app than " + app.name()
                            + ". Compare the app's id in Slack with the one that is configured here.");
        }
        if (isForeign(app, request)) {
            return refuse(
                    request,
                    RefusalReason.FOREIGN_WORKSPACE,
                    RefusalSentences.FOREIGN_WORKSPACE,
                    "It comes from the workspace "
                            + request.origin().installation().id().orElse("")
                            + ", of which this Jenkins has no bot token of this app. If that"
                            + " workspace is yours, install " + app.name() + " there, and add it to the workspaces.");
        }
        return switch (requests.begin(request.id())) {
            case TAKEN -> {
                statistics.duplicate();
                yield GateReply.acknowledged();
            }
            case IN_PROGRESS -> new GateReply.TryAgain("The same request is being taken at this moment");
            case NEW -> takeOnce(request);
        };
    }

    /**
     * Returns whether nothing could be done for a request, as no bot for which its app may speak is of its workspace. A channel may be
     * one of a workspace whose token a job alone names.
     */
    private boolean isForeign(InboundApp app, InboundRequest request) {
        return request.kind() != RequestKind.CHANNEL_CHANGE
                && !settings.get().mayHaveBotIn(app, request.origin().installation());
    }

    private GateReply takeOnce(InboundRequest request) {
        boolean taken = false;
        try {
            GateReply reply = take(request);
            taken = reply instanceof GateReply.Acknowledged;
            return reply;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOGGER.log(Level.SEVERE, "A request from Slack could not be taken", e);
            return new GateReply.TryAgain("An internal error; see the Jenkins log");
        } finally {
            requests.end(request.id(), taken);
        }
    }

    private GateReply take(InboundRequest request) {
        if (request instanceof UnknownRequest unknown) {
            statistics.unknown(unknown.type());
            return GateReply.acknowledged();
        }
        if (request instanceof BlockAction press && !press.isOwn()) {
            // A link button, or one of a job's own blocks: Slack shows a warning unless it is acknowledged.
            return GateReply.acknowledged();
        }
        return limit(request, settings.get().requestsPerMinute());
    }

    /** Limits the requests of a member. Slack's own reports, such as that the app was uninstalled, are rare and have no limit. */
    private GateReply limit(InboundRequest request, int mostInAMinute) {
        RequestOrigin origin = request.origin();
        if (origin.userId() == null) {
            return admit(request);
        }
        String detail = "A member has made more than " + mostInAMinute + " requests in a minute.";
        // What happens by the way, such as links that are typed, must not use up what its member asks for.
        String member = origin.installation().id().orElse("") + "/" + origin.userId()
                + (request.kind().isAnswered() ? "" : "/by the way");
        return switch (members.count(member, mostInAMinute)) {
            case WITHIN -> admit(request);
            case FIRST_BEYOND -> refuse(request, RefusalReason.TOO_MANY, RefusalSentences.TOO_MANY, detail);
            case BEYOND -> {
                refusals.refused(RefusalReason.TOO_MANY, detail);
                yield acknowledgeInWords(request, RefusalSentences.TOO_MANY);
            }
        };
    }

    private GateReply admit(InboundRequest request) {
        if (request.origin().isFromOutside()) {
            return refuse(
                    request,
                    RefusalReason.OUTSIDER,
                    RefusalSentences.OUTSIDER,
                    "A member of another organisation has asked for something in a shared channel.");
        }
        return settings.get().allow(request.abilities())
                ? decide(request)
                : refuse(
                        request,
                        RefusalReason.ABILITY_OFF,
                        RefusalSentences.off(request.kind(), request.abilities()),
                        "Requests of the kind " + request.kind() + " are switched off.");
    }

    private GateReply decide(InboundRequest request) {
        Decision decision = decisionFor(request);
        Acknowledgement acknowledgement = decision.acknowledgement();
        if (!acknowledgement.fits()) {
            return sendSeparately(request, decision);
        }
        return followUp(request, decision.followUp(), acknowledgement);
    }

    private Decision decisionFor(InboundRequest request) {
        try {
            return handler.receive(request);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // A stack overflows where somebody has written a text for that.
            LOGGER.log(Level.WARNING, e, () -> "No decision about the request " + request.id() + " from Slack");
            return Decision.byKind(request);
        }
    }

    /** Acknowledges a request without a word and sends the answer by itself, because a WebSocket does not take an acknowledgement of that length. */
    private GateReply sendSeparately(InboundRequest request, Decision decision) {
        GateReply reply = followUp(request, decision.followUp(), Acknowledgement.EMPTY);
        Answer answer = decision.acknowledgement().answer();
        if (answer == null) {
            LOGGER.log(
                    Level.WARNING,
                    "The direct answer to a request of the kind {0} is longer than Slack takes, and was left out",
                    request.kind());
        } else if (reply instanceof GateReply.Acknowledged) {
            answerLater(request, answer);
        }
        return reply;
    }

    private GateReply followUp(InboundRequest request, Decision.FollowUp followUp, Acknowledgement acknowledgement) {
        return switch (followUp) {
            case NOTHING -> new GateReply.Acknowledged(acknowledgement);
            case KEEP ->
                request.kind().isKept() ? keep(request, acknowledgement) : handleLater(request, acknowledgement);
            case HANDLE -> handleLater(request, acknowledgement);
        };
    }

    private GateReply keep(InboundRequest request, Acknowledgement acknowledgement) {
        try {
            return switch (acts.accept(request)) {
                case ACCEPTED -> new GateReply.Acknowledged(acknowledgement);
                case KNOWN -> {
                    statistics.duplicate();
                    yield GateReply.acknowledged();
                }
                case FULL ->
                    refuseForNow(
                            request,
                            RefusalReason.BUSY,
                            RefusalSentences.BUSY,
                            "More requests wait to be done than are kept. Look in the log why they are not done.");
            };
        } catch (IOException e) {
            LOGGER.log(
                    Level.SEVERE, "A request from Slack could not be written to disk, so it was not acknowledged", e);
            return refuseForNow(
                    request,
                    RefusalReason.NOT_KEPT,
                    RefusalSentences.NOT_KEPT,
                    "It could not be written to disk. Check the free space and the permissions of the folder"
                            + " slack-notify in JENKINS_HOME.");
        }
    }

    private GateReply handleLater(InboundRequest request, Acknowledgement acknowledgement) {
        if (!runBounded(() -> handler.handle(request), "handle a request")) {
            return refuseForNow(
                    request,
                    RefusalReason.BUSY,
                    RefusalSentences.BUSY,
                    "More than " + MAX_AT_ONCE + " requests were under way.");
        }
        return new GateReply.Acknowledged(acknowledgement);
    }

    /** Refuses a request for a reason that passes. Events are sent again by Slack, all else by a person. */
    private GateReply refuseForNow(InboundRequest request, RefusalReason reason, String sentence, String detail) {
        if (request.kind().isRepeatedBySlack()) {
            refusals.refused(reason, detail);
            return new GateReply.TryAgain(detail);
        }
        return refuse(request, reason, sentence, detail);
    }

    /** Refuses a request for good, and says so to the person who waits for an answer. */
    private GateReply refuse(InboundRequest request, RefusalReason reason, String sentence, String detail) {
        refusals.refused(reason, detail);
        GateReply reply = acknowledgeInWords(request, sentence);
        if (isAnsweredSeparately(request)) {
            answerLater(request, Answer.ephemeral(sentence));
        }
        return reply;
    }

    private void answerLater(InboundRequest request, Answer answer) {
        runBounded(
                () -> responder.respond(request.origin(), answer.besideReplyIn(request.thread())), "answer a request");
    }

    private static GateReply acknowledgeInWords(InboundRequest request, String sentence) {
        return switch (request.kind().refusal()) {
            case REPLY -> new GateReply.Acknowledged(Acknowledgement.answer(Answer.ephemeral(sentence)));
            case NOTICE -> new GateReply.Acknowledged(Acknowledgement.notice(sentence));
            case NO_OPTIONS -> new GateReply.Acknowledged(Acknowledgement.options("[]"));
            case MESSAGE, SILENCE -> GateReply.acknowledged();
        };
    }

    /**
     * Whether the member gets the answer by another call. Nobody waits for one after a press of a link button, or of a block that a job has
     * made.
     */
    private static boolean isAnsweredSeparately(InboundRequest request) {
        boolean isForeignPress = request instanceof BlockAction press && !press.isOwn();
        return request.kind().refusal() == RequestKind.Refusal.MESSAGE && !isForeignPress;
    }

    /** Runs a task on another thread. Returns false where too many are under way. */
    private boolean runBounded(Runnable task, String what) {
        if (!atOnce.tryAcquire()) {
            return false;
        }
        threads.work(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, e, () -> "Could not " + what + " from Slack");
            } finally {
                atOnce.release();
            }
        });
        return true;
    }
}
