package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.FakePeople.address;
import static io.jenkins.plugins.slacknotify.engine.FakePeople.slackId;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.engine.report.DeliveryReport;
import io.jenkins.plugins.slacknotify.engine.spi.TokenSource;
import io.jenkins.plugins.slacknotify.engine.spi.TokenUnavailableException;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.RuleScope;
import io.jenkins.plugins.slacknotify.routing.RuleSet;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Direct messages to the people of a build. */
class PeopleTest {
    private static final Addressees COMMITTERS = new Addressees(Set.of(Involvement.COMMITTER), List.of());

    private final EngineBench bench = new EngineBench();

    PeopleTest() {
        bench.subscriptions = List.of();
        bench.policy = new PeoplePolicy(Set.of(Involvement.BREAKER), Set.of(), List.of(), Set.of(), List.of());
        bench.people.with("ada").with("bob");
    }

    private static Participant breaker(String id) {
        return new Participant(new Person(null, id, address(id)), Set.of(Involvement.BREAKER, Involvement.COMMITTER));
    }

    private static BuildEvents brokenBy(String... ids) {
        return aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .by(List.of(ids).stream().map(PeopleTest::breaker).toArray(Participant[]::new));
    }

    @Test
    void shouldTellWhoBrokeItAndSayWhy() {
        List<DeliveryHandle> handedOver =
                bench.engine.buildCompleted(brokenBy("ada").build());
        assertThat(handedOver).extracting(DeliveryHandle::channel).containsExactly("1 person at most");
        assertThat(bench.people.lookedUp).as("asked while the build waits").isEmpty();

        bench.run();

        assertThat(toldMembers()).containsExactly(slackId("ada"));
        assertThat(bench.slack.messages().get(0).content().attachments().toString())
                .contains("You get this because");
    }

