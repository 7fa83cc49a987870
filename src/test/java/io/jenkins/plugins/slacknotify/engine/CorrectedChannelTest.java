package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.report.NamePlace;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.ChannelLimits;
import io.jenkins.plugins.slacknotify.routing.ChannelSource;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message to a channel that was misspelt goes to the right one when the name was corrected where it stands. */
class CorrectedChannelTest {
    private final EngineBench bench = new EngineBench();

    @Test
    void shouldFollowTheCorrectedNameOnce() throws Exception {
        refuse("#bilds");
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();
        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.HELD);

        bench.channelSources = source -> Optional.of(new Destination(null, "#builds"));
        refuse("#bilds");
        bench.engine.retries().settingsChanged();
        bench.run();
        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#builds");
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldFollowTheNameThatIsCorrectedWhileTheOldOneIsTried() throws Exception {
        bench.channelSources = source -> {
            bench.channelSources = any -> Optional.of(new Destination(null, "#builds"));
            bench.engine.retries().channelsChanged();
            return Optional.empty();
        };
        refuse("#bilds");
        refuse("#bilds");
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#builds");
    }

    /** A name of a folder could otherwise be allowed when the message is planned, and lead elsewhere when it is sent. */
    @ParameterizedTest
    @CsvSource({
        "FOLDER, '#executives', false",
        "JOB,    '#executives', false",
        "FOLDER, '#shop-builds', true",
        "SYSTEM, '#executives', true",
        "FOLDER, U0123456789, false",
        "SYSTEM, D0123456789, false",
    })
    void shouldFollowOnlyToWhereTheRulesMayLead(RuleScope scope, String channel, boolean follows) {
        var source = ChannelSource.ofDestination(scope, scope == RuleScope.SYSTEM ? "" : "shop", "team");
        bench.subscriptions = List.of(Rule.builder("Team", Condition.ALWAYS)
                .targets(List.of(DestinationProfile.of(new Destination(null, "#shop-bilds"))
                        .namedIn(source)))
                .build());
        bench.channelLimits = new ChannelLimits(
                List.of(new ChannelLimits.Limit(NamePatterns.of(List.of("shop/**")), List.of("#shop-*"))));
        bench.channelSources =
                asked -> Optional.of(new Destination(null, channel)).filter(any -> asked.equals(source));
        refuse("#shop-bilds");
        bench.engine.buildCompleted(aFailure());
        bench.run();

        assertThat(channels()).containsExactlyElementsOf(follows ? List.of(channel) : List.of());
        assertThat(bench.engine.deliveries().held()).hasSize(follows ? 0 : 1);
    }

    /** What has the former name of a folder is another folder, which other people may have made. */
    @Test
    void shouldFollowAFolderThatWasRenamedAndNotTheOneThatHasItsNameNow() {
        var place = ChannelSource.ofDestination(RuleScope.FOLDER, "shop", "team");
        var moved = place.ownedBy("store");
        bench.subscriptions = List.of(Rule.builder("Team", Condition.ALWAYS)
                .targets(List.of(
                        DestinationProfile.of(new Destination(null, "#bilds")).namedIn(place)))
                .build());
        bench.channelSources =
                asked -> Optional.of(asked).filter(place::equals).map(former -> new Destination(null, "#of-others"));
        refuse("#bilds");
        bench.engine.buildCompleted(aFailure());
        bench.jobs.moved(new JobMove("shop", "store", bench.clock.instant().plusSeconds(1)));
        bench.run();

        assertThat(channels()).isEmpty();
        assertThat(bench.engine.deliveries().held())
                .singleElement()
                .satisfies(held -> assertThat(held.note()).contains("of the folder store"));

        bench.channelSources =
                asked -> Optional.of(asked).filter(moved::equals).map(here -> new Destination(null, "#builds"));
        refuse("#bilds");
        bench.engine.retries().channelsChanged();
        bench.run();

        assertThat(channels()).containsExactly("#builds");
    }

    @Test
    void shouldLimitTheCorrectedChannelByTheFolderInWhichTheJobIsNow() {
        var place = ChannelSource.ofDestination(RuleScope.FOLDER, "shop", "team");
        bench.subscriptions = List.of(Rule.builder("Team", Condition.ALWAYS)
                .targets(List.of(
                        DestinationProfile.of(new Destination(null, "#bilds")).namedIn(place)))
                .build());
        bench.channelLimits = new ChannelLimits(
                List.of(new ChannelLimits.Limit(NamePatterns.of(List.of("sandbox/**")), List.of("#sandbox"))));
        var key = aFailure().key();
        refuse("#bilds");
        bench.engine.buildCompleted(aFailure());
        bench.run();
        bench.jobs.moved(
                new JobMove(key.job(), "sandbox/checkout", bench.clock.instant().plusSeconds(1)));
        bench.channelSources = asked -> Optional.of(new Destination(null, "#executives"));
        refuse("#bilds");
        bench.engine.retries().channelsChanged();
        bench.run();

        assertThat(channels()).isEmpty();
    }

