package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.FaultSuiteBench.buildsIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.Notification;
import io.jenkins.plugins.slacknotify.engine.notification.Relation;
import io.jenkins.plugins.slacknotify.engine.planning.Announcement;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.stored.NotificationCodec;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of every kind at every step, by chance: builds and messages of their jobs go to several channels of two workspaces, in one of
 * which the bot is invited nowhere, and Jenkins is killed now and then. In the end all have arrived once and in order, but for what Slack
 * refused for good.
 *
 * <p>The seed is part of the test's name. {@code -Dslack-notify.faults.schedules=1000} runs more of them,
 * {@code -Dslack-notify.faults.seed=…} a certain one.
 */
class FaultSuiteTest {
    private static final Duration LATE = Duration.ofMillis(400);
    private static final int STEPS = 40;
    private static final List<String> METHODS =
            List.of("chat.postMessage", "chat.update", "chat.getPermalink", "conversations.history", "*");
    private static final List<String> REFUSALS = List.of("not_in_channel", "token_revoked", "is_archived");
    private static final List<String> LISTINGS =
            List.of("conversations.list", "conversations.replies", "conversations.join", "auth.test");

    private final ManualClock clock = new ManualClock();
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();
    private final Set<String> handedOver = new LinkedHashSet<>();
    private Random random;
    private ManualThreads threads;
    private NotificationEngine engine;

