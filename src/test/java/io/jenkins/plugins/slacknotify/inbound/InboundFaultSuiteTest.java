package io.jenkins.plugins.slacknotify.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActHandler;
import io.jenkins.plugins.slacknotify.inbound.act.ActQueue;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.app.InboundApp;
import io.jenkins.plugins.slacknotify.inbound.app.SigningSecret;
import io.jenkins.plugins.slacknotify.inbound.http.HttpReply;
import io.jenkins.plugins.slacknotify.inbound.http.HttpRequest;
import io.jenkins.plugins.slacknotify.inbound.http.HttpTransport;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.parsing.RequestParser;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.status.InboundStatistics;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalReason;
import io.jenkins.plugins.slacknotify.inbound.status.RefusalRecorder;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendResult;
import io.jenkins.plugins.slacknotify.outbox.lane.Backoff;
import io.jenkins.plugins.slacknotify.sandbox.app.SlackSigner;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of every kind at every step, at random, on the way in: Slack sends commands, buttons, modals and events by both
 * transports, repeats them, and others forge them; the disk is full, acts and answers fail, and Jenkins is killed before and
 * after effects. In the end, each act that was acknowledged has had its effect once, and its answer.
 *
 * <p>The seed is part of the test's name. {@code -Dslack-notify.faults.schedules=1000} runs more of them,
 * {@code -Dslack-notify.faults.seed=…} a certain one.
 */
class InboundFaultSuiteTest {
    private static final int STEPS = 80;
    private static final int FEW = 25;
    private static final SlackSigner SLACK = new SlackSigner("8f742231b10e8888abcd99yyyzzz85a5");
    private static final InboundApp APP = new InboundApp("acme", Payloads.APP, SigningSecret.of(SLACK.secret()));

    private final ManualClock clock = new ManualClock();
    private final InMemoryOutboxStore disk = new InMemoryOutboxStore();
    private final List<String> effects = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> forged = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final InboundStatistics statistics = new InboundStatistics(clock);
    private final RequestParser parser = new RequestParser(clock);
    private Random random;
    private boolean calm;
    private int number;
    private MortalStore store;
    private ManualThreads threads;
    private InboundGate gate;
    private HttpTransport http;

    /** @param payload of an envelope, or JSON of an HTTP request */
    private record Sent(String type, String payload, boolean isEvent) {}

