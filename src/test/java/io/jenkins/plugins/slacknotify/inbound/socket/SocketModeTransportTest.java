package io.jenkins.plugins.slacknotify.inbound.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.engine.Footprint;
import io.jenkins.plugins.slacknotify.inbound.InboundBench;
import io.jenkins.plugins.slacknotify.inbound.InboundSettings;
import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketConnection;
import io.jenkins.plugins.slacknotify.sandbox.socket.TcpRelay;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.http.ProxyChooser;
import io.jenkins.plugins.slacknotify.slack.interactivity.SlackSockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real WebSockets, to a server that behaves as Slack's. */
class SocketModeTransportTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(4), Duration.ofMillis(20), Math::random);

    private final LoggedRecords log = LoggedRecords.of(SocketModeTransport.class);
    private final LoggedRecords refusals = LoggedRecords.of(RefusalRecorder.class);
    private final InboundBench bench = new InboundBench();
    private final PooledThreads threads = new PooledThreads("test-inbound", 4);
    private final List<SocketStatus> heard = new CopyOnWriteArrayList<>();
    /** A machine with other work may answer a ping late. */
    private Duration ping = Duration.ofSeconds(20);

    private SocketModeServer slack;
    private SocketModeTransport transport;

    @BeforeEach
    void startServer() throws Exception {
        slack = new SocketModeServer();
    }

    @AfterEach
    void stop() throws Exception {
        if (transport != null) {
            transport.close();
        }
        threads.close();
        slack.close();
        refusals.close();
        log.close();
    }

    private static SocketTimings timings() {
        return new SocketTimings(
                Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(50), LONG, LONG, AT_ONCE);
    }

    private void start() {
        start(timings());
    }

    private void start(SocketTimings timings) {
        start(timings, slack.appToken(), HttpSettings.defaults());
    }

    private void start(SocketTimings timings, String token, HttpSettings http) {
        SlackSockets sockets = new SlackClient(http).sockets(ping);
        transport = new SocketModeTransport(
                bench.app,
                new SocketModeSettings(slack.apiUrl(), AppToken.of(token), timings),
                sockets,
                bench.gate,
                heard::add,
                threads,
                InstantSource.system());
        transport.start();
    }

    private void awaitConnected() {
        awaitState(SocketStatus.State.CONNECTED);
    }

    private void awaitState(SocketStatus.State state) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> transport.status().state() == state);
    }

    private void awaitSessions(long count) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> transport.status().sessions() >= count);
    }

    private JsonObject awaitAcknowledgement(String envelopeId) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> slack.acknowledgement(envelopeId) != null);
        return JsonParser.parseString(slack.acknowledgement(envelopeId)).getAsJsonObject();
    }

    private static String command(String envelopeId, String triggerId) {
        return SocketModeServer.envelope(
                envelopeId, "slash_commands", new Gson().toJson(Payloads.command(triggerId, "build shop")));
    }

    /** Whatever a member has written: an error that comes out would end the thread that reads, and the socket would stay open. */
    @Test
    void shouldGoOnReadingAfterAnError() throws Exception {
        bench.decision = request -> {
            throw new StackOverflowError("as the test wants it");
        };
        start();
        awaitConnected();

        slack.last().send(command("e1", "first"));
        slack.last().send(command("e2", "second"));

        awaitAcknowledgement("e1");
        awaitAcknowledgement("e2");
        assertThat(transport.status().sessions()).isEqualTo(1);
    }

    @Test
    void shouldConnectAndSaySo() {
        start();
        awaitConnected();

        assertThat(transport.status())
                .isEqualTo(new SocketStatus(
                        SocketStatus.State.CONNECTED, transport.status().connectedSince(), 1, 0, null));
        assertThat(transport.status().connectedSince()).isNotNull();
        assertThat(heard)
                .extracting(SocketStatus::state)
                .containsExactly(SocketStatus.State.CONNECTING, SocketStatus.State.CONNECTED);
    }

    @Test
    void shouldAcknowledgeWhatIsOnDisk() {
        start();
        awaitConnected();
        slack.last().send(command("e1", "1"));

        assertThat(awaitAcknowledgement("e1").keySet()).containsExactly("envelope_id");
        assertThat(bench.acts.waiting()).isEqualTo(1);
        bench.threads.run();
        assertThat(bench.jenkins.effects()).hasSize(1);
    }

    @Test
    void shouldAcknowledgeWithWordsWhereSlackTakesThem() {
        bench.with(Set.of());
        start();
        awaitConnected();
        slack.last().send(command("e1", "1"));
        slack.last().send(SocketModeServer.envelope("e2", "interactive", Payloads.press("2", "slack-notify.approve")));

        assertThat(awaitAcknowledgement("e1")
                        .getAsJsonObject("payload")
                        .get("text")
                        .getAsString())
                .contains("switched off");
        assertThat(awaitAcknowledgement("e2").has("payload")).isFalse();
    }

    @Test
    void shouldNotAcknowledgeWhatTheDiskDoesNotTake() {
        bench.disk.full();
        start();
        awaitConnected();
        slack.last().send(SocketModeServer.envelope("e1", "events_api", Payloads.mention("Ev1", "again")));
        slack.last().send(SocketModeServer.envelope("e2", "events_api", Payloads.event("Ev2", "{\"type\": \"x\"}")));

        awaitAcknowledgement("e2");
        assertThat(slack.acknowledgement("e1")).isNull();
    }

    @Test
    void shouldAcknowledgeAndCountEnvelopesThatItDoesNotKnow() {
        start();
        awaitConnected();
        slack.last().send(SocketModeServer.envelope("e1", "telepathy", "{\"type\": \"thought\"}"));
        slack.last().send(SocketModeServer.envelope("e2", "events_api", "7"));

        awaitAcknowledgement("e1");
        awaitAcknowledgement("e2");
        assertThat(bench.status().unknownTypes()).containsKey("envelope/telepathy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "{", "{\"type\": \"new\"}", "{\"type\": \"hello\"}", "{\"envelope_id\": 7}"
            })
    void shouldSurviveAnyMessage(String message) {
        start();
        awaitConnected();
        slack.last().send(message);
        slack.last().send("{\"a\":".repeat(1_000));
        slack.last().send(command("e1", "1"));

        awaitAcknowledgement("e1");
        assertThat(bench.status().refusals()).containsKey(RefusalReason.UNREADABLE);
        assertThat(transport.status().sessions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"warning", "refresh_requested", "something_new"})
    void shouldOpenTheNextSessionBeforeItLeavesTheOld(String reason) {
        start(new SocketTimings(
                Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(1), LONG, LONG, AT_ONCE));
        awaitConnected();
        SocketConnection old = slack.last();
        old.disconnect(reason);
        awaitSessions(2);

        // On the old one until it is closed.
        old.send(command("e1", "1"));
        slack.last().send(command("e2", "2"));

        awaitAcknowledgement("e1");
        awaitAcknowledgement("e2");
        await().until(() -> !old.isOpen());
        assertThat(heard).noneMatch(status -> status.state() == SocketStatus.State.WAITING);
        assertThat(transport.status().state()).isEqualTo(SocketStatus.State.CONNECTED);
        assertThat(slack.openConnections()).hasSize(1);
    }

    @Test
    void shouldReplaceASessionWhoseEndIsAnnouncedBeforeItsFirstWord() {
        slack.sayHello(false);
        start();
        await().until(() -> slack.connections().size() == 1);
        slack.last().disconnect("warning");
        slack.sayHello(true);
        slack.last().hello();

        awaitSessions(2);
    }

    @Test
    void shouldOpenOneSessionThoughSlackWarnsAndRefreshes() {
        start();
        awaitConnected();
        SocketConnection old = slack.last();
        old.disconnect("warning");
        old.disconnect("refresh_requested");
        old.disconnect("warning");
        awaitSessions(2);
        await().until(() -> !old.isOpen());

        assertThat(slack.openings()).isEqualTo(2);
    }

    /** The timer that replaces a session in time goes on for an hour. One may be on its way out beside the current one. */
    @Test
    void shouldKeepNothingOfASessionThatIsGone() throws Exception {
        long before = Footprint.reachable(SocketSession.class);
        start();
        awaitConnected();
        for (int refreshes = 1; refreshes <= 5; refreshes++) {
            slack.last().disconnect("warning");
            awaitSessions(1 + refreshes);
        }

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Footprint.reachable(SocketSession.class) - before)
                        .isLessThanOrEqualTo(2));
    }

    @Test
    void shouldReplaceASessionBeforeItsAnnouncedEnd() {
        slack.setLifetimeSeconds(1);
        start();
        awaitSessions(3);

        assertThat(heard).noneMatch(status -> status.problem() != null);
        assertThat(transport.status().connectedSince()).isEqualTo(heard.get(1).connectedSince());
    }

    @Test
    void shouldReconnectAfterACut() {
        start();
        awaitConnected();
        slack.last().cut();
        awaitSessions(2);
        awaitConnected();
        slack.last().send(command("e1", "1"));

        awaitAcknowledgement("e1");
        assertThat(transport.status().problem()).isNull();
        assertThat(heard)
                .extracting(SocketStatus::problem)
                .filteredOn(problem -> problem != null)
                .extracting(SocketProblem::kind)
                .containsOnly(SocketProblem.Kind.DISCONNECTED);
    }

    @Test
    void shouldReconnectWhereSlackClosesTheSession() {
        start();
        awaitConnected();
        slack.last().close();

        awaitSessions(2);
    }

    @Test
    void shouldReconnectWhereTheFirstWordDoesNotCome() {
        slack.sayHello(false);
        start(new SocketTimings(
                Duration.ofMillis(100), Duration.ofSeconds(60), Duration.ofMillis(50), LONG, LONG, AT_ONCE));
        await().until(() -> slack.connections().size() >= 2);
        slack.sayHello(true);

        awaitConnected();
    }

    @Test
    void shouldAskForANewAddressEachTime() {
        start();
        awaitConnected();
        for (int i = 2; i < 6; i++) {
            slack.last().cut();
            awaitSessions(i);
        }

        assertThat(slack.openings()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth, does not know the app-level token",
        "not_authed, does not know the app-level token",
        "account_inactive, was revoked",
        "token_revoked, was revoked",
        "missing_scope, connections:write",
        "not_allowed_token_type, connections:write",
        "link_disabled, Socket Mode was switched off"
    })
    void shouldEndAndSaySoWhereTheTokenIsAtFault(String error, String remedy) {
        slack.refuseNextOpening(error);
        start();
        awaitState(SocketStatus.State.ENDED);

        SocketProblem problem = transport.status().problem();
        assertThat(problem.kind()).isEqualTo(SocketProblem.Kind.ENDED);
        assertThat(problem.error()).isEqualTo(error);
        assertThat(problem.remedy()).contains(remedy);
        assertThat(slack.openings()).isEqualTo(1);
        assertThat(log.messages()).anyMatch(message -> message.contains(error));
    }

    @Test
    void shouldEndWhereSocketModeIsSwitchedOff() {
        start();
        awaitConnected();
        slack.last().disconnect("link_disabled");
        awaitState(SocketStatus.State.ENDED);
        await().until(() -> slack.openConnections().isEmpty());

        assertThat(transport.status().problem().error()).isEqualTo("link_disabled");
        assertThat(slack.openings()).isEqualTo(1);
    }

    @Test
    void shouldStartAgainAfterItHasEnded() {
        slack.refuseNextOpening("invalid_auth");
        start();
        awaitState(SocketStatus.State.ENDED);

        transport.start();

        awaitConnected();
        assertThat(transport.status().problem()).isNull();
    }

    @Test
    void shouldEndWithAWrongTokenOfItsOwn() {
        start(timings(), "xapp-1-A0JENKINS-1-wrong", HttpSettings.defaults());
        awaitState(SocketStatus.State.ENDED);

        assertThat(transport.status() + log.messages().toString()).doesNotContain("1-wrong");
    }

    @Test
    void shouldGoOnTryingWhereSlackHasTroubleOfItsOwn() {
        slack.refuseNextOpening("internal_error");
        slack.refuseNextOpening("team_added_to_org");
        slack.spoilNextOpening(Fault.answer(503, ""));
        slack.spoilNextOpening(Fault.answer(200, "<html>"));
        slack.spoilNextOpening(Fault.answer(200, "{\"ok\": true}"));
        slack.spoilNextOpening(Fault.answer(200, "{\"ok\": true, \"url\": \"http://127.0.0.1/\"}"));
        start();

        awaitConnected();
        assertThat(slack.openings()).isEqualTo(7);
        assertThat(heard).anyMatch(status -> status.state() == SocketStatus.State.WAITING);
    }

    @Test
    void shouldWaitAsLongAsSlackAsks() {
        slack.limitNextOpening(2);
        start();
        awaitState(SocketStatus.State.WAITING);
        long before = System.nanoTime();
        awaitConnected();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1_500));
        assertThat(slack.openings()).isEqualTo(2);
    }

    @Test
    void shouldKeepTheOldSessionWhileTheNextCannotBeOpened() {
        start();
        awaitConnected();
        SocketConnection old = slack.last();
        slack.refuseNextOpening("internal_error");
        slack.refuseNextOpening("internal_error");
        old.disconnect("warning");
        old.send(command("e1", "1"));

        awaitAcknowledgement("e1");
        awaitSessions(2);
        assertThat(heard).noneMatch(status -> status.state() == SocketStatus.State.WAITING);
    }

    @Test
    void shouldWaitLongerWhereTheAppHasTooManyConnections() {
        start();
        awaitConnected();
        slack.last().disconnect("too_many_websockets");
        awaitState(SocketStatus.State.WAITING);

        assertThat(transport.status().problem().error()).isEqualTo("too_many_websockets");
        assertThat(transport.status().problem().remedy()).contains("an app of its own");
        assertThat(slack.openings()).isEqualTo(1);
    }

    @Test
    void shouldAlarmOfOtherConnectionsWhenASecondLookConfirmsThem() {
        slack.setForeignConnections(1);
        start(new SocketTimings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                LONG,
                Duration.ofMillis(200),
                AT_ONCE));
        awaitConnected();
        assertThat(transport.status().otherConnections()).isEqualTo(1);
        assertThat(transport.status().problem()).isNull();

        awaitSessions(2);

        assertThat(transport.status().problem().kind()).isEqualTo(SocketProblem.Kind.SHARED);
        assertThat(transport.status().problem().remedy()).contains("Another connection", "app of its own");

        slack.setForeignConnections(0);
        awaitSessions(3);
        assertThat(transport.status().problem()).isNull();
        assertThat(transport.status().otherConnections()).isZero();
    }

    @Test
    void shouldNotTakeItsOwnSessionsForThoseOfOthers() {
        start();
        awaitConnected();
        for (int i = 2; i < 6; i++) {
            if (i % 2 == 0) {
                slack.last().cut();
            } else {
                slack.last().disconnect("warning");
            }
            awaitSessions(i);
        }

        assertThat(heard).allMatch(status -> status.otherConnections() == 0);
    }

    @Test
    void shouldNoticeAConnectionThatIsDeadWithoutASound() {
        ping = Duration.ofMillis(500);
        start();
        awaitConnected();
        slack.relay().swallow();

        await().atMost(Duration.ofSeconds(10)).until(() -> transport.status().state() != SocketStatus.State.CONNECTED);
        slack.relay().mend();
        awaitSessions(2);
    }

    @Test
    void shouldGoThroughTheProxy() throws Exception {
        try (TcpRelay proxy = new TcpRelay(slack.apiUrl().getPort())) {
            ProxySelector selector = ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port()));
            start(timings(), slack.appToken(), HttpSettings.defaults().withProxy(ProxyChooser.of(selector)));
            awaitConnected();
            slack.last().send(command("e1", "1"));

            awaitAcknowledgement("e1");
            assertThat(proxy.connections()).isEqualTo(2);
            assertThat(slack.relay().connections()).isZero();
        }
    }

    /** What Jenkins' own proxy settings or a plugin throws must not end the attempts for good. */
    @Test
    void shouldTryAgainAfterAnythingThatIsThrown() {
        AtomicInteger asked = new AtomicInteger();
        ProxySelector selector = new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                int time = asked.incrementAndGet();
                if (time == 1) {
                    throw new IllegalStateException("no proxy");
                }
                if (time == 2) {
                    throw new NoClassDefFoundError("of a proxy");
                }
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI address, SocketAddress socket, IOException failure) {
                throw new AssertionError(failure);
            }
        };
        start(timings(), slack.appToken(), HttpSettings.defaults().withProxy(ProxyChooser.of(selector)));

        awaitConnected();
    }

    /** Jenkins' timer may have no thread for a moment, and say so, or lose what it has taken. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldConnectAtALaterStartWhereTheTimerHasDoneNothing(boolean silently) {
        AtomicBoolean isWithoutThreads = new AtomicBoolean();
        AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
        OutboxThreads withoutTimer = new OutboxThreads() {
            @Override
            public void work(Runnable task) {
                threads.work(task);
            }

            @Override
            public void later(Duration wait, Runnable task) {
                if (!isWithoutThreads.compareAndSet(true, false)) {
                    threads.later(wait, task);
                } else if (!silently) {
                    throw new Error("unable to create native thread");
                }
            }

            @Override
            public Duration uptime() {
                return threads.uptime().plus(passed.get());
            }

            @Override
            public void close() {}
        };
        SlackSockets sockets = new SlackClient(HttpSettings.defaults()).sockets(Duration.ofMillis(500));
        transport = new SocketModeTransport(
                bench.app,
                new SocketModeSettings(slack.apiUrl(), AppToken.of(slack.appToken()), timings()),
                sockets,
                bench.gate,
                heard::add,
                withoutTimer,
                InstantSource.system());
        transport.start();
        awaitConnected();

        isWithoutThreads.set(true);
        slack.last().cut();
        await().until(() -> !isWithoutThreads.get());
        passed.set(silently ? LONG : Duration.ZERO);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            transport.start();
            return transport.status().sessions() == 2;
        });
    }

    @Test
    void shouldLeaveNoThreadBehind() {
        start();
        awaitConnected();
        slack.last().disconnect("warning");
        awaitSessions(2);
        transport.close();
        transport.close();

        await().atMost(Duration.ofSeconds(20)).until(() -> readers().isEmpty());
        assertThat(transport.status().state()).isEqualTo(SocketStatus.State.CLOSED);
        await().until(() -> slack.openConnections().isEmpty());
        assertThat(slack.openings()).isEqualTo(2);
    }

    @Test
    void shouldReadOnOneDaemonThread() {
        start();
        awaitConnected();

        await().untilAsserted(() -> assertThat(readers()).hasSize(1).allMatch(Thread::isDaemon));
        assertThat(readers().iterator().next().getName()).doesNotContain("secret");
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-notify-socket"))
                .collect(Collectors.toSet());
    }

    @Test
    void shouldNotStartAfterItWasClosed() {
        start();
        awaitConnected();
        transport.close();
        transport.start();

        assertThat(transport.status().state()).isEqualTo(SocketStatus.State.CLOSED);
    }

    @Test
    void shouldTellNoSecretInStatusOrLog() {
        slack.spoilNextOpening(Fault.answer(500, slack.appToken()));
        start();
        awaitConnected();
        slack.last().cut();
        awaitSessions(2);

        assertThat(heard + log.messages().toString()).doesNotContain("1-secret", "ticket-secret");
    }

    @Test
    void shouldDoEnvelopesOfSeveralSessionsOnce() {
        start();
        awaitConnected();
        String mention = Payloads.mention("Ev1", "again");
        slack.last().send(SocketModeServer.envelope("e1", "events_api", mention));
        awaitAcknowledgement("e1");
        slack.last().cut();
        awaitSessions(2);
        awaitConnected();
        slack.last().send(SocketModeServer.envelope("e2", "events_api", mention));
        awaitAcknowledgement("e2");
        bench.threads.run();

        assertThat(bench.jenkins.effects()).hasSize(1);
        assertThat(bench.status().requests()).isEqualTo(Map.of(RequestKind.APP_MENTION, 2L));
    }

    @Test
    void shouldAcknowledgeManyInOrder() {
        bench.settings = new InboundSettings(true, bench.settings.apps(), bench.settings.abilities(), 10_000);
        start();
        awaitConnected();
        IntStream.range(0, 300).forEach(i -> slack.last().send(command("e" + i, "t" + i)));

        IntStream.range(0, 300).forEach(i -> awaitAcknowledgement("e" + i));
        assertThat(bench.acts.waiting()).isEqualTo(300);
    }
}
