package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import io.jenkins.plugins.slacknotify.people.directory.CachedSlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.Routers;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import io.jenkins.plugins.slacknotify.slack.SlackClient;
import io.jenkins.plugins.slacknotify.slack.api.ApiUrl;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An engine as in Jenkins, files and all, with the way in beside it, and builds for it that go from good to bad and back:
 * {@value #JOBS} jobs, each told in a channel, and who broke them in person. Both speak to one Slack by one client.
 */
final class SoakBench implements AutoCloseable {
    private static final int JOBS = 100;
    private static final int PEOPLE = 40;

    /** So that an hour, after which the outbox forgets what it need not remember, passes in 15 seconds. */
    private static final int SPEED = 240;

    /** So long does a call wait for an answer. */
    private static final Duration PATIENT = Duration.ofSeconds(1);

    static final Duration LONGER_THAN_PATIENT = PATIENT.multipliedBy(2);

    /** In the channel; enough for the oldest that is still answered or changed. */
    private static final int MESSAGES_KEPT = 500;

    private static final int DIRECT_MESSAGES_KEPT = 10;

    final Figures figures = new Figures();
    private final FastTime time = new FastTime(SPEED);
    private final SlackSandbox slack = SlackSandbox.start(0, time);
    private final SandboxWorkspace acme = slack.workspace("acme");
    private final String token = acme.installBot("jenkins");
    private final FakePeople accounts = new FakePeople();
    private final NotificationEngine engine;
    private final InboundSoakBench inbound;
    private int builds;

    SoakBench(Path home) throws IOException {
        acme.channel("builds").invite("jenkins");
        for (int person = 0; person < PEOPLE; person++) {
            accounts.with("person" + person);
            acme.user("person" + person, FakePeople.address("person" + person));
        }
        SlackClient client = new SlackClient(HttpSettings.defaults().withTimeout(PATIENT));
        SlackGateway gateway = client.gateway();
        engine = NotificationEngine.builder()
                .settings(this::settings)
                .tokens((credentialsId, build) -> BotToken.of(token))
                .gateway(gateway)
                .store(new JournalOutboxStore(home.resolve("outbox"), time))
                .spool(new FileSpool(home.resolve("files")))
                .accounts(accounts)
                .directory(new CachedSlackDirectory(gateway, home.resolve("people"), time))
                .channelIds(ChannelIds.in(home))
                .threads(time)
                .clock(time)
                .build();
        engine.deliveries().observe(figures);
        engine.start();
        inbound = new InboundSoakBench(slack, acme, token, client, home.resolve("inbound"), time);
    }

    /** The way in. */
    InboundSoakBench inbound() {
        return inbound;
    }

    private EngineSettings settings() {
        Rule everything = Routers.notifying(new Destination(null, "builds"), Set.of(EventKind.values()));
        PeoplePolicy breakers = new PeoplePolicy(
                Set.of(Involvement.BREAKER), Set.<EventKind>of(), List.of(), Set.<String>of(), List.of());
        return EngineSettings.builder()
                .apiUrl(ApiUrl.of(slack.apiUrl()))
                .router(Routers.of(List.of(everything)))
                .people(breakers)
                .build();
    }

    /** The next call that posts a message meets the fault. */
    void disturb(Fault fault) {
        slack.faults().next("chat.postMessage", fault);
    }

    /** Of each job one after the other, a build: good, broken, still failing, fixed, and from the beginning. */
    void completeNext() {
        int number = builds / JOBS + 1;
        int first = number - (number - 1) % 4 + 1;
        engine.buildCompleted(
                switch ((number - 1) % 4) {
                    case 0 -> build(number).that(Outcome.SUCCESS, Trend.SAME).build();
                    case 1 ->
                        build(number)
                                .that(Outcome.FAILURE, Trend.REGRESSED)
                                .by(someone())
                                .build();
                    case 2 -> since(first, number, Outcome.FAILURE, Trend.STILL_FAILING);
                    default -> since(first, number, Outcome.SUCCESS, Trend.FIXED);
                });
        builds++;
    }

    private BuildEvent since(int first, int number, Outcome outcome, Trend trend) {
        FailureStreak series =
                new FailureStreak(first, BuildEvents.STARTED, BuildEvents.STARTED, number - first, false);
        return build(number)
                .that(outcome, trend)
                .by(someone())
                .finding(Findings.builder().failureStreak(series).build())
                .build();
    }

    private BuildEvents build(int number) {
        return aBuild().of("team/job-" + builds % JOBS).number(number);
    }

    private Participant someone() {
        String id = "person" + builds % PEOPLE;
        return new Participant(new Person(null, id, FakePeople.address(id)), Set.of(Involvement.BREAKER));
    }

    int waiting() {
        return engine.deliveries().waiting();
    }

    void awaitNothingWaits() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> engine.deliveries().waiting() == 0);
    }

    /** So that the sandbox, which is in the same process, does not grow. What the engine leaves open stays open. */
    void emptySandbox() {
        slack.dropConnections();
        acme.channels()
                .forEach(channel -> channel.keep(
                        channel.kind() == SandboxChannel.Kind.DIRECT ? DIRECT_MESSAGES_KEPT : MESSAGES_KEPT));
    }

    @Override
    public void close() throws IOException {
        inbound.close();
        engine.close();
        slack.close();
    }
}