    /** The seeds of the schedules. */
    static Stream<Long> schedules() {
        Long seed = Long.getLong("slack-notify.faults.seed");
        return seed == null
                ? new Random()
                        .longs(Integer.getInteger("slack-notify.faults.schedules", 6))
                        .boxed()
                : Stream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("schedules")
    void shouldTellEverythingOnceAndInOrder(long seed) throws Exception {
        random = new Random(seed);
        try (FaultSuiteBench bench = new FaultSuiteBench(clock);
                LoggedRecords slackLog = LoggedRecords.of(com.slack.api.SlackConfig.class)) {
            List<SandboxWorkspace> workspaces =
                    List.of(bench.workspace("acme", "builds", "ops"), bench.uninvited("globex", "dev"));
            restart(bench);
            for (int step = 0; step < STEPS; step++) {
                misfortune(bench);
                handOver(bench, step);
                threads.advance(Duration.ofMillis(random.nextInt(3_000)));
            }
            bench.slack.faults().clear();
            threads.advance(Duration.ofHours(2));

            checkThatTheSumsAreRight(workspaces);
            checkTheOrder(workspaces);
            engine.close();
        }
    }

    private void restart(FaultSuiteBench bench) {
        threads = new ManualThreads(clock);
        engine = bench.engine(store, threads);
        threads.run();
    }

    private void misfortune(FaultSuiteBench bench) {
        if (random.nextInt(15) == 0) {
            restart(bench);
        }
        if (random.nextInt(3) == 0) {
            bench.slack.faults().nextTimes(1 + random.nextInt(2), pick(METHODS), fault());
        }
        if (random.nextInt(8) == 0) {
            bench.slack.faults().next(pick(LISTINGS), fault());
        }
        if (random.nextInt(8) == 0) {
            // In the way of a search they would leave a doubt that no outbox can resolve.
            bench.slack.faults().next(pick(List.of("chat.postMessage", "chat.update")), Fault.error(pick(REFUSALS)));
        }
        if (random.nextInt(20) == 0) {
            // Not of an update: whether one that is repeated had arrived before, no search tells.
            bench.slack.faults().next("chat.postMessage", Fault.error("msg_too_long"));
        }
    }

    private Fault fault() {
        return switch (random.nextInt(21)) {
            case 0 -> Fault.never();
            case 1 -> Fault.delay(LATE);
            case 2 -> Fault.rateLimited();
            case 3 ->
                Fault.rateLimited(pick(List.of("-5", "tomorrow", "99999999999", "Wed, 21 Oct 2026 07:28:00 GMT")));
            case 4 -> Fault.rateLimited(Duration.ofSeconds(1 + random.nextInt(40)));
            case 5 -> Fault.status(pick(List.of(400, 403, 404, 408, 500, 502, 503, 504)));
            case 6 -> Fault.html();
            case 7 -> Fault.empty200();
            case 8 -> Fault.hugeBody(5_000_000);
            case 9, 10 -> Fault.truncatedJson();
            case 11 -> Fault.closeBeforeReading();
            case 12 -> Fault.halfClosed();
            case 13, 14, 15 -> Fault.acceptedButAnswerLost();
            case 16, 17 -> Fault.closedAfterAnswer();
            case 18 ->
                random.nextBoolean()
                        ? Fault.redirect("https://example.org/")
                        : Fault.acceptedButAnswerBlocked(pick(List.of(302, 403, 404, 413)));
            case 19 -> Fault.error(pick(List.of("fatal_error", "internal_error", "request_timeout", "ratelimited")));
            default -> Fault.error("team_added_to_org");
        };
    }

    private void handOver(FaultSuiteBench bench, int step) throws CannotAnnounceException {
        for (int builds = random.nextInt(7); builds > 0; builds--) {
            Outcome outcome = pick(List.of(Outcome.values()));
            keep(engine.buildCompleted(bench.build("shop/job" + builds, step + 1, outcome)));
        }
        if (random.nextInt(3) == 0) {
            BuildEvent event = bench.build("tale", step + 1, Outcome.SUCCESS);
            List<DeliveryHandle> first = announce("begin" + step, event, List.of());
            announce("more" + step, event, replies(Relation.Kind.THREAD, first));
            announce("done" + step, event, replies(Relation.Kind.UPDATE, first));
        }
    }

    private List<DeliveryHandle> announce(String id, BuildEvent event, List<Relation> replies)
            throws CannotAnnounceException {
        List<DeliveryHandle> told = engine.announce(Announcement.of(id, event)
                .text(id)
                .channels(List.of("#ops", "#builds"))
                .credentialsId("acme")
                .relations(replies)
                .wantsPermalink(random.nextBoolean())
                .addressees(Addressees.NOBODY)
                .build());
        keep(told);
        return told;
    }

    private static List<Relation> replies(Relation.Kind kind, List<DeliveryHandle> earlier) {
        return earlier.stream()
                .map(each -> new Relation(kind, each.deliveryId()))
                .toList();
    }

    private void keep(List<DeliveryHandle> told) {
        told.forEach(each -> assertThat(handedOver.add(each.deliveryId())).isTrue());
    }

    private void checkThatTheSumsAreRight(List<SandboxWorkspace> workspaces) {
        List<Delivery> deliveries = handedOver.stream()
                .map(id -> engine.deliveries().find(id).orElseThrow())
                .toList();
        assertThat(deliveries)
                .allSatisfy(delivery -> assertThat(delivery.state())
                        .isIn(Delivery.State.SENT, Delivery.State.FOLDED, Delivery.State.REFUSED));
        assertThat(engine.deliveries().waiting()).isZero();

        assertThat(arrivals(workspaces))
                .containsExactlyInAnyOrderElementsOf(deliveries.stream()
                        .filter(delivery -> delivery.state().hasArrived())
                        .map(FaultSuiteTest::nameOf)
                        .toList());
    }

    /** The messages in Slack, as {@link #nameOf} names them: each build of each message, and each revision of a text. */
    private static List<String> arrivals(List<SandboxWorkspace> workspaces) {
        List<String> arrivals = new ArrayList<>();
        for (SandboxWorkspace workspace : workspaces) {
            workspace.channels().forEach(channel -> {
                String where = workspace.name() + " #" + channel.name() + " ";
                buildsIn(channel.messages()).forEach(build -> arrivals.add(where + build));
                texts(channel.messages()).forEach(text -> arrivals.add(where + text));
            });
        }
        return arrivals;
    }

    /** An update that is repeated is the same message. */
    private static Stream<String> texts(List<SandboxMessage> messages) {
        return messages.stream()
                .filter(message -> !message.text().startsWith(":"))
                .flatMap(message -> Stream.concat(
                                message.revisions().stream().map(revision -> revision.text()),
                                Stream.of(message.text()))
                        .distinct());
    }

    private static String nameOf(Delivery delivery) {
        Notification notification = NotificationCodec.read(delivery).orElseThrow();
        String what = notification.text() == null
                ? notification.event().jobName() + " " + notification.event().buildName()
                : notification.text();
        return notification.destination().credentialsId() + " "
                + notification.destination().label() + " " + what;
    }

    /** In each channel the beginning of a tale stands before what follows it. */
    private static void checkTheOrder(List<SandboxWorkspace> workspaces) {
        SandboxWorkspace acme = workspaces.get(0);
        for (String channel : List.of("builds", "ops")) {
            acme.messagesIn(channel).stream()
                    .filter(SandboxMessage::isReply)
                    .forEach(reply -> assertThat(acme.messagesIn(channel)).anySatisfy(parent -> {
                        assertThat(parent.ts()).isEqualTo(reply.threadTs()).isLessThan(reply.ts());
                        assertThat(parent.text().replaceAll("\\D", ""))
                                .isEqualTo(reply.text().replaceAll("\\D", ""));
                    }));
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
