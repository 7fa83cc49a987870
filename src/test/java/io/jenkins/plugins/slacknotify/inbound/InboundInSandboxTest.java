package io.jenkins.plugins.slacknotify.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.AppMention;
import io.jenkins.plugins.slacknotify.inbound.request.BlockAction;
import io.jenkins.plugins.slacknotify.inbound.request.ChannelChange;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.InstallationChange;
import io.jenkins.plugins.slacknotify.inbound.request.LinkShared;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import io.jenkins.plugins.slacknotify.inbound.request.ViewSubmission;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketListener;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeSettings;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketModeTransport;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketProblem;
import io.jenkins.plugins.slacknotify.inbound.socket.SocketStatus;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.app.ResponseUrls;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxApp;
import io.jenkins.plugins.slacknotify.sandbox.app.SandboxView;
import io.jenkins.plugins.slacknotify.sandbox.delivery.DeliveryFault;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.ResponseUrl;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import io.jenkins.plugins.slacknotify.slack.interactivity.ResponseUrlClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests what members do in the Slack sandbox, as the gate gets it by either transport, and what becomes of it when something goes wrong on
 * the way.
 */
class InboundInSandboxTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String BUTTON = """
        [{"type": "actions", "elements": [{"type": "button", "action_id": "slack-notify.approve", "value": "shop#12",
          "text": {"type": "plain_text", "text": "Approve"}}]}]""";
    private static final String MODAL = """
        {"type": "modal", "callback_id": "slack-notify.approve", "private_metadata": "shop#12", "notify_on_close": true,
         "title": {"type": "plain_text", "text": "Approve"}, "submit": {"type": "plain_text", "text": "Send"},
         "blocks": [{"type": "input", "block_id": "version", "label": {"type": "plain_text", "text": "Version"},
                     "element": {"type": "static_select", "action_id": "choice", "options": [
                        {"text": {"type": "plain_text", "text": "one"}, "value": "1"},
                        {"text": {"type": "plain_text", "text": "two"}, "value": "2"}]}},
                    {"type": "input", "block_id": "job", "label": {"type": "plain_text", "text": "Job"}, "optional": true,
                     "element": {"type": "external_select", "action_id": "jobs"}}]}""";

    private final InboundBench bench = new InboundBench();
    private final LoggedRecords refusals = LoggedRecords.of(RefusalRecorder.class);
    private final LoggedRecords log = LoggedRecords.of(SocketModeTransport.class);
    private final PooledThreads threads = new PooledThreads("test-inbound", 4);
    private final SlackSandbox slack = SlackSandbox.start(0, bench.clock);
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final SandboxApp app = slack.appOf(token);
    private final SandboxUser ada = acme.user("Ada Lovelace", "ada@example.org");
    private final SandboxMember member = slack.as(ada);
    private final List<InboundRequest> received = new CopyOnWriteArrayList<>();
    private final MockWebServer jenkins = new MockWebServer();
    private SocketModeTransport socket;

    @AfterEach
    void stop() {
        if (socket != null) {
            socket.close();
        }
        threads.close();
        jenkins.close();
        slack.close();
        log.close();
        refusals.close();
    }

    private void start(Transport transport) throws IOException {
        slack.enforceRateLimits(false);
        acme.channel("builds").invite("jenkins").invite("Ada Lovelace");
        bench.withApps(new InboundApp("acme", app.id(), SigningSecret.of(app.signingSecret())));
        bench.settings = bench.settings.installedIn(Map.of("acme", Set.of(acme.teamId())));
        bench.decision = request -> {
            received.add(request);
            return Decision.byKind(request);
        };
        if (transport == Transport.HTTP) {
            listen();
        } else {
            connect();
        }
    }

    private void listen() throws IOException {
        HttpTransport http = new HttpTransport(bench.gate, bench.clock);
        jenkins.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return response(http, request);
                } catch (IOException e) {
                    return new MockResponse.Builder().code(500).build();
                }
            }
        });
        jenkins.start();
        app.deliverTo(jenkins.url("/slack/").toString());
    }

    private static MockResponse response(HttpTransport http, RecordedRequest request) throws IOException {
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        HttpReply reply = http.handle(new HttpRequest(
                request.getMethod(), request.getHeaders()::get, body.length, new ByteArrayInputStream(body)));
        return new MockResponse.Builder()
                .code(reply.status())
                .body(reply.body())
                .build();
    }

    private void connect() {
        socket = new SocketModeTransport(
                bench.app,
                new SocketModeSettings(URI.create(slack.apiUrl()), AppToken.of(app.appToken())),
                new SlackClient(HttpSettings.defaults()).sockets(),
                bench.gate,
                SocketListener.NONE,
                threads,
                InstantSource.system());
        socket.start();
        awaitSocket(SocketStatus.State.CONNECTED);
    }

    private void awaitSocket(SocketStatus.State state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> socket.status().state() == state);
    }

    private InboundRequest last() {
        return received.get(received.size() - 1);
    }

    /** The ts of a message of the bot with a button. */
    private String postButton() {
        return post(acme.channel("builds").id(), BUTTON);
    }

    private String post(String channel, String blocks) {
        return call(
                        "chat.postMessage",
                        "{\"channel\": \"" + channel + "\", \"text\": \"x\", \"blocks\": " + blocks + "}")
                .get("ts")
                .getAsString();
    }

    private JsonObject call(String method, String body) {
        JsonObject json = send(method, body);
        assertThat(json.get("ok").getAsBoolean()).as(json.toString()).isTrue();
        return json;
    }

    private JsonObject send(String method, String body) {
        try {
            var response = HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            return JsonParser.parseString(response.body()).getAsJsonObject();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private SandboxView openModal() {
        Exchange pressed = member.press(postButton(), "slack-notify.approve");
        call("views.open", "{\"trigger_id\": \"" + pressed.request().triggerId() + "\", \"view\": " + MODAL + "}");
        return pressed.awaitView(SOON);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldUnderstandWhatMembersDo(Transport transport) throws Exception {
        start(transport);
        String ts = postButton();
        Map<RequestKind, Exchange> acts = new EnumMap<>(RequestKind.class);
        acts.put(RequestKind.SLASH_COMMAND, member.command("builds", "/jenkins", "build shop"));
        acts.put(RequestKind.APP_MENTION, member.mention("builds", ts, "again"));
        acts.put(RequestKind.DIRECT_MESSAGE, member.directMessage("help"));
        acts.put(RequestKind.SHORTCUT, member.shortcut("slack-notify.again", ts));
        acts.put(RequestKind.HOME_OPENED, member.openHome());
        bench.clock.advance(Duration.ofMinutes(1));
        acts.put(RequestKind.LINK_SHARED, member.postLink("builds", "https://ci.example.org/job/shop/"));
        acts.put(RequestKind.BLOCK_ACTION, member.press(ts, "slack-notify.approve"));

        assertThat(acts.values()).allMatch(Exchange::isAcknowledged);
        assertThat(received).extracting(InboundRequest::kind).containsExactlyInAnyOrderElementsOf(acts.keySet());
        assertThat(received).allSatisfy(request -> {
            assertThat(request.origin().userId()).isEqualTo(ada.id());
            assertThat(request.origin().isFromOutside()).isFalse();
            assertThat(request.origin().installation().id()).contains(acme.teamId());
            assertThat(request.origin().transport()).isEqualTo(transport);
        });
        BlockAction press = (BlockAction) last();
        assertThat(press.message().ts()).isEqualTo(ts);
        assertThat(press.actions().get(0).value().values()).containsExactly("shop#12");
        assertThat(((LinkShared) received.get(5)).links()).containsExactly("https://ci.example.org/job/shop/");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldUnderstandModals(Transport transport) throws Exception {
        start(transport);
        SandboxView modal = openModal();
        bench.decision = request -> {
            received.add(request);
            return Decision.nothingMore(Acknowledgement.options(
                    "[{\"text\": {\"type\": \"plain_text\", \"text\": \"shop\"}, \"value\": \"shop\"}]"));
        };
        assertThat(member.suggest(modal, "jobs", "sho").json().getAsJsonArray("options"))
                .hasSize(1);
        bench.decision = request -> {
            received.add(request);
            return Decision.nothingMore(Acknowledgement.errors(Map.of("version", "Not that one.")));
        };
        member.submit(modal, Map.of("choice", "one"));
        assertThat(member.modal()).isPresent();
        bench.decision = request -> {
            received.add(request);
            return Decision.nothingMore(Acknowledgement.notice("Approved."));
        };
        member.submit(modal, Map.of("choice", "two", "jobs", "shop"));

        ViewSubmission sent = (ViewSubmission) last();
        assertThat(sent.view().privateMetadata()).isEqualTo("shop#12");
        assertThat(sent.state().fields().get("version").get("choice").values()).containsExactly("2");
        assertThat(sent.state().fields().get("job").get("jobs").values()).containsExactly("shop");
        assertThat(member.modal().orElseThrow().title()).isEqualTo("Jenkins");
        assertThat(member.closeModal(modal)).isEmpty();

        bench.clock.advance(Duration.ofMinutes(1));
        SandboxView second = openModal();
        assertThat(member.closeModal(second)).isPresent();
        assertThat(last().kind()).isEqualTo(RequestKind.VIEW_CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldUnderstandWhatHappensToTheApp(Transport transport) throws Exception {
        start(transport);
        var events = slack.events(app, acme);
        events.renameChannel("builds", "ci");
        assertThat(((ChannelChange.Renamed) last()).name()).isEqualTo("ci");
        events.archiveChannel("ci");
        events.unarchiveChannel("ci");
        events.removeBot("ci");
        events.memberLeft("ci", "Ada Lovelace");
        events.accessRevoked(acme.teamId());
        events.uninstall();
        assertThat(received)
                .extracting(request -> (Object) request.getClass())
                .containsExactly(
                        ChannelChange.Renamed.class,
                        ChannelChange.Archived.class,
                        ChannelChange.Unarchived.class,
                        ChannelChange.BotRemoved.class,
                        InstallationChange.AccessRevoked.class,
                        InstallationChange.Uninstalled.class,
                        InstallationChange.TokensRevoked.class);
        assertThat(bench.status().unknownTypes()).containsKey("event/member_left_channel");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldTellOutsidersSo(Transport transport) throws Exception {
        start(transport);
        SandboxUser otto = acme.outsider(slack.workspace("partner").user("Otto", "otto@partner.example"));
        acme.channel("builds").invite("Otto");
        Exchange pressed = slack.as(otto).press(postButton(), "slack-notify.approve");
        slack.as(otto).mention("builds", "again");

        assertThat(pressed.isAcknowledged()).isTrue();
        assertThat(received).isEmpty();
        assertThat(bench.status().refusals()).containsEntry(RefusalReason.OUTSIDER, 2L);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(Transport.HTTP, DeliveryFault.WRONG_SIGNATURE, RefusalReason.SIGNATURE),
                arguments(Transport.HTTP, DeliveryFault.STALE_SIGNATURE, RefusalReason.CLOCK),
                arguments(Transport.HTTP, DeliveryFault.NO_SIGNATURE, RefusalReason.UNSIGNED),
                arguments(Transport.HTTP, DeliveryFault.OTHER_APP, RefusalReason.FOREIGN_APP),
                arguments(Transport.SOCKET, DeliveryFault.OTHER_APP, RefusalReason.FOREIGN_APP),
                arguments(Transport.HTTP, DeliveryFault.OTHER_WORKSPACE, RefusalReason.FOREIGN_WORKSPACE),
                arguments(Transport.SOCKET, DeliveryFault.OTHER_WORKSPACE, RefusalReason.FOREIGN_WORKSPACE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuse(Transport transport, DeliveryFault fault, RefusalReason reason) throws Exception {
        start(transport);
        for (Consumer<SandboxMember> act : acts()) {
            slack.requests().next(fault);
            act.accept(member);
        }
        assertThat(received).isEmpty();
        assertThat(bench.status().refusals()).containsOnlyKeys(reason).containsEntry(reason, 3L);
        member.command("builds", "/jenkins", "ping");
        assertThat(received).hasSize(1);
    }

    private List<Consumer<SandboxMember>> acts() {
        String ts = postButton();
        return List.of(
                who -> who.command("builds", "/jenkins", "ping"),
                who -> who.press(ts, "slack-notify.approve"),
                who -> who.mention("builds", "again"));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldDoOnceWhatComesTwice(Transport transport) throws Exception {
        start(transport);
        for (DeliveryFault fault : List.of(DeliveryFault.DUPLICATE, DeliveryFault.RETRY)) {
            slack.requests().always(fault);
            for (Consumer<SandboxMember> act : acts()) {
                act.accept(member);
            }
            slack.requests().always(null);
            bench.clock.advance(Duration.ofMinutes(1));
        }
        bench.threads.run();

        assertThat(slack.requests().exchanges())
                .allSatisfy(exchange ->
                        assertThat(exchange.attempts()).hasSize(2).allMatch(Exchange.Attempt::acknowledged));
        assertThat(received).hasSize(6);
        assertThat(bench.jenkins.effects()).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldTakeWhatComesOutOfOrder(Transport transport) throws Exception {
        start(transport);
        slack.requests().next(DeliveryFault.OUT_OF_ORDER);
        Exchange first = member.mention("builds", "first");
        assertThat(first.attempts()).isEmpty();
        member.mention("builds", "second");

        assertThat(first.isAcknowledged()).isTrue();
        assertThat(received)
                .extracting(request -> ((AppMention) request).text())
                .extracting(text -> text.substring(text.indexOf(' ') + 1))
                .containsExactly("second", "first");
    }

    @Test
    void shouldGetTheEventAfterACut() throws Exception {
        start(Transport.SOCKET);
        slack.requests().next(DeliveryFault.CUT);
        Exchange cut = member.mention("builds", "again");
        assertThat(cut.isAcknowledged()).isFalse();
        assertThat(app.socket().awaitOpened(2, SOON)).isTrue();
        assertThat(slack.requests().retryEvents(app)).containsExactly(cut);

        assertThat(cut.isAcknowledged()).isTrue();
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = DeliveryFault.class,
            names = {"REFRESH", "WARNING"})
    void shouldLoseNothingAtARefresh(DeliveryFault fault) throws Exception {
        start(Transport.SOCKET);
        slack.requests().next(fault);
        assertThat(member.command("builds", "/jenkins", "ping").isAcknowledged())
                .isTrue();
        assertThat(app.socket().awaitOpened(2, SOON)).isTrue();
        assertThat(member.command("builds", "/jenkins", "ping").isAcknowledged())
                .isTrue();
        assertThat(received).hasSize(2);
    }

    @Test
    void shouldEndWhereSocketModeIsSwitchedOff() throws Exception {
        start(Transport.SOCKET);
        slack.requests().next(DeliveryFault.LINK_DISABLED);
        assertThat(member.command("builds", "/jenkins", "ping").slackSays()).contains("dispatch_failed");
        await().atMost(SOON).until(() -> socket.status().problem() != null);
        assertThat(socket.status().problem().kind()).isEqualTo(SocketProblem.Kind.ENDED);
    }

    @Test
    void shouldNoticeAnotherConnectionThatTakesHalf() throws Exception {
        app.socket().dealHalfElsewhere(true);
        start(Transport.SOCKET);
        assertThat(socket.status().otherConnections()).isEqualTo(1);
        slack.requests().next(DeliveryFault.ELSEWHERE);
        assertThat(member.command("builds", "/jenkins", "ping").isAcknowledged())
                .isTrue();
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void shouldPassOnTicketsThatDoNotWork(Transport transport) throws Exception {
        start(transport);
        String ts = postButton();
        slack.requests().next(DeliveryFault.TRIGGER_EXPIRED, DeliveryFault.RESPONSE_URL_USED_UP);
        Exchange expired = member.press(ts, "slack-notify.approve");
        Exchange usedUp = member.press(ts, "slack-notify.approve");
        assertThat(received).hasSize(2);

        String open = "{\"trigger_id\": \"" + expired.request().triggerId() + "\", \"view\": " + MODAL + "}";
        assertThat(send("views.open", open).get("error").getAsString()).isEqualTo("expired_trigger_id");
        ResponseUrlClient answers = new SlackClient(HttpSettings.defaults()).responseUrls();
        ResponseUrl address = ResponseUrl.of(usedUp.request().responseUrl(), URI.create(slack.apiUrl()))
                .orElseThrow();
        SlackResult<ResponseUrl> result = answers.post(address, "{\"text\": \"x\"}");
        assertThat(result).isInstanceOf(SlackResult.Refused.class);
        assertThat(usedUp.answers()).extracting(ResponseUrls.Received::error).containsExactly("used_url");
    }
}
