package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Engines over HTTP against workspaces of a sandbox; a workspace's credential has its name. */
final class FaultSuiteBench implements AutoCloseable {
    private static final Pattern BUILD = Pattern.compile("\\|([\\w/]+ #\\d+)>");

    final SlackSandbox slack;
    private final InstantSource clock;
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Rule> subscriptions = new ArrayList<>();

    FaultSuiteBench(InstantSource clock) {
        this.clock = clock;
        slack = SlackSandbox.start(0, clock);
    }

    /** A workspace with channels to which the bot is invited, and which hear of every build. */
    SandboxWorkspace workspace(String name, String... channels) {
        SandboxWorkspace workspace = slack.workspace(name);
        tokens.put(name, workspace.installBot("jenkins"));
        for (String channel : channels) {
            workspace.channel(channel).invite("jenkins");
            subscriptions.add(Routers.notifying(new Destination(name, channel), Set.of(EventKind.values())));
        }
        return workspace;
    }

    /** A workspace with public channels to which the bot is not invited, and which hear of every build. */
    SandboxWorkspace uninvited(String name, String... channels) {
        SandboxWorkspace workspace = workspace(name, channels);
        for (String channel : channels) {
            workspace.channel(channel).remove("jenkins");
        }
        return workspace;
    }

    NotificationEngine engine(OutboxStore store, OutboxThreads threads) {
        FakePeople people = new FakePeople();
        NotificationEngine engine = NotificationEngine.builder()
                .settings(this::settings)
                .tokens((destination, build) -> token(destination.credentialsId()))
                .gateway(PatientGateway.of(slack))
                .store(store)
                .spool(new FileSpool(Path.of("nowhere")))
                .accounts(people)
                .directory(people)
                .threads(threads)
                .clock(clock)
                .build();
        engine.start();
        return engine;
    }

    /** From now on the search for that workspace's token does not end before the latch opens. */
    void hang(String workspace, CountDownLatch until) {
        hanging.put(workspace, until);
    }

    /** Returns how many searches for a token do not end. */
    int hanging() {
        return waiting.get();
    }

    private BotToken token(String workspace) throws TokenUnavailableException {
        try {
            CountDownLatch latch = hanging.get(workspace);
            if (latch != null) {
                waiting.incrementAndGet();
                latch.await();
                throw new TokenUnavailableException("The vault is down");
            }
            return BotToken.of(tokens.get(workspace));
        } catch (InterruptedException e) {
            throw new TokenUnavailableException("interrupted");
        }
    }

    private EngineSettings settings() {
        return SandboxSettings.of(slack, null, Routers.of(List.copyOf(subscriptions)), PeoplePolicy.NOBODY);
    }

    /** The builds that the messages of a channel name, each as often as it is named, in the order of the messages. */
    static List<String> buildsIn(List<SandboxMessage> messages) {
        return messages.stream()
                .filter(message -> message.text().startsWith(":"))
                .flatMap(message -> BUILD.matcher(
                                isDigest(message) ? message.blocks().toString() : message.text())
                        .results())
                .map(result -> result.group(1))
                .toList();
    }

    static boolean isDigest(SandboxMessage message) {
        return message.text().contains(" builds*: ");
    }

    /** A build of {@code folder/job} whose name for people is that and its number. */
    BuildEvent build(String job, int number, Outcome outcome) {
        return BuildEvents.aBuild()
                .of(job)
                .named(job, "#" + number)
                .number(number)
                .that(outcome, outcome == Outcome.FAILURE ? Trend.REGRESSED : Trend.SAME)
                .at("https://ci.example.org/job/" + job + "/" + number + "/")
                .build()
                .toBuilder()
                .at(clock.instant())
                .build();
    }

    @Override
    public void close() {
        slack.close();
    }
}
