package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.engine.EngineBench.hears;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.outbox.thread.PooledThreads;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole engine, over HTTP, with its files on disk. */
class SlackSandboxTest {
    private static final Duration LATE = Duration.ofMillis(900);
    private static final Duration UNTIL_ALL_IS_TRIED = Duration.ofHours(1);

    private static final List<String> CALLS_OF_A_FILE =
            List.of("files.getUploadURLExternal", "upload", "files.completeUploadExternal", "chat.update");

    @TempDir
    Path home;

    @TempDir
    Path memory;

    private final ManualClock clock = new ManualClock();
    private final ManualThreads threads = new ManualThreads(clock);

    @AutoClose
    private SlackSandbox slack;

    private SandboxWorkspace acme;
    private String token;
    private String teamId;

    @BeforeEach
    void startSlack() {
        slack = SlackSandbox.start(0, clock);
        acme = slack.workspace("acme");
        token = acme.installBot("jenkins");
        acme.channel("builds").invite("jenkins");
    }

    @Test
    void shouldTellTheChannelThatABuildBroke() throws Exception {
        try (NotificationEngine engine = engine(new PooledThreads())) {
            engine.buildCompleted(aFailure());

            List<SandboxMessage> arrived = acme.awaitMessages("builds", 1, Duration.ofSeconds(10));

            assertThat(arrived).singleElement().satisfies(message -> {
                assertThat(message.text()).startsWith(":x: ").endsWith("* broke");
                assertThat(message.notes()).isEmpty();
                assertThat(message.attachments()
                                .get(0)
                                .getAsJsonObject()
                                .get("color")
                                .getAsString())
                        .isEqualTo("#e01e5a");
            });
        }
    }