    /** The seeds of the schedules. */
    static Stream<Long> schedules() {
        Long seed = Long.getLong("slack-notify.faults.seed");
        return seed == null
                ? new Random()
                        .longs(Integer.getInteger("slack-notify.faults.schedules", FEW))
                        .boxed()
                : Stream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("schedules")
    void shouldDoOnceWhatWasAcknowledged(long seed) throws Exception {
        random = new Random(seed);
        try (LoggedRecords acts = LoggedRecords.of(ActQueue.class);
                LoggedRecords outbox = LoggedRecords.of(Outbox.class);
                LoggedRecords gates = LoggedRecords.of(InboundGate.class);
                LoggedRecords refusals = LoggedRecords.of(RefusalRecorder.class);
                LoggedRecords stores =
                        LoggedRecords.of(Class.forName(Outbox.class.getPackageName() + ".ResilientStore"))) {
            restart();
            for (int step = 0; step < STEPS; step++) {
                misfortune();
                slackSends();
                strangersSend();
                threads.advance(Duration.ofMillis(random.nextInt(20_000)));
            }
            calm = true;
            restart();
            threads.advance(Duration.ofHours(3));
        }

        assertThat(effects).doesNotHaveDuplicates().doesNotContainAnyElementsOf(forged);
        // One that was refused at first may have been taken when it came again.
        refused.removeAll(effects);
        acknowledged.removeAll(refused);
        // So few only where the disk was full most of the time, by chance: one schedule of 1,500 has less than a
        // quarter of the steps.
        assertThat(acknowledged).hasSizeGreaterThan(STEPS / 20).isSubsetOf(effects);
        assertThat(answered).containsAll(acknowledged);
        assertThat(disk.unfinished()).isEmpty();
    }

    /** Kills Jenkins and starts it again. */
    private void restart() {
        if (threads != null) {
            die();
        }
        store = new MortalStore(disk);
        threads = new ManualThreads(clock);
        Life life = new Life(store, threads);
        ActQueue acts = new ActQueue(
                store,
                life,
                life,
                new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5), random::nextDouble),
                threads,
                clock);
        InboundSettings settings = new InboundSettings(true, List.of(APP), Set.of(Ability.values()), 100_000);
        gate = new InboundGate(() -> settings, request -> {}, acts, life, threads, clock, statistics);
        http = new HttpTransport(gate, clock);
        acts.start();
        threads.run();
    }

    private void die() {
        store.die();
        threads.close();
    }

    private void misfortune() {
        if (store.isDead() || random.nextInt(12) == 0) {
            restart();
        }
        if (random.nextInt(8) == 0) {
            store.setFull(random.nextBoolean());
        }
    }

    private void slackSends() throws IOException {
        for (int i = random.nextInt(4); i > 0; i--) {
            deliver(newRequest());
        }
        if (!sent.isEmpty() && random.nextInt(3) == 0) {
            Sent again = sent.get(random.nextInt(sent.size()));
            if (again.isEvent()) {
                deliver(again);
            }
        }
    }

    private Sent newRequest() {
        String id = "id" + number++;
        Sent request =
                switch (random.nextInt(5)) {
                    case 0 -> new Sent("events_api", Payloads.mention("Ev" + id, "again " + id), true);
                    case 1 -> new Sent("events_api", Payloads.mention("Ev" + id, "log " + id), true);
                    case 2 -> new Sent("interactive", Payloads.press(id, "slack-notify.approve"), false);
                    case 3 -> new Sent("interactive", Payloads.submission(id), false);
                    default -> new Sent("slash_commands", Payloads.form(Payloads.command(id, "build " + id)), false);
                };
        sent.add(request);
        return request;
    }

    private void deliver(Sent request) throws IOException {
        long before = refusals();
        boolean taken = isTaken(request);
        if (refusals() > before) {
            refused.add(idOf(request));
        } else if (taken) {
            acknowledged.add(idOf(request));
        }
    }

    /** What was refused is answered with words, and may look as if it was taken. */
    private long refusals() {
        Map<RefusalReason, Long> all = statistics.status().refusals();
        return all.getOrDefault(RefusalReason.NOT_KEPT, 0L) + all.getOrDefault(RefusalReason.BUSY, 0L);
    }

    /** By either transport; repeated to the byte now and then, as a proxy does. */
    private boolean isTaken(Sent request) throws IOException {
        boolean isForm = request.type().equals("slash_commands");
        if (!isForm && random.nextBoolean()) {
            InboundRequest parsed = parser.parseEnvelope(
                    request.type(),
                    new JsonResponse(JsonParser.parseString(request.payload()).getAsJsonObject()));
            return gate.receive(APP, parsed).equals(GateReply.acknowledged());
        }
        boolean isJson = request.type().equals("events_api");
        String body = isJson || isForm ? request.payload() : Payloads.interactionForm(request.payload());
        HttpReply reply = post(SLACK, clock.instant(), isJson, body);
        if (random.nextInt(10) == 0) {
            post(SLACK, clock.instant(), isJson, body);
        }
        return reply.status() == 200 && reply.body().isEmpty();
    }

    private void strangersSend() throws IOException {
        if (random.nextInt(3) > 0) {
            return;
        }
        Sent request = new Sent("events_api", Payloads.mention("Forged" + number++, "build"), true);
        forged.add(idOf(request));
        HttpReply reply =
                switch (random.nextInt(3)) {
                    case 0 -> post(new SlackSigner("guessed"), clock.instant(), true, request.payload());
                    case 1 -> post(SLACK, clock.instant().minusSeconds(301), true, request.payload());
                    default -> post(SLACK, clock.instant().plusSeconds(301), true, request.payload());
                };
        assertThat(reply.status()).isEqualTo(401);
    }

    private String idOf(Sent request) {
        if (request.type().equals("slash_commands")) {
            JsonObject fields = new JsonObject();
            for (String field : request.payload().split("&")) {
                String[] pair = field.split("=", 2);
                fields.addProperty(pair[0], pair[1]);
            }
            return parser.parseEnvelope("slash_commands", new JsonResponse(fields))
                    .id();
        }
        return parser.parseEnvelope(
                        request.type(),
                        new JsonResponse(
                                JsonParser.parseString(request.payload()).getAsJsonObject()))
                .id();
    }

    private HttpReply post(SlackSigner signer, Instant time, boolean isJson, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", isJson ? "application/json" : "application/x-www-form-urlencoded");
        headers.put("X-Slack-Request-Timestamp", String.valueOf(time.getEpochSecond()));
        headers.put("X-Slack-Signature", signer.sign(time, bytes));
        return http.handle(new HttpRequest("POST", headers::get, bytes.length, new ByteArrayInputStream(bytes)));
    }

    /** The work of one process, as long as it lives. Effects and answers outlive it. */
    private final class Life implements ActHandler, Responder {
        private final MortalStore ownStore;
        private final ManualThreads ownThreads;
        private final Map<String, Integer> failures = new TreeMap<>();

        Life(MortalStore ownStore, ManualThreads ownThreads) {
            this.ownStore = ownStore;
            this.ownThreads = ownThreads;
        }

        private ActResult dieNow() {
            ownStore.die();
            ownThreads.close();
            return ActResult.silent();
        }

        /** Three builds, and all the rest. */
        @Override
        public String subject(InboundRequest request) {
            int build = Math.floorMod(request.id().hashCode(), 4);
            return build == 0 ? "" : "shop #" + build;
        }

        @Override
        public Optional<ActResult> alreadyDone(InboundRequest request, ActChoice choice) {
            return effects.contains(request.id())
                    ? Optional.of(ActResult.answered(Answer.ephemeral("Done")))
                    : Optional.empty();
        }

        @Override
        public ActResult act(InboundRequest request, ActChoice choice) {
            // Fewer than after which an act is given up.
            boolean mayFail = !calm && failures.merge(request.id(), 1, Integer::sum) < 3;
            switch (mayFail ? random.nextInt(12) : 11) {
                case 0 -> throw new IllegalStateException("before its effect");
                case 1 -> {
                    effects.add(request.id());
                    throw new IllegalStateException("after its effect");
                }
                case 2 -> {
                    return dieNow();
                }
                case 3 -> {
                    effects.add(request.id());
                    return dieNow();
                }
                case 4 -> {
                    return new ActResult.Later(Duration.ofSeconds(1 + random.nextInt(90)), "not ready");
                }
                default -> effects.add(request.id());
            }
            return ActResult.answered(Answer.ephemeral("Done"));
        }

        @Override
        public SendResult respond(RequestOrigin origin, Answer answer) {
            if (!answer.text().equals("Done")) {
                return new SendResult.Sent("", null);
            }
            switch (calm ? 9 : random.nextInt(10)) {
                case 0 -> throw new IllegalStateException("Slack's answer was odd");
                case 1 -> {
                    return new SendResult.Retry(Duration.ofSeconds(random.nextInt(60)), "429");
                }
                case 2 -> {
                    return new SendResult.Uncertain("500");
                }
                case 3 -> dieNow();
                default -> answered.add(origin.id());
            }
            return new SendResult.Sent("", null);
        }
    }
}
