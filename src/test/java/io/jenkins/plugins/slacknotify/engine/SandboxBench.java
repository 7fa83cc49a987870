package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An engine that talks over HTTP to a workspace of a sandbox, by a clock that a test moves. The channel {@code #builds}, where the
 * bot is a member, hears of all bad builds of a job and of those that fix it.
 */
final class SandboxBench implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    final ManualClock clock = new ManualClock();
    final SlackSandbox slack = SlackSandbox.start(0, clock);
    final InMemoryOutboxStore store = new InMemoryOutboxStore();
    final FileSpool spool;
    SandboxWorkspace workspace = slack.workspace("acme");
    String token = workspace.installBot("jenkins");
    ManualThreads threads;
    NotificationEngine engine;

    /** The ids of channels that each process knows, as from a file; null where none leaves them. */
    @CheckForNull
    ChannelIds channelIds;

    /** @param files where the files are that wait to be uploaded */
    SandboxBench(Path files) {
        spool = new FileSpool(files);
        workspace.channel("builds").invite("jenkins");
        newProcess();
    }

    SandboxBench() {
        this(Path.of("nowhere"));
    }

    /** Starts a new process, as after a crash: nothing is left but the store. */
    SandboxBench newProcess() {
        threads = new ManualThreads(clock);
        FakePeople people = new FakePeople();
        EngineSettings settings = EngineSettings.builder()
                .apiUrl(ApiUrl.of(slack.apiUrl()))
                .defaultChannel("#builds")
                .router(Routers.of(List.of(EngineBench.hears(
                        "#builds", EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED, EventKind.SUCCESS))))
                .details(ThreadDetails.FULL)
                .build();
        engine = NotificationEngine.builder()
                .settings(() -> settings)
                .tokens((destination, build) -> BotToken.of(token))
                .gateway(new SlackApiGateway(HttpSettings.defaults().withTimeout(TIMEOUT)))
                .store(store)
                .spool(spool)
                .accounts(people)
                .directory(people)
                .channelIds(channelIds == null ? ChannelIds.inMemory() : channelIds)
                .threads(threads)
                .clock(clock)
                .build();
        engine.start();
        threads.run();
        return this;
    }

    SandboxBench advance(Duration time) {
        threads.advance(time);
        return this;
    }

    SandboxChannel builds() {
        return workspace.channel("builds");
    }

    List<SandboxMessage> messages() {
        return builds().messages();
    }

    List<String> texts() {
        return messages().stream().map(SandboxMessage::text).toList();
    }

    /** Hands a build over, and lets Slack answer for a minute. */
    List<DeliveryHandle> completed(BuildEvent event) {
        List<DeliveryHandle> handles = engine.buildCompleted(event);
        advance(Duration.ofMinutes(1));
        return handles;
    }

    /** Announces, and expects one message of it; lets nothing happen yet. */
    DeliveryHandle announce(AnAnnouncement announcement) throws Exception {
        return engine.announce(announcement.build()).get(0);
    }

    /** Announces a message that is to show a file. */
    List<DeliveryHandle> announceFile(AnAnnouncement announcement, String content) throws Exception {
        spool.receive(
                "a", "shop", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), content.length());
        List<DeliveryHandle> handles = engine.announce(announcement
                .showing(new SpooledFile("a.txt", "Summary", spool.incomingFile("a")))
                .build());
        spool.release("a");
        return handles;
    }

    Delivery find(DeliveryHandle handle) {
        return engine.deliveries().find(handle.deliveryId()).orElseThrow();
    }

    /** The 41st build of a job, which breaks it. */
    static BuildEvent broken() {
        return build(41, Outcome.FAILURE, Trend.REGRESSED);
    }

    /** The same build with so many details that they need several messages. */
    static BuildEvent brokenWithDetails() {
        List<String> log = List.of(("Connection refused by a server with a long name ".repeat(15) + "\n")
                .repeat(12)
                .split("\n"));
        FailedStage stage = new FailedStage("Deploy", "exit code 1", log);
        Change[] changes = IntStream.rangeClosed(1, 12)
                .mapToObj(number ->
                        new Change("c" + number, "Ada", "commit " + number + " with a long subject".repeat(9)))
                .toArray(Change[]::new);
        return aBuild().number(41)
                .that(Outcome.FAILURE, Trend.REGRESSED)
                .with(changes)
                .finding(Findings.builder()
                        .failureStreak(streak(41))
                        .failedStage(stage)
                        .build())
                .build();
    }

    static BuildEvent stillFailing(int number) {
        return build(number, Outcome.FAILURE, Trend.STILL_FAILING);
    }

    static BuildEvent fixed(int number) {
        return build(number, Outcome.SUCCESS, Trend.FIXED);
    }

    private static BuildEvent build(int number, Outcome outcome, Trend trend) {
        return aBuild().number(number)
                .that(outcome, trend)
                .finding(Findings.builder().failureStreak(streak(number)).build())
                .build();
    }

    private static FailureStreak streak(int number) {
        return new FailureStreak(
                41, BuildEvents.STARTED, BuildEvents.STARTED.plusSeconds(125), Math.max(1, number - 40), false);
    }

    @Override
    public void close() throws Exception {
        engine.close();
        slack.close();
    }
}