    /** She may be a member there. Each attempt asks the realm for everybody, and forces two lines to disk. */
    @Test
    void shouldAskSeldomWhetherAChannelHasToldWhoWantsToBeToldOnce() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.REGRESSED));
        bench.people.with(
                "eve",
                new Preferences(Set.of(EventKind.REGRESSED), false, Severity.INFO, List.of(), null, true, null, true));
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(1)));
        List<DeliveryHandle> handedOver =
                bench.engine.buildCompleted(brokenBy("eve").build());
        DeliveryHandle lookup = handedOver.get(handedOver.size() - 1);
        bench.advance(Duration.ofMinutes(59));
        assertThat(toldMembers()).isEmpty();
        assertThat(bench.find(lookup))
                .returns(Delivery.State.WAITING, Delivery::state)
                .satisfies(it -> assertThat(it.attempts()).isBetween(2, 40));

        bench.advance(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(toldMembers()).containsExactly("#builds", slackId("eve"));
    }

    /** The message of the channel would grow too old, and take what waits for it along. */
    @Test
    void shouldNotLetPeopleWaitForAChannelUntilItIsNoNewsAnyMore() {
        tellEveOnce();
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofHours(30)));
        bench.engine.buildCompleted(brokenBy("eve").build());

        bench.advance(Duration.ofMinutes(119));
        assertThat(toldMembers()).isEmpty();
        bench.advance(Duration.ofMinutes(10));

        assertThat(toldMembers()).containsExactly(slackId("eve"));
    }

    /** It may have arrived, and nobody can look for it before a person has fixed something. */
    @Test
    void shouldNotLetPeopleWaitForAChannelThatWaitsForAPerson() {
        tellEveOnce();
        bench.slack.loseNextAnswer();
        bench.engine.buildCompleted(brokenBy("eve").build());
        bench.threads.runOne();
        TokenSource tokens = bench.tokens;
        bench.tokens = (destination, build) -> {
            if (destination.label().equals("#builds")) {
                throw new TokenUnavailableException("There is no token for the channel");
            }
            return tokens.find(destination, build);
        };

        bench.advance(Duration.ofMinutes(20));

        assertThat(toldMembers()).contains(slackId("eve"));
    }

    private void tellEveOnce() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.REGRESSED));
        bench.people.with(
                "eve",
                new Preferences(Set.of(EventKind.REGRESSED), false, Severity.INFO, List.of(), null, true, null, true));
    }

    @Test
    void shouldFindThePeopleOnceTheRealmAnswersAgain() {
        bench.people.answer(false);
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.advance(Duration.ofMinutes(20));
        assertThat(toldMembers()).isEmpty();

        bench.people.answer(true);
        bench.advance(Duration.ofHours(1));

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    @Test
    void shouldNotRefuseAMessageBecauseTheRealmDoesNotAnswer() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run();
        bench.people.answer(false);
        bench.advance(Duration.ofMinutes(20));
        assertThat(toldMembers()).isEmpty();

        bench.people.answer(true);
        bench.advance(Duration.ofHours(1));

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    @Test
    void shouldTellItTheChannelAndThePeople() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.FAILURE));

        assertThat(bench.engine.buildCompleted(brokenBy("ada", "bob").build()))
                .extracting(DeliveryHandle::channel)
                .containsExactly("#builds", "2 people at most");
        bench.run();

        assertThat(toldMembers()).containsExactlyInAnyOrder("#builds", slackId("ada"), slackId("bob"));
    }

    @Test
    void shouldTellThePeopleOfAJobThatIsKeptOutOfTheSystemChannel() {
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.FAILURE));

        bench.engine.buildCompleted(brokenBy("ada").build(), new JobRules(List.of(), false));
        bench.run();

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    @Test
    void shouldHandNothingOverForABuildWithoutPeople() {
        assertThat(bench.engine.buildCompleted(brokenBy().build())).isEmpty();
        assertThat(bench.engine.deliveries().latest(10)).isEmpty();
    }

    @Test
    void shouldTellAPersonOnceHoweverManyAskForIt() throws CannotAnnounceException {
        BuildEvent atTheEnd = brokenBy("ada").build();
        bench.announce(AnAnnouncement.named("step")
                .of(brokenBy("ada").running().build())
                .toPeople(COMMITTERS));
        bench.announce(AnAnnouncement.named("action").of(atTheEnd).toPeople(COMMITTERS));
        bench.engine.buildCompleted(atTheEnd);
        bench.run();

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    @Test
    void shouldTellAPersonWhatAJobSaysBesidesHowTheBuildEnded() throws CannotAnnounceException {
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.announce(AnAnnouncement.named("said")
                .of(brokenBy("ada").build())
                .saying("Look at the logs")
                .toPeople(COMMITTERS));
        bench.run();

        assertThat(bench.slack.texts()).hasSize(2).last().isEqualTo("Look at the logs");
    }

    @Test
    void shouldGoOnAfterACrashWithoutTellingAnybodyTwice() {
        bench.engine.buildCompleted(brokenBy("ada", "bob").build());
        bench.newProcess().run();
        bench.newProcess().run();

        assertThat(toldMembers()).containsExactlyInAnyOrder(slackId("ada"), slackId("bob"));
    }

    @Test
    void shouldNotSendWhatSomebodyMayNotReadAnyMore() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(1)));
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run();
        bench.people.forbid("ada");
        bench.advance(Duration.ofMinutes(2));

        assertThat(toldMembers()).isEmpty();
        assertThat(bench.engine.deliveries().latest(10))
                .filteredOn(it -> it.state() == Delivery.State.REFUSED)
                .singleElement()
                .satisfies(report -> assertThat(report.note()).contains("may not read the job"));
    }

    @Test
    void shouldWaitAsLongAsTheDirectoryDoesNotAnswer() {
        bench.people.obstacle = new SlackResult.RateLimited<>(Duration.ofSeconds(30));
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run();
        assertThat(toldMembers()).isEmpty();

        bench.people.obstacle = null;
        bench.advance(Duration.ofSeconds(31));

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    static Stream<SlackResult<Optional<SlackUser>>> troubles() {
        return MentionedPeopleTest.troubles();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void shouldTellTheOthersWhereSlackDoesNotTellWhoOneIs(SlackResult<Optional<SlackUser>> trouble) {
        bench.people.troubles.put(address("ada"), trouble);
        bench.engine.buildCompleted(brokenBy("ada", "bob").build());
        bench.run();
        assertThat(toldMembers()).isEmpty();

        bench.advance(Duration.ofMinutes(5));
        assertThat(toldMembers()).containsExactly(slackId("bob"));

        bench.people.troubles.clear();
        bench.advance(Duration.ofMinutes(10));
        assertThat(toldMembers()).containsExactlyInAnyOrder(slackId("ada"), slackId("bob"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void shouldLeaveOutInTheEndWhomSlackDoesNotTellOf(SlackResult<Optional<SlackUser>> trouble) {
        bench.people.troubles.put(address("ada"), trouble);
        bench.engine.buildCompleted(brokenBy("ada", "bob").build());
        for (int i = 0; i < 12; i++) {
            bench.advance(Duration.ofMinutes(10));
            bench.engine.buildCompleted(brokenBy("bob").number(100 + i).build());
        }

        assertThat(bench.engine.deliveries().latest(100))
                .filteredOn(report -> report.channel().equals("people"))
                .anySatisfy(report -> assertThat(report.note())
                        .isEqualTo("1 person told; left out: 1 of whom Slack has not told who they are"));
    }

    /** Where it tells of nobody, it is no matter of one person. */
    @Test
    void shouldWaitWhereSlackTellsOfNobody() {
        List<String> all = List.of("p1", "p2", "p3", "p4", "p5");
        all.forEach(bench.people::with);
        bench.people.obstacle = new SlackResult.Unknown<>("No answer in time");
        bench.engine.buildCompleted(brokenBy(all.toArray(String[]::new)).build());
        bench.advance(Duration.ofHours(5));
        bench.people.obstacle = null;
        bench.advance(Duration.ofMinutes(10));

        assertThat(toldMembers()).hasSize(5);
    }

    @Test
    void shouldHoldItUntilAMissingScopeIsThere() {
        bench.people.obstacle = FakeSlack.refused("missing_scope", "Add users:read.email");
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run();
        assertThat(bench.engine.deliveries().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.description()).contains("users:read.email"));

        bench.people.obstacle = null;
        bench.engine.retries().settingsChanged();
        bench.run();

        assertThat(toldMembers()).containsExactly(slackId("ada"));
        assertThat(bench.engine.deliveries().problems()).isEmpty();
    }

    @Test
    void shouldSayInTheDeliveriesWhoWasLeftOutAndWhy() {
        bench.people.forbid("bob");
        bench.engine.buildCompleted(brokenBy("ada", "bob", "eve").build());
        bench.run();

        assertThat(bench.engine.deliveries().latest(10))
                .filteredOn(report -> report.channel().equals("people"))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.note())
                            .startsWith("1 person told; left out: ")
                            .contains("1 without an account in this Jenkins", "1 who may not see the job");
                    assertThat(report.hasArrived()).as("can be opened").isFalse();
                });
    }

    @Test
    void shouldNotListThatNobodyWantedToBeTold() {
        bench.engine.buildCompleted(aBuild().by(breaker("ada")).build());
        bench.run();

        assertThat(bench.engine.deliveries().latest(10)).isEmpty();
        assertThat(bench.people.lookedUp).isEmpty();
    }

    @Test
    void shouldNameAPersonToAdministratorsOnly() {
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run();

        assertThat(bench.engine.deliveries().latest(10))
                .extracting(DeliveryReport::channel)
                .contains("@ADA");
        assertThat(bench.store).isNotNull();
        assertThat(bench.heard)
                .allSatisfy(delivery -> assertThat(delivery.entry().payload()).doesNotContain(EngineBench.SECRET));
    }

    @Test
    void shouldFoldWhatWaitsForOnePersonAndLeaveOutWhatTheyMayNotRead() {
        for (int number = 1; number <= 8; number++) {
            bench.engine.buildCompleted(brokenBy("ada").number(number).build());
        }
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages()).hasSizeLessThan(8);
        assertThat(String.join(" ", bench.slack.messages().toString())).contains("#1", "#8");
    }

    /** What it was left out of is no message that it has arrived in. */
    @Test
    void shouldRefuseByItselfWhatThePersonMayNotReadOfWhatIsFolded() {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(5)));
        for (int number = 1; number <= 8; number++) {
            bench.engine.buildCompleted(brokenBy("ada")
                    .number(number)
                    .of(number == 4 ? "secret" : "open")
                    .build());
        }
        bench.run();
        bench.people.forbid("ada", "secret");
        bench.advance(Duration.ofMinutes(10));

        assertThat(bench.slack.messages()).hasSizeLessThan(7);
        assertThat(bench.slack.messages().toString()).contains("#3", "#5").doesNotContain("#4");
        assertThat(bench.engine.deliveries().latest(20).stream()
                        .filter(delivery -> delivery.state() == Delivery.State.REFUSED))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.note()).contains("may not read the job"));
    }

    @Test
    void shouldSayAllOfALongText() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("long")
                .of(brokenBy("ada").build())
                .saying("word ".repeat(1_500))
                .toPeople(COMMITTERS));
        bench.run().advance(Duration.ofMinutes(1));

        assertThat(bench.slack.messages()).hasSize(2);
        assertThat(bench.slack.messages().get(1).threadTs())
                .isEqualTo(bench.slack.messages().get(0).location().ts());
    }

    @Test
    void shouldLookForADirectMessageWhoseAnswerWasLostAndNotSendItTwice() {
        bench.slack.loseNextAnswer();
        bench.engine.buildCompleted(brokenBy("ada").build());
        bench.run().advance(Duration.ofMinutes(5));

        assertThat(toldMembers()).containsExactly(slackId("ada"));
        assertThat(bench.slack.calls()).contains("directMessage", "find");
        assertThat(bench.heard.get(bench.heard.size() - 1))
                .satisfies(last -> assertThat(last.state()).isEqualTo(Delivery.State.SENT))
                .satisfies(last -> assertThat(last.note()).isNull());
    }

    @Test
    void shouldNotTellTheDefaultChannelWhatIsForPeople() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("a").of(brokenBy("ada").build()).toPeople(COMMITTERS));
        bench.run();

        assertThat(toldMembers()).containsExactly(slackId("ada"));
    }

    @Test
    void shouldTellPeopleWhomAJobNamesThoughTheyHaveNothingToDoWithIt() throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("a")
                .of(aBuild().build())
                .toPeople(new Addressees(Set.of(), List.of("bob", address("ada")))));
        bench.run();

        assertThat(toldMembers()).containsExactlyInAnyOrder(slackId("ada"), slackId("bob"));
    }

    @Test
    void shouldKnowTheRuleThatNamesEachPerson() {
        bench.policy = new PeoplePolicy(Set.of(), Set.of(), List.of(), Set.of(), List.of());
        bench.people.with("cleo");
        JobRules rules = rules(
                rule("Breakers", new Addressees(Set.of(Involvement.BREAKER), List.of())),
                rule("Bob", new Addressees(Set.of(), List.of("bob"))),
                rule("Address", new Addressees(Set.of(), List.of(address("cleo")))),
                rule("Again", new Addressees(Set.of(Involvement.COMMITTER), List.of("bob"))));

        bench.engine.buildCompleted(brokenBy("ada").build(), rules);
        bench.run();

        assertThat(rulesByPerson())
                .containsOnly(Map.entry("ada", "Breakers"), Map.entry("bob", "Bob"), Map.entry("cleo", "Address"));
    }

    @Test
    void shouldKnowTheOnlyRuleAndNoneForThePolicyOfTheSystem() {
        bench.engine.buildCompleted(
                brokenBy("ada").build(), rules(rule("Bob", new Addressees(Set.of(), List.of(address("bob"))))));
        bench.run();

        assertThat(rulesByPerson()).containsOnly(Map.entry("bob", "Bob"), Map.entry("ada", "none"));
    }

    @Test
    void shouldNotGuessBetweenRulesThatNameAddresses() {
        bench.policy = new PeoplePolicy(Set.of(), Set.of(), List.of(), Set.of(), List.of());

        bench.engine.buildCompleted(
                brokenBy().build(),
                rules(
                        rule("One", new Addressees(Set.of(), List.of(address("ada")))),
                        rule("Other", new Addressees(Set.of(), List.of(address("bob"))))));
        bench.run();

        assertThat(rulesByPerson()).containsOnly(Map.entry("ada", "none"), Map.entry("bob", "none"));
    }

    private static Rule rule(String name, Addressees people) {
        return Rule.builder(name, Condition.ALWAYS).people(people).build();
    }

    private static JobRules rules(Rule... rules) {
        return new JobRules(List.of(new RuleSet(RuleScope.JOB, "shop/checkout", List.of(rules))), true);
    }

    private Map<String, String> rulesByPerson() {
        return bench.engine.deliveries().latest(20).stream()
                .filter(report -> report.audience() == DeliveryReport.Audience.PERSON)
                .collect(Collectors.toMap(
                        DeliveryReport::account,
                        report -> report.rule() == null ? "none" : report.rule().name()));
    }

    private List<String> toldMembers() {
        return bench.slack.messages().stream()
                .map(message -> message.content().channel())
                .toList();
    }
}
