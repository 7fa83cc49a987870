package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.files.FileSpool;
import io.jenkins.plugins.slacknotify.engine.spi.EngineSettings;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.outbox.InMemoryOutboxStore;
import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.outbox.ManualThreads;
import io.jenkins.plugins.slacknotify.people.directory.CachedSlackDirectory;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.routing.Router;
import io.jenkins.plugins.slacknotify.sandbox.SlackSandbox;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackApiGateway;
import io.jenkins.plugins.slacknotify.slack.http.HttpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The number of look-ups of members in Slack, on days of 200 builds that break, each by 1 to 6 of 30 people. 20 of them are in
 * Slack; 4 have an account only; 3 are not in Slack and need no account; 3 have none and may not be told.
 */
class LookUpsTest {
    private static final int BUILDS = 200;
    private static final int PEOPLE = 30;
    private static final int IN_SLACK = 20;
    private static final int WITH_ACCOUNT = 24;
    private static final int TELLABLE = 27;
    private static final Duration BETWEEN = Duration.ofDays(1).dividedBy(BUILDS);

    private final ManualClock clock = new ManualClock();

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, clock);

    private final FakePeople accounts = new FakePeople();
    private final List<Participant> people =
            new ArrayList<>(IntStream.range(0, PEOPLE).mapToObj(this::person).toList());
    private final String token = slack.workspace("acme").installBot("jenkins");
    private final Random random = new Random(2026);
    private int builds;

    @TempDir
    Path folder;

    @Test
    void shouldAskOnceADayForWhomSlackDoesNotKnowAndSeldomerForTheOthers() throws Exception {
        assertThat(lookUps("a day", BETWEEN)).doesNotHaveDuplicates().hasSize(TELLABLE);
        assertThat(lookUps("the next day", BETWEEN)).doesNotHaveDuplicates().hasSize(TELLABLE - IN_SLACK);
    }

    @Test
    void shouldAskNothingOfWhatIsKnownThoughJenkinsWasRestarted() throws Exception {
        Duration seconds = Duration.ofSeconds(20);
        assertThat(lookUps("an hour", seconds)).hasSize(TELLABLE);

        assertThat(lookUps("the next hour, after a restart", seconds)).isEmpty();
        assertThat(slack.callCounts()).doesNotContainKeys("users.list", "users.info");
    }

    /**
     * Lets builds break with an engine of its own, until all are told.
     *
     * @return the addresses that Slack was asked for
     */
    private List<String> lookUps(String when, Duration between) throws Exception {
        Map<String, Long> before = slack.callCounts();
        Instant begin = clock.instant();
        ManualThreads threads = new ManualThreads(clock);
        try (NotificationEngine engine = engine(threads)) {
            for (int build = 0; build < BUILDS; build++) {
                engine.buildCompleted(nextBuild());
                threads.advance(between);
            }
            assertThat(engine.deliveries().waiting()).isZero();
        }
        List<String> lookUps = slack.calls().stream()
                .filter(call -> call.method().equals("users.lookupByEmail"))
                .filter(call -> !call.receivedAt().isBefore(begin))
                .map(call -> call.arguments().get("email"))
                .toList();
        System.out.printf(
                "LookUpsTest: %s: %d builds, %d people: %d look-ups, %d auth.test, %d messages%n",
                when, BUILDS, PEOPLE, lookUps.size(), since(before, "auth.test"), since(before, "chat.postMessage"));
        return lookUps;
    }

    private BuildEvent nextBuild() {
        Collections.shuffle(people, random);
        builds++;
        return aBuild().number(builds)
                .that(Outcome.FAILURE, Trend.REGRESSED)
                .by(people.subList(0, 1 + random.nextInt(6)).toArray(Participant[]::new))
                .build();
    }

    private long since(Map<String, Long> before, String method) {
        return slack.callCounts().getOrDefault(method, 0L) - before.getOrDefault(method, 0L);
    }

    private NotificationEngine engine(ManualThreads threads) {
        SlackApiGateway gateway = new SlackApiGateway(HttpSettings.defaults());
        NotificationEngine engine = NotificationEngine.builder()
                .settings(this::settings)
                .tokens((destination, build) -> BotToken.of(token))
                .gateway(gateway)
                .store(new InMemoryOutboxStore())
                .spool(new FileSpool(folder))
                .accounts(accounts)
                .directory(new CachedSlackDirectory(gateway, folder, clock))
                .threads(threads)
                .clock(clock)
                .build();
        engine.start();
        threads.run();
        return engine;
    }

    private EngineSettings settings() {
        return SandboxSettings.of(
                slack,
                null,
                Router.EMPTY,
                new PeoplePolicy(
                        Set.of(Involvement.BREAKER),
                        Set.<EventKind>of(),
                        List.of(),
                        Set.of("partner.example"),
                        List.of()));
    }

    private Participant person(int number) {
        String id = "person" + number;
        String address = FakePeople.address(id);
        if (number < IN_SLACK) {
            slack.workspace("acme").user(id, address);
        }
        if (number < WITH_ACCOUNT) {
            accounts.with(id);
        } else {
            address = id + (number < TELLABLE ? "@partner.example" : "@elsewhere.example");
        }
        return new Participant(new Person(null, id, address), Set.of(Involvement.BREAKER));
    }
}
