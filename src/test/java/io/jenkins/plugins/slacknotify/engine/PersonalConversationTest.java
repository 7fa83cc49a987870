package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.FakePeople.address;
import static io.jenkins.plugins.slacknotify.engine.FakePeople.slackId;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.planning.CannotAnnounceException;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.JobMove;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.event.participants.Involvement;
import io.jenkins.plugins.slacknotify.event.participants.Participant;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import io.jenkins.plugins.slacknotify.people.policy.PeoplePolicy;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One conversation with a person about the bad builds of a job in a row. */
class PersonalConversationTest {
    private static final Preferences ALL = new Preferences(
            Set.of(EventKind.REGRESSED, EventKind.STILL_FAILING, EventKind.FIXED),
            false,
            Severity.INFO,
            List.of(),
            null);

    private final EngineBench bench = new EngineBench();

    PersonalConversationTest() {
        bench.subscriptions = List.of();
        bench.policy = new PeoplePolicy(Set.of(Involvement.BREAKER), Set.of(), List.of(), Set.of(), List.of());
        bench.people.with("ada", ALL).with("bob", ALL);
    }

    private static BuildEvents build(int first, int number, Outcome outcome, Trend trend, String... breakers) {
        FailureStreak series = new FailureStreak(first, STARTED, STARTED.plusSeconds(125), number - first + 1, false);
        return aBuild().number(number)
                .that(outcome, trend)
                .finding(Findings.builder().failureStreak(series).build())
                .by(List.of(breakers).stream()
                        .map(id -> new Participant(new Person(null, id, address(id)), Set.of(Involvement.BREAKER)))
                        .toArray(Participant[]::new));
    }

    private void broken(int number, String... breakers) {
        completed(build(number, number, Outcome.FAILURE, Trend.REGRESSED, breakers));
    }

    private void stillFailing(int number, String... breakers) {
        completed(build(41, number, Outcome.FAILURE, Trend.STILL_FAILING, breakers));
    }

    private void fixed(int number, String... breakers) {
        completed(build(41, number, Outcome.SUCCESS, Trend.FIXED, breakers));
    }

    private void completed(BuildEvents build) {
        bench.engine.buildCompleted(build.build());
        bench.run().advance(Duration.ofSeconds(30));
    }

    @Test
    void shouldWriteInTheLanguageOfThePerson() {
        bench.people.with(
                "carl",
                new Preferences(ALL.events(), false, Severity.INFO, List.of(), null, false, Locale.GERMAN, true));
        broken(41, "carl", "bob");
        fixed(42, "carl");

        assertThat(bench.slack.texts())
                .anyMatch(text -> text.contains("wieder gut") && text.contains("ist kaputtgegangen"))
                .anyMatch(text -> text.endsWith("broke"));
    }

    @Test
    void shouldNotTellInPersonWhatTheReaderSeesInAChannel() {
        Preferences onlyOnce = new Preferences(ALL.events(), false, Severity.INFO, List.of(), null, true, null, true);
        bench.people.with("carl", onlyOnce);
        bench.people.with("dora", onlyOnce);
        bench.subscriptions = List.of(EngineBench.hears("C0BUILDS", EventKind.FAILURE));
        bench.slack.members.put("C0BUILDS", Set.of(slackId("carl"), slackId("dora"), slackId("bob")));
        broken(41, "carl", "dora", "bob");

        assertThat(bench.slack.messages())
                .extracting(message -> message.location().channel())
                .containsExactlyInAnyOrder("C0BUILDS", "D0BOB0000");
        assertThat(bench.engine.deliveries().latest(10))
                .anyMatch(report -> String.valueOf(report.note()).contains("2 who read it in a channel")
                        || report.toString().contains("2 who read it in a channel"));
        assertThat(bench.slack.calls().stream().filter(call -> call.startsWith("members")))
                .as("whoever asks for one of them reads the whole list")
                .hasSize(1);
    }