    @Test
    void shouldStayWhereItIsTakenThoughTheNameHasChanged() throws Exception {
        bench.channelSources = source -> Optional.of(new Destination(null, "#builds"));
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#old"));
        bench.run();

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#old");
    }

    @Test
    void shouldNotBeThereTwiceWhereTheAnswerOfTheCorrectedChannelIsLost() throws Exception {
        bench.channelSources = source -> Optional.of(new Destination(null, "#builds"));
        refuse("#bilds");
        bench.slack.loseNextAnswer();
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();
        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.UNCERTAIN);

        refuse("#bilds");
        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(bench.slack.texts()).hasSize(1);
    }

    /** Somebody has made a channel of the old name meanwhile. */
    @Test
    void shouldLookWhereAnEarlierAttemptHasFollowedThoughTheOldChannelIsThereByNow() throws Exception {
        bench.channelSources = source -> Optional.of(new Destination(null, "#builds"));
        refuse("#bilds");
        bench.slack.loseNextAnswer();
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();

        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#builds");
    }

    /** The place names a channel of another workspace by now, of which there is no token. */
    @Test
    void shouldFindWhatHasArrivedThoughNobodyMayLookWhereItsPlaceLeadsNow() throws Exception {
        bench.slack.loseNextAnswer();
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();
        bench.channelSources = source -> Optional.of(Destination.inWorkspace("partners", "#builds"));
        TokenSource tokens = bench.tokens;
        bench.tokens = (destination, build) -> {
            if ("partners".equals(destination.workspace())) {
                throw new TokenUnavailableException("There is no token for that workspace");
            }
            return tokens.find(destination, build);
        };

        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(sent).state()).isEqualTo(Delivery.State.SENT);
        assertThat(channels()).containsExactly("#bilds");
    }

    /** They are looked for together. */
    @Test
    void shouldLookForSeveralWhereEarlierAttemptsHaveFollowed() {
        bench.subscriptions = List.of(Rule.builder("Team", Condition.ALWAYS)
                .targets(List.of(DestinationProfile.of(new Destination(null, "#builds"))
                        .namedIn(ChannelSource.ofDestination(RuleScope.SYSTEM, "", "team"))))
                .build());
        bench.channelSources = source -> Optional.of(new Destination(null, "#right"));
        for (String job : List.of("one", "two")) {
            refuse("#builds");
            bench.slack.loseNextAnswer();
            bench.engine.buildCompleted(failureOf(job));
            bench.run();
        }

        bench.advance(Duration.ofHours(1));

        assertThat(channels())
                .hasSize(2)
                .allMatch(channel -> FakeSlack.idOf(channel).equals(FakeSlack.idOf("#right")));
    }

    private static BuildEvent failureOf(String job) {
        return BuildEvent.builder(new BuildKey(job, 1, Instant.EPOCH), Outcome.FAILURE)
                .trend(Trend.REGRESSED)
                .build();
    }

    @Test
    void shouldSayWhereTheNameStandsAndAlertOnceForEachCause() throws Exception {
        for (int number = 1; number <= 3; number++) {
            refuse("#bilds");
            bench.announce(named("number-" + number).saying("Hello").to("#bilds"));
            bench.run();
        }

        assertThat(bench.engine.deliveries().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.waiting()).isEqualTo(3);
            assertThat(problem.places())
                    .singleElement()
                    .returns(ChannelSource.ofJob("shop/checkout"), NamePlace::source)
                    .returns(aFailure().key(), NamePlace::build);
            assertThat(problem.description())
                    .startsWith(
                            "Named by the job shop/checkout, in its pipeline or configuration: Slack finds no #bilds");
        });
    }

    @Test
    void shouldLeadToThePlacesOfTheFirstMistakesOfJobs() throws Exception {
        for (int number = 1; number <= 7; number++) {
            refuse("#bilds-" + number);
            bench.announce(named("number-" + number)
                    .of(aFailure().withKey(new BuildKey("job-" + number, 1, Instant.EPOCH)))
                    .saying("Hello")
                    .to("#bilds-" + number));
            bench.run();
        }

        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.places())
                        .extracting(place -> place.build().job())
                        .containsExactly("job-1", "job-2", "job-3", "job-4", "job-5"));
        assertThat(bench.engine.deliveries().held())
                .allSatisfy(report ->
                        assertThat(report.place().map(NamePlace::source)).contains(ChannelSource.ofJob(report.job())));
    }

    @Test
    void shouldLeadToNoPlaceWhereTheChannelIsNotTheReason() throws Exception {
        bench.slack.answerPost(FakeSlack.refused("invalid_auth", "Slack does not know the token"));
        bench.announce(named("one").saying("Hello").to("#builds"));
        bench.run();

        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.places()).isEmpty());
        assertThat(bench.engine.deliveries().held())
                .singleElement()
                .satisfies(report -> assertThat(report.place()).isEmpty());
    }

    @Test
    void shouldSendWhatIsHeldToAnotherChannelOnce() throws Exception {
        refuse("#bilds");
        DeliveryHandle held = bench.announce(named("one").saying("Hello").to("#bilds"));
        bench.run();

        assertThat(bench.engine.deliveries().sendTo(held.deliveryId(), "#ops")).isTrue();
        assertThat(bench.engine.deliveries().sendTo(held.deliveryId(), "#ops"))
                .as("pressed twice")
                .isFalse();
        assertThat(bench.engine.deliveries().held()).isEmpty();
        bench.advance(Duration.ofHours(1));
        assertThat(bench.engine.deliveries().sendTo(held.deliveryId(), "#ops"))
                .as("pressed once more, when it has arrived")
                .isFalse();
        bench.advance(Duration.ofHours(1));

        assertThat(bench.find(held).state()).isEqualTo(Delivery.State.DISCARDED);
        assertThat(channels()).containsExactly("#ops");
        assertThat(bench.engine.deliveries().sendTo("unknown", "#ops")).isFalse();
    }

    /** What it answers is not in that channel. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldSendAnAnswerThatIsHeldToAnotherChannelAsAMessageOfItsOwn(boolean isChange) throws Exception {
        refuse("#bilds");
        DeliveryHandle held = bench.announce(named("one").saying("Hello").to("#bilds"));
        AnAnnouncement bye = named("two").saying("Bye");
        DeliveryHandle answer = bench.announce(isChange ? bye.inPlaceOf(held) : bye.inThreadOf(held));
        bench.run();
        assertThat(bench.find(answer).state()).isEqualTo(Delivery.State.HELD);

        assertThat(bench.engine.deliveries().sendTo(answer.deliveryId(), "#ops"))
                .isTrue();
        bench.advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages())
                .filteredOn(message -> message.text().equals("Bye"))
                .singleElement()
                .returns("#ops", message -> message.content().channel())
                .returns(null, FakeSlack.Message::threadTs);
    }

    @Test
    void shouldSendToNoOtherChannelWhatHasArrived() throws Exception {
        DeliveryHandle sent = bench.announce(named("one").saying("Hello").to("#builds"));
        bench.run();

        assertThat(bench.engine.deliveries().sendTo(sent.deliveryId(), "#ops")).isFalse();
        assertThat(channels()).containsExactly("#builds");
    }

    @Test
    void shouldDescribeEachPlace() {
        assertThat(List.of(
                        ChannelSource.SYSTEM_CHANNEL,
                        ChannelSource.ofDestination(RuleScope.SYSTEM, "", "ops"),
                        ChannelSource.ofDestination(RuleScope.FOLDER, "shop", "ops"),
                        ChannelSource.ofRule(RuleScope.SYSTEM, "", "Main", 0, 1),
                        ChannelSource.ofRule(RuleScope.FOLDER, "shop", "Main", 0, 1),
                        ChannelSource.ofRule(RuleScope.JOB, "shop/main", "Rule 1", 1, 2),
                        ChannelSource.ofJob("shop/main")))
                .extracting(ChannelSource::describe)
                .containsExactly(
                        "the system channel, in Manage Jenkins » Slack » Connection",
                        "the destination 'ops', in Manage Jenkins » Slack » Destinations",
                        "the destination 'ops' of the folder shop, in its configuration",
                        "the rule 'Main', in Manage Jenkins » Slack » Rules",
                        "the rule 'Main' of the folder shop, in its configuration",
                        "the rule 'Rule 1' of the job shop/main",
                        "the job shop/main, in its pipeline or configuration");
    }

    private void refuse(String channel) {
        bench.slack.answerPost(FakeSlack.refused("channel_not_found", "Slack finds no " + channel));
    }

    private List<String> channels() {
        return bench.slack.messages().stream()
                .map(message -> message.content().channel())
                .toList();
    }
}