    @Test
    void shouldSayTheSentenceToTypeWhereTheBotIsNotInTheChannel() throws Exception {
        acme.channel("builds").remove("jenkins");
        token = acme.installBot("guest", "chat:write");
        try (NotificationEngine engine = engine(threads)) {
            DeliveryHandle refused = engine.buildCompleted(aFailure()).get(0);
            threads.run();

            assertThat(engine.deliveries().find(refused.deliveryId()))
                    .hasValueSatisfying(delivery -> assertThat(delivery.note()).contains("/invite", "#builds"));
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.rateLimited(Duration.ofSeconds(30)),
                Fault.rateLimited("tomorrow"),
                Fault.status(500),
                Fault.status(503),
                Fault.html(),
                Fault.empty200(),
                Fault.hugeBody(5_000_000),
                Fault.truncatedJson(),
                Fault.closeBeforeReading(),
                Fault.halfClosed(),
                Fault.acceptedButAnswerLost(),
                Fault.closedAfterAnswer(),
                Fault.never(),
                Fault.delay(LATE),
                Fault.redirect("https://example.org/"),
                Fault.error("fatal_error"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldDeliverExactlyOnceThroughAFault(Fault fault) throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            announce(engine, "before");
            threads.run();
            slack.faults().next("chat.postMessage", fault);
            announce(engine, "through it");
            threads.advance(UNTIL_ALL_IS_TRIED);

            assertThat(texts()).containsExactly("before", "through it");
            assertThat(engine.deliveries().waiting()).isZero();
        }
    }

    @Test
    void shouldDeliverExactlyOnceAndInOrderThroughAStorm() throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            announce(engine, "before");
            threads.run();
            slack.faults().nextTimes(3, "conversations.history", Fault.status(503));
            faults().filter(fault -> !fault.toString().contains("never"))
                    .forEach(fault -> slack.faults().next("chat.postMessage", fault));
            List<String> texts =
                    IntStream.range(0, 10).mapToObj("message %d"::formatted).toList();
            for (String text : texts) {
                announce(engine, text);
            }
            threads.advance(UNTIL_ALL_IS_TRIED);

            assertThat(texts())
                    .startsWith("before")
                    .endsWith(texts.toArray(String[]::new))
                    .hasSize(11);
        }
    }

    @Test
    void shouldDeliverExactlyOnceThroughACrashThatLosesTheAnswer() throws Exception {
        String channel = acme.channel("builds").id();
        slack.faults().next("chat.postMessage", Fault.acceptedButAnswerLost());
        try (NotificationEngine engine = engine(threads)) {
            engine.announce(named("a").saying("Hello").to(channel).build());
            threads.run();
        }
        assertThat(texts()).containsExactly("Hello");

        ManualThreads next = new ManualThreads(clock);
        try (NotificationEngine engine = engine(next)) {
            next.run();

            assertThat(engine.deliveries().find("a-1")).hasValueSatisfying(delivery -> {
                assertThat(delivery.receipt()).contains(channel);
                assertThat(delivery.note()).isNull();
            });
        }
        assertThat(texts()).containsExactly("Hello");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldShowAFileOnceThroughAFaultOfEachCall(Fault fault) throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            CALLS_OF_A_FILE.forEach(call -> slack.faults().next(call, fault));
            announceFile(engine);
            threads.advance(UNTIL_ALL_IS_TRIED);

            assertThatTheFileIsShown();
            assertThat(engine.deliveries().waiting()).isZero();
        }
    }

    static List<String> callsOfAFile() {
        return CALLS_OF_A_FILE;
    }

    @ParameterizedTest
    @MethodSource("callsOfAFile")
    void shouldShowAFileOnceThoughTheProcessEndsAfterACall(String call) throws Exception {
        slack.faults().next(call, Fault.acceptedButAnswerLost());
        try (NotificationEngine engine = engine(threads)) {
            announceFile(engine);
            threads.run();
        }
        assertThat(slack.callCounts()).containsKey(call);

        ManualThreads next = new ManualThreads(clock);
        try (NotificationEngine engine = engine(next)) {
            next.advance(UNTIL_ALL_IS_TRIED);

            assertThat(engine.deliveries().waiting()).isZero();
        }
        assertThatTheFileIsShown();
        assertThat(home.resolve("files")).isEmptyDirectory();
    }

    private void announceFile(NotificationEngine engine) throws Exception {
        engine.spool()
                .receive("a", "shop", new ByteArrayInputStream("all green".getBytes(StandardCharsets.UTF_8)), 100);
        engine.announce(named("a")
                .saying("Nightly")
                .showing(new SpooledFile("a.txt", "Summary", engine.spool().incomingFile("a")))
                .build());
        engine.spool().release("a");
    }

    private void assertThatTheFileIsShown() {
        assertThat(acme.messagesIn("builds")).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Nightly");
            assertThat(acme.filesOf(message)).singleElement().satisfies(file -> {
                assertThat(file.text()).isEqualTo("all green");
                assertThat(file.title()).isEqualTo("Summary");
            });
        });
    }

    @Test
    void shouldTellAStoryInAThreadThatIsUpdatedInPlace() throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            DeliveryHandle parent = announce(engine, "Deploying");
            engine.announce(
                    named("child").saying("x".repeat(10_000)).inThreadOf(parent).build());
            engine.announce(named("update").saying("Deployed").inPlaceOf(parent).build());
            threads.advance(UNTIL_ALL_IS_TRIED);
        }

        List<SandboxMessage> messages = acme.messagesIn("builds");
        assertThat(messages)
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.notes()).isEmpty());
        assertThat(messages.get(0).text()).isEqualTo("Deployed");
        assertThat(messages.subList(1, 4))
                .extracting(SandboxMessage::threadTs)
                .containsOnly(messages.get(0).ts());
    }

    @Test
    void shouldFollowAChannelThatIsRenamedThoughJenkinsRestartsAndAnotherOneTakesTheName() throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            announce(engine, "Before");
            threads.run();
        }
        acme.channel("builds").rename("ci");
        acme.channel("builds").invite("jenkins");
        ManualThreads later = new ManualThreads(clock);
        try (NotificationEngine engine = engine(later)) {
            announce(engine, "After");
            later.run();
        }

        assertThat(acme.messagesIn("ci")).extracting(SandboxMessage::text).containsExactly("Before", "After");
        assertThat(acme.messagesIn("builds")).isEmpty();
    }

    @Test
    void shouldGoToTheNameWhereTheChannelIsArchived() throws Exception {
        try (NotificationEngine engine = engine(threads)) {
            announce(engine, "Before");
            threads.run();
            acme.channel("builds").rename("old").archive();
            acme.channel("builds").invite("jenkins");
            announce(engine, "After");
            threads.run();
        }

        assertThat(texts()).containsExactly("After");
    }

    @Test
    void shouldFindAChannelByNameWithATokenOfAWholeOrganisationThatKnowsItsWorkspace() throws Exception {
        token = acme.installBotOrgWide("jenkins");
        teamId = acme.teamId();
        try (NotificationEngine engine = engine(threads)) {
            announce(engine, "First");
            announce(engine, "Second");
            threads.run();
        }

        assertThat(texts()).containsExactly("First", "Second");
        assertThat(slack.callCounts()).containsEntry("conversations.list", 1L).containsEntry("chat.postMessage", 3L);
    }

    @Test
    void shouldSayWhatToDoWhereATokenOfAWholeOrganisationDoesNotKnowItsWorkspace() throws Exception {
        token = acme.installBotOrgWide("jenkins");
        try (NotificationEngine engine = engine(threads)) {
            DeliveryHandle refused = announce(engine, "Hello");
            threads.run();

            assertThat(engine.deliveries().find(refused.deliveryId()))
                    .hasValueSatisfying(delivery -> assertThat(delivery.note())
                            .contains("the channel's id", "the workspace's id", "(team_not_found)"));
        }
    }

    private DeliveryHandle announce(NotificationEngine engine, String text) throws CannotAnnounceException {
        String id = text.replaceAll("\\W", "-");
        return engine.announce(named(id).saying(text).build()).get(0);
    }

    private List<String> texts() {
        return acme.messagesIn("builds").stream().map(SandboxMessage::text).toList();
    }

    private NotificationEngine engine(OutboxThreads on) {
        EngineSettings settings = SandboxSettings.of(
                slack, "#builds", Routers.of(List.of(hears("#builds", EventKind.REGRESSED))), PeoplePolicy.NOBODY);
        FakePeople people = new FakePeople();
        NotificationEngine engine = NotificationEngine.builder()
                .settings(() -> settings)
                .tokens(new Tokens())
                .gateway(PatientGateway.of(slack))
                .store(new JournalOutboxStore(home.resolve("outbox"), clock))
                .spool(new FileSpool(home.resolve("files")))
                .accounts(people)
                .directory(people)
                .channelIds(ChannelIds.in(memory))
                .threads(on)
                .clock(clock)
                .build();
        engine.start();
        if (on instanceof ManualThreads manual) {
            manual.run(); // Builds that began before wait until the messages of earlier processes are remembered.
        }
        return engine;
    }

    private final class Tokens implements TokenSource {
        @Override
        public BotToken find(Destination destination, BuildKey build) {
            return BotToken.of(token);
        }

        @Override
        public String teamId(Destination destination) {
            return teamId;
        }
    }
}