    @Test
    void shouldTellInPersonWhatNoChannelOfTheReaderShows() {
        bench.people.with(
                "carl", new Preferences(ALL.events(), false, Severity.INFO, List.of(), null, true, null, true));
        bench.subscriptions = List.of(EngineBench.hears("C0BUILDS", EventKind.FAILURE));
        bench.slack.answerPost(FakeSlack.refused("is_archived", "Choose another channel"));
        bench.slack.members.put("C0BUILDS", Set.of(slackId("carl")));
        broken(41, "carl");

        assertThat(bench.slack.messages())
                .extracting(message -> message.location().channel())
                .containsExactly("D0CARL0000");
    }

    @Test
    void shouldAnswerWhatThePersonHeardFirstAndShowThatOutsideOfTheThreadToo() {
        broken(41, "ada");
        stillFailing(42, "ada");
        fixed(43, "ada");

        assertThat(bench.slack.messages())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.threadTs()).isNull();
                            assertThat(first.text().lines())
                                    .satisfiesExactly(
                                            over -> assertThat(over).contains("#43>* is fixed after"),
                                            told -> assertThat(told).endsWith("#41>* broke"));
                        },
                        still -> isAnswer(still, "#42>* still fails, 2nd time since #41"),
                        fixed -> assertThat(isAnswer(fixed, null)).contains("#43>* is fixed after"));
    }

    @Test
    void shouldRememberWhatWasToldInPersonAndWhoBrokeIt() {
        broken(41, "ada", "stranger");

        assertThat(bench.engine.jobs().verdicts("shop/checkout"))
                .singleElement()
                .satisfies(known ->
                        assertThat(known.breakers()).extracting(Person::name).containsExactly("ada", "stranger"));
    }

    @Test
    void shouldNotRememberWhatReachedNobody() {
        broken(41, "stranger");

        assertThat(bench.engine.jobs().verdicts("shop/checkout")).isEmpty();
    }

    @Test
    void shouldGoOnWhereTheJobWasMoved() {
        broken(41, "ada");
        bench.engine.jobs().moved(new JobMove("shop/checkout", "till", STARTED.plusSeconds(600)));
        bench.newProcess();
        BuildKey afterwards = new BuildKey("till", 42, STARTED.plusSeconds(1200));
        bench.engine.buildCompleted(
                build(41, 42, Outcome.SUCCESS, Trend.FIXED, "ada").build().withKey(afterwards));
        bench.run().advance(Duration.ofSeconds(30));

        assertThat(to("ada")).hasSize(2);
        assertThat(to("ada").get(0).text()).contains("#42>* is fixed", "#41>* broke");
        assertThat(to("ada").get(1).threadTs())
                .isEqualTo(to("ada").get(0).location().ts());
    }

    @Test
    void shouldBeginWithWhatEachPersonHeardFirst() {
        broken(41, "ada");
        stillFailing(42, "ada", "bob");
        fixed(43, "bob");

        assertThat(to("ada"))
                .satisfiesExactly(
                        first -> assertThat(first.text()).endsWith("#41>* broke"),
                        still -> assertThat(still.threadTs())
                                .isEqualTo(to("ada").get(0).location().ts()));
        assertThat(to("bob"))
                .satisfiesExactly(
                        first -> assertThat(first.text().lines())
                                .satisfiesExactly(
                                        over -> assertThat(over).contains("#43>* is fixed"),
                                        told -> assertThat(told).contains("#42>* still fails")),
                        fixed -> assertThat(fixed.threadTs())
                                .isEqualTo(to("bob").get(0).location().ts()));
    }

    @Test
    void shouldGoOnAfterARestartAndTellNothingTwice() {
        broken(41, "ada");
        bench.newProcess();
        stillFailing(42, "ada");
        bench.newProcess();
        stillFailing(42, "ada");
        fixed(43, "ada");
        bench.newProcess();
        fixed(43, "ada");

        assertThat(bench.slack.messages()).hasSize(3);
        assertThat(bench.slack.messages().subList(1, 3)).allSatisfy(answer -> isAnswer(answer, null));
        assertThat(bench.slack.texts().get(0)).contains("is fixed", "broke");
    }

    @Test
    void shouldStandForItselfWhereTheBeginningHasNotArrived() {
        bench.slack.answerPost(FakeSlack.refused("metadata_too_large", "Report it"));
        broken(41, "ada");
        fixed(43, "ada");

        assertThat(bench.slack.messages()).last().satisfies(message -> {
            assertThat(message.text()).contains("is fixed").hasLineCount(1);
            assertThat(message.threadTs()).isNull();
        });
    }

    @Test
    void shouldBeginAnewWithTheNextRow() {
        broken(41, "ada");
        fixed(43, "ada");
        broken(50, "ada");

        assertThat(bench.slack.messages())
                .hasSize(3)
                .last()
                .satisfies(message -> assertThat(message.threadTs()).isNull());
    }

    @Test
    void shouldNotResolveWhatItsReaderMayNotSeeAnyMore() {
        broken(41, "ada");
        bench.people.forbid("ada");
        fixed(43, "ada");

        assertThat(bench.slack.texts()).singleElement().asString().endsWith("#41>* broke");
    }

    @Test
    void shouldKeepOutOfItWhatAJobSays() throws CannotAnnounceException {
        broken(41, "ada");
        bench.announce(AnAnnouncement.named("said")
                .of(build(41, 42, Outcome.FAILURE, Trend.STILL_FAILING, "ada").build())
                .saying("Look at the logs")
                .toPeople(new Addressees(Set.of(Involvement.BREAKER), List.of())));
        bench.run();

        assertThat(bench.slack.messages())
                .last()
                .satisfies(message -> assertThat(message.threadTs()).isNull());
    }

    /** As a step in the {@code finally} of a pipeline does: the build has no result yet, and fails with its next breath. */
    @Test
    void shouldCorrectThoseWhoWereToldThatABuildIsGoodSoFar() throws CannotAnnounceException {
        soFar("ada");
        bench.run();
        // The build is broken by somebody else by now.
        completed(build(42, 42, Outcome.FAILURE, Trend.REGRESSED, "bob"));

        assertThat(to("ada"))
                .extracting(FakeSlack.Message::text)
                .satisfiesExactly(
                        soFar -> assertThat(soFar).endsWith("#42>* is good again so far"),
                        end -> assertThat(end).endsWith("#42>* broke"));
        assertThat(to("bob")).hasSize(1);
    }

    @Test
    void shouldTellNobodyThatABuildIsGoodSoFarThatHasFailedByThen() throws CannotAnnounceException {
        soFar("ada");
        completed(build(42, 42, Outcome.FAILURE, Trend.REGRESSED, "ada"));

        assertThat(to("ada"))
                .extracting(FakeSlack.Message::text)
                .singleElement()
                .asString()
                .endsWith("#42>* broke");
    }

    @Test
    void shouldNotCorrectWhatBecameTrue() throws CannotAnnounceException {
        soFar("ada");
        bench.run();
        completed(build(41, 42, Outcome.SUCCESS, Trend.FIXED));

        assertThat(to("ada")).hasSize(1);
    }

    private void soFar(String breaker) throws CannotAnnounceException {
        bench.announce(AnAnnouncement.named("so-far")
                .of(build(41, 42, Outcome.SUCCESS, Trend.FIXED, breaker)
                        .running()
                        .build())
                .toPeople(new Addressees(Set.of(Involvement.BREAKER), List.of())));
    }

    private List<FakeSlack.Message> to(String person) {
        String conversation = FakeSlack.idOf(slackId(person));
        return bench.slack.messages().stream()
                .filter(message -> message.location().channel().equals(conversation))
                .toList();
    }

    private String isAnswer(FakeSlack.Message answer, String end) {
        FakeSlack.Message first = bench.slack.messages().get(0);
        assertThat(answer.threadTs()).isEqualTo(first.location().ts());
        assertThat(answer.content().broadcast()).isTrue();
        if (end != null) {
            assertThat(answer.text()).endsWith(end);
        }
        return answer.text();
    }
}
