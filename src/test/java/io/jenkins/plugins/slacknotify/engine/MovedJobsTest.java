package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs and folders that are renamed or moved while their builds have messages in Slack. */
class MovedJobsTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final EngineBench bench = new EngineBench();

    /** A build that started so many minutes after the first one. */
    private static BuildEvent build(String job, int number, int minute, Outcome outcome, Trend trend) {
        FailureStreak streak =
                trend == Trend.SAME ? null : new FailureStreak(1, START, START.plusSeconds(30), number, false);
        return BuildEvent.builder(key(job, number, minute), outcome)
                .trend(trend)
                .duration(Duration.ofSeconds(30))
                .findings(Findings.builder().failureStreak(streak).build())
                .build();
    }

    private static BuildKey key(String job, int number, int minute) {
        return new BuildKey(job, number, START.plus(Duration.ofMinutes(minute)));
    }

    private void move(String from, String to, int minute) {
        bench.engine.jobs().moved(new JobMove(from, to, START.plus(Duration.ofMinutes(minute))));
    }

    private List<String> texts() {
        bench.run().advance(Duration.ofMinutes(1));
        return bench.slack.texts();
    }

    @ParameterizedTest
    @CsvSource({
        "shop, till, shop, till",
        "shop, tills/shop, shop, tills/shop",
        "team, crew, team/shop/main, crew/shop/main",
        "team/shop, shop, team/shop/main, shop/main"
    })
    void shouldGoOnWithTheConversation(String from, String to, String before, String after) {
        bench.engine.buildCompleted(build(before, 1, 0, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        move(from, to, 10);
        bench.engine.buildCompleted(build(after, 2, 20, Outcome.FAILURE, Trend.STILL_FAILING));
        bench.run();
        bench.newProcess();
        bench.engine.buildCompleted(build(after, 3, 30, Outcome.SUCCESS, Trend.FIXED));

        assertThat(texts()).hasSize(3).first().asString().contains(after + " #3", "is fixed", before + " #1", "broke");
        String thread = bench.slack.messages().get(0).location().ts();
        assertThat(bench.slack.messages().subList(1, 3))
                .extracting(FakeSlack.Message::threadTs)
                .containsOnly(thread);
    }

    @Test
    void shouldEndABuildInItsMessageThatRanDuringTheMove() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.STARTED, EventKind.SUCCESS));
        BuildEvent running = build("shop", 1, 0, Outcome.SUCCESS, Trend.SAME);
        bench.engine.milestoneReached(
                running.toBuilder().running(true).milestone(Milestone.STARTED).build(), JobRules.NONE);
        bench.run();
        move("shop", "till", 10);
        bench.engine.buildCompleted(build("till", 1, 0, Outcome.SUCCESS, Trend.SAME));

        assertThat(texts()).singleElement().asString().endsWith("succeeded");
    }

    /** As the rules of the job and its folders do, which are those of its present place, and what people have ordered follows a job. */
    @ParameterizedTest
    @CsvSource({"shop, till", "team/shop, hidden/shop"})
    void shouldTellOfABuildThatRanDuringTheMoveByTheNameThatItsJobHasSince(String before, String after) {
        bench.subscriptions = List.of(news("Before", before, "#of-before"), news("After", after, "#of-after"));
        Set<String> asked = new HashSet<>();
        bench.ordered = new SubscriptionPolicy() {
            @Override
            public Optional<RuleSet> rulesOf(String job) {
                asked.add(job);
                return Optional.empty();
            }

            @Override
            public Optional<Mute> silencing(String channelId, String job) {
                asked.add(job);
                return Optional.empty();
            }

            @Override
            public void completed(BuildEvent event) {
                asked.add(event.ownerJob());
            }
        };
        move(before, after, 10);
        bench.engine.buildCompleted(build(after, 1, 0, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();

        assertThat(bench.slack.messages())
                .extracting(message -> message.content().channel())
                .containsOnly("#of-after");
        assertThat(asked).containsExactly(after);
    }

    private static Rule news(String name, String job, String channel) {
        Condition ofJob = new Condition(
                NamePatterns.of(List.of(job)), NamePatterns.ANY, Set.of(), Set.of(), Severity.INFO, Set.of());
        return Rule.builder(name, ofJob)
                .targets(List.of(DestinationProfile.of(new Destination(null, channel))))
                .build();
    }

    /** What the limit of the present place forbids; what the build itself has sent before the move, it may go on to change. */
    @Test
    void shouldLimitABuildThatRanDuringTheMoveByItsPresentPlace() throws Exception {
        bench.channelLimits = new ChannelLimits(
                List.of(new ChannelLimits.Limit(NamePatterns.of(List.of("sandbox/**")), List.of("#sandbox"))));
        DeliveryHandle sent = bench.announce(named("one")
                .of(build("shop", 1, 0, Outcome.SUCCESS, Trend.SAME))
                .saying("Hello")
                .to("#builds"));
        bench.run();
        move("shop", "sandbox/shop", 10);
        BuildEvent moved = build("sandbox/shop", 1, 0, Outcome.SUCCESS, Trend.SAME);

        assertThatThrownBy(() ->
                        bench.announce(named("two").of(moved).saying("Hello").to("#builds")))
                .isInstanceOf(CannotAnnounceException.class)
                .hasMessageContaining("The job sandbox/shop may not write to #builds");
        bench.announce(named("three").of(moved).saying("Hello again").inPlaceOf(sent));
        assertThat(texts()).containsExactly("Hello again");
    }

    @Test
    void shouldKeepWhatThePageOfABuildShows() {
        bench.engine.buildCompleted(build("shop", 1, 0, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        move("shop", "till", 10);

        BuildKey now = key("till", 1, 0);
        assertThat(bench.engine.deliveries().ofBuild(bench.engine.jobs().original(now)))
                .hasSize(1);
    }

    @Test
    void shouldAskForTokensByThePresentName() {
        bench.noToken = "There is none";
        bench.engine.buildCompleted(build("shop", 1, 0, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        move("shop", "till", 10);
        bench.noToken = null;
        bench.engine.retries().settingsChanged();
        bench.run();

        assertThat(bench.askedTokens).first().asString().endsWith("shop #1");
        assertThat(bench.askedTokens).last().asString().endsWith("till #1");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void shouldBeginAnewWithACopyAndWithAJobThatTakesTheName() {
        bench.engine.buildCompleted(build("shop", 1, 0, Outcome.FAILURE, Trend.REGRESSED));
        bench.run();
        bench.engine.buildCompleted(build("copy", 1, 20, Outcome.FAILURE, Trend.SAME));
        bench.engine.buildCompleted(build("copy", 2, 21, Outcome.SUCCESS, Trend.SAME));
        move("shop", "till", 30);
        assertThat(bench.engine.jobs().verdicts("copy")).isEmpty();
        assertThat(bench.engine.jobs().verdicts("shop")).isEmpty();
        assertThat(bench.engine.jobs().verdicts("till")).hasSize(1);

        bench.engine.buildCompleted(BuildEvent.builder(key("shop", 1, 40), Outcome.FAILURE)
                .trend(Trend.FIRST)
                .build());

        assertThat(texts()).hasSize(2);
        assertThat(bench.slack.messages())
                .allSatisfy(message -> assertThat(message.threadTs()).isNull());
    }
}
