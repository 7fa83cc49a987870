package io.jenkins.plugins.slacknotify.inbound.socket;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.GateReply;
import io.jenkins.plugins.slacknotify.inbound.InboundGate;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.parsing.RequestParser;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import io.jenkins.plugins.slacknotify.slack.interactivity.SocketAddress;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The transport by which this Jenkins calls Slack and listens (Socket Mode), for one app.
 *
 * <p>Slack ends each session after some hours. The next one begins before that, when Slack warns or shortly before the
 * announced end, and the old one is read until Slack ends it: there is no hole. A session that is lost is
 * replaced at once, then after longer and longer pauses; never are two being opened. Where Slack says that the token or the
 * setting is at fault, the transport ends, and says so.
 *
 * <p>Slack gives each request to one connection of the app, whichever. So another program with the same app is a
 * {@linkplain SocketProblem.Kind#SHARED problem}. It is known only from the first word of a session, so a suspicion is
 * checked by another session before it becomes one: connections that a crash has left count for a while.
 *
 * <p><b>Threads.</b> A reading thread for each session, of {@link SlackSockets}; timers and calls run on
 * {@link OutboxThreads}. Safe for use by many threads.
 */
public final class SocketModeTransport implements Closeable {
    private static final Logger LOGGER = Logger.getLogger(SocketModeTransport.class.getName());

    /** Shorter than this, a first new attempt after a loss looks like one of many. */
    private static final int MAX_FIRST_PAUSE_MILLIS = 250;

    private static final Duration TOO_MANY_PAUSE = Duration.ofMinutes(1);
    private static final int TIMES_LONGER_ONCE_CERTAIN = 10;
    private static final String INTERNAL_ERROR = "An internal error; see the Jenkins log";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** Longer than Slack is asked for an address, and than the first word of a session takes. */
    private static final Duration LONGEST_OPENING = Duration.ofMinutes(5);

    private final InboundApp app;
    private final SocketModeSettings settings;
    private final SlackSockets sockets;
    private final InboundGate gate;
    private final SocketListener listener;
    private final OutboxThreads threads;
    private final InstantSource clock;
    private final RequestParser parser;
    private final SocketSession.Owner owner = new SessionOwner();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allGone = lock.newCondition();

    /** All sessions whose end was not reported yet. */
    private final Set<SocketSession> open = new LinkedHashSet<>();

    /** The session that requests come from; null where there is none. */
    @CheckForNull
    private SocketSession current;

    /** The session that is to follow; null where none is being opened, or its address is still being asked for. */
    @CheckForNull
    private SocketSession next;

    /** The last session whose end Slack has announced; null where it has announced none. */
    @CheckForNull
    private SocketSession leaving;

    /** Whether a session is being opened, or will be after a pause. There is never more than one such. */
    private boolean opening;

    /** When that is over at the latest, by the uptime of {@link #threads}, if nothing got lost. */
    private Duration openingUntil = Duration.ZERO;

    /** Counts the starts and ends, so that what belongs to an earlier life has no effect. */
    private int life;

    private boolean closed;
    private SocketStatus.State state = SocketStatus.State.CLOSED;
    private int failures;
    private long sessions;
    private final OtherConnections others = new OtherConnections();
    private Instant currentSince = Instant.MIN;

    @CheckForNull
    private Instant connectedSince;

    @CheckForNull
    private SocketProblem problem;

    /**
     * @param sockets for this transport alone; closed with it
     * @param threads run timers and calls; not closed with it
     */
    public SocketModeTransport(
            InboundApp app,
            SocketModeSettings settings,
            SlackSockets sockets,
            InboundGate gate,
            SocketListener listener,
            OutboxThreads threads,
            InstantSource clock) {
        this.app = app;
        this.settings = settings;
        this.sockets = sockets;
        this.gate = gate;
        this.listener = listener;
        this.threads = threads;
        this.clock = clock;
        this.parser = new RequestParser(clock).provenBy(app.name());
    }

    /**
     * Begins to connect, also after it has ended for a reason that is fixed now, or where it does not try any more, as no thread could be
     * had. Returns at once. Does nothing while it is connected, or tries.
     */
    public void start() {
        locked(() -> {
            boolean isIdle = state == SocketStatus.State.CLOSED || state == SocketStatus.State.ENDED;
            if (isIdle && !closed) {
                life++;
                failures = 0;
                problem = null;
                become(SocketStatus.State.CONNECTING);
                openNext(Duration.ZERO);
            } else if (!isIdle && current == null) {
                giveUpWhatIsLost();
                openNext(Duration.ZERO);
            }
        });
    }

    /** Returns the present state of the connection. */
    public SocketStatus status() {
        lock.lock();
        try {
            return new SocketStatus(state, connectedSince, sessions, others.count(), problem);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all sessions, and waits a second at most for Slack to notice. It cannot be started again. */
    @Override
    public void close() {
        locked(() -> {
            life++;
            closed = true;
            leaveAll();
            become(SocketStatus.State.CLOSED);
            awaitGone();
        });
        sockets.close();
    }

    private void awaitGone() {
        long left = CLOSE_TIMEOUT.toNanos();
        try {
            while (!open.isEmpty() && left > 0) {
                left = allGone.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets all sessions and asks them to close. */
    private void leaveAll() {
        current = null;
        next = null;
        opening = false;
        connectedSince = null;
        open.forEach(session -> closeWithin(session, Duration.ZERO));
    }

    /** Opens the session that is to follow, after a pause, unless that is under way. */
    private void openNext(Duration pause) {
        if (opening) {
            return;
        }
        opening = true;
        openingUntil = threads.uptime().plus(pause).plus(LONGEST_OPENING);
        int inLife = life;
        try {
            if (pause.isZero()) {
                threads.work(() -> askForAddress(inLife));
            } else {
                threads.later(pause, () -> askForAddress(inLife));
            }
        } catch (RuntimeException | Error noThread) {
            // The next start tries again.
            opening = false;
            LOGGER.log(Level.WARNING, "No thread can be had to connect to Slack", noThread);
        }
    }

    /** For lack of memory, say, a task or a timer may get lost that was to open a session: nobody would ever open one again. */
    private void giveUpWhatIsLost() {
        if (opening && threads.uptime().compareTo(openingUntil) > 0) {
            LOGGER.warning(() -> "The connection to Slack for " + app.name() + " has not come; another one is tried");
            life++;
            leaveAll();
        }
    }

    private void askForAddress(int inLife) {
        if (inLife != lifeNow()) {
            return;
        }
        SlackResult<SocketAddress> address = address();
        locked(() -> {
            if (inLife == life) {
                use(address);
            }
        });
    }

    private SlackResult<SocketAddress> address() {
        try {
            return sockets.address(settings.apiUrl(), settings.token());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "Slack could not be asked for a connection", e);
            return new SlackResult.Unknown<>(INTERNAL_ERROR);
        }
    }

    private int lifeNow() {
        lock.lock();
        try {
            return life;
        } finally {
            lock.unlock();
        }
    }

    private void use(SlackResult<SocketAddress> result) {
        if (result instanceof SlackResult.Success<SocketAddress> success) {
            openSession(success.value());
        } else if (result instanceof SlackResult.RateLimited<SocketAddress> limited) {
            failed("ratelimited", "Slack takes no more attempts at the moment", limited.retryAfter());
        } else if (result instanceof SlackResult.Refused<SocketAddress> refused) {
            String error = refused.refusal().error();
            String remedy = SocketProblems.remedy(refused.refusal());
            if (SocketProblems.isFinal(error)) {
                end(error, remedy);
            } else {
                failed(error, remedy, Duration.ZERO);
            }
        } else if (result instanceof SlackResult.Unreachable<SocketAddress> unreachable) {
            failed("unreachable", unreachable.why(), Duration.ZERO);
        } else {
            failed("unknown", ((SlackResult.Unknown<SocketAddress>) result).why(), Duration.ZERO);
        }
    }

    private void openSession(SocketAddress address) {
        SocketSession session = new SocketSession(address, owner);
        next = session;
        open.add(session);
        try {
            session.open(sockets);
            threads.later(
                    settings.timings().hello(),
                    () -> locked(() -> {
                        if (next == session) {
                            // Its end is reported like that of any other.
                            session.cancel();
                        }
                    }));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.WARNING, "A connection to Slack could not be opened", e);
            open.remove(session);
            session.cancel();
            failed("internal_error", INTERNAL_ERROR, Duration.ZERO);
        }
    }

    /** Notes that no session could be opened, and tries again later. */
    private void failed(String error, String why, Duration atLeast) {
        next = null;
        opening = false;
        failures++;
        LOGGER.log(failures == 1 ? Level.INFO : Level.FINE, "No connection to Slack for {0}: {1}", new Object[] {
            app.name(), why
        });
        if (current == null) {
            Instant since = problem == null ? clock.instant() : problem.since();
            problem = new SocketProblem(SocketProblem.Kind.DISCONNECTED, error, why, since);
            become(SocketStatus.State.WAITING);
        }
        Duration pause = settings.timings().backoff().after(failures);
        openNext(pause.compareTo(atLeast) > 0 ? pause : atLeast);
    }

    private void end(String error, String remedy) {
        life++;
        problem = new SocketProblem(SocketProblem.Kind.ENDED, error, remedy, clock.instant());
        LOGGER.warning(() -> "The connection to Slack for " + app.name() + " has ended (" + error + "). " + remedy);
        leaveAll();
        become(SocketStatus.State.ENDED);
    }

    private void begun(SocketSession session, SocketMessage.Hello hello) {
        if (session != next) {
            if (session != current) {
                closeWithin(session, Duration.ZERO);
            }
            return;
        }
        SocketSession before = current;
        current = session;
        next = null;
        opening = false;
        sessions++;
        currentSince = clock.instant();
        connectedSince = connectedSince == null ? currentSince : connectedSince;
        others.counted(hello.connections(), open.size(), currentSince);
        problem = others.problem();
        become(SocketStatus.State.CONNECTED);
        if (before != null) {
            // What failed while the session before was up is over. Otherwise each one would make the next pause longer.
            failures = 0;
            closeWithin(before, settings.timings().drain());
        }
        planRefresh(hello.lifetime());
        if (session == leaving) {
            // Slack has announced its end before its first word.
            openNext(Duration.ZERO);
        }
    }

    private void planRefresh(Duration lifetime) {
        if (others.count() > 0) {
            Duration recheck = settings.timings().recheck();
            refreshAfter(problem == null ? recheck : recheck.multipliedBy(TIMES_LONGER_ONCE_CERTAIN));
        }
        if (!lifetime.isZero()) {
            refreshAfter(settings.timings().refreshAfter(lifetime));
        }
    }

    /** Replaces the current session after a time, if it is still the current one. The timer outlives it, so it knows its number only. */
    private void refreshAfter(Duration pause) {
        long number = sessions;
        threads.later(
                pause,
                () -> locked(() -> {
                    if (current != null && sessions == number) {
                        openNext(Duration.ZERO);
                    }
                }));
    }

    /** Reads a session for a while, then closes it, and cuts it where the peer does not answer. */
    private void closeWithin(SocketSession session, Duration time) {
        if (time.isZero()) {
            session.close();
        } else {
            threads.later(time, session::close);
        }
        threads.later(time.plus(CLOSE_TIMEOUT), session::cancel);
    }

    private void disconnecting(SocketSession session, String reason) {
        if (session != current && session != next) {
            return;
        }
        switch (reason) {
            case SocketProblems.LINK_DISABLED -> end(reason, SocketProblems.remedy(reason, ""));
            case SocketProblems.TOO_MANY_WEBSOCKETS -> tooMany(session);
            default -> {
                leaving = session;
                if (session == current) {
                    openNext(Duration.ZERO);
                }
            }
        }
    }

    /** Slack has taken the session back. A new one at once would be one more. */
    private void tooMany(SocketSession session) {
        if (session == current) {
            current = null;
            connectedSince = null;
        }
        closeWithin(session, Duration.ZERO);
        if (session == next || !opening) {
            String reason = SocketProblems.TOO_MANY_WEBSOCKETS;
            failed(reason, SocketProblems.remedy(reason, ""), TOO_MANY_PAUSE);
        } else {
            become(SocketStatus.State.CONNECTING);
        }
    }

    private void gone(SocketSession session, String why) {
        Instant now = clock.instant();
        others.gone(now);
        open.remove(session);
        if (open.isEmpty()) {
            allGone.signalAll();
        }
        if (session == next) {
            failed("connection_lost", why, Duration.ZERO);
        } else if (session == current) {
            lost(why, now);
        }
    }

    private void lost(String why, Instant now) {
        boolean wasStable = !currentSince.plus(settings.timings().stable()).isAfter(now);
        failures = wasStable ? 0 : failures + 1;
        current = null;
        connectedSince = null;
        problem = new SocketProblem(SocketProblem.Kind.DISCONNECTED, "connection_lost", why, now);
        LOGGER.log(Level.FINE, "Lost the connection to Slack for {0}: {1}", new Object[] {app.name(), why});
        become(SocketStatus.State.CONNECTING);
        double chance = settings.timings().backoff().chance().getAsDouble();
        openNext(
                failures <= 1
                        ? Duration.ofMillis((long) (chance * MAX_FIRST_PAUSE_MILLIS) + 1)
                        : settings.timings().backoff().after(failures - 1));
    }

    private void become(SocketStatus.State newState) {
        state = newState;
        try {
            listener.changed(status());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "A listener failed", e);
        }
    }

    private void locked(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }

    /** Passes on what happens to sessions. */
    private final class SessionOwner implements SocketSession.Owner {
        @Override
        public void begun(SocketSession session, SocketMessage.Hello hello) {
            locked(() -> SocketModeTransport.this.begun(session, hello));
        }

        @Override
        public void disconnecting(SocketSession session, String reason) {
            locked(() -> SocketModeTransport.this.disconnecting(session, reason));
        }

        @Override
        public GateReply receive(SocketMessage.Envelope envelope) {
            return gate.receive(app, parser.parseEnvelope(envelope.type(), envelope.payload()));
        }

        @Override
        public void unreadable(String why) {
            gate.refusals().refused(RefusalReason.UNREADABLE, "It came through the socket and cannot be read. " + why);
        }

        @Override
        public void gone(SocketSession session, String why) {
            locked(() -> SocketModeTransport.this.gone(session, why));
        }
    }
}
