package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.InputQuestion;
import io.jenkins.plugins.slacknotify.event.InputQuestion.Ending;
import io.jenkins.plugins.slacknotify.event.InputQuestion.InputAnswer;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.routing.Condition;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.DestinationProfile;
import io.jenkins.plugins.slacknotify.routing.MessageLanguage;
import io.jenkins.plugins.slacknotify.routing.MessageOptions;
import io.jenkins.plugins.slacknotify.routing.Rule;
import io.jenkins.plugins.slacknotify.routing.Template;
import io.jenkins.plugins.slacknotify.routing.ThreadDetails;
import io.jenkins.plugins.slacknotify.subscription.DefaultSubscriptionPolicy;
import io.jenkins.plugins.slacknotify.subscription.FakeSubscriptionGuard;
import io.jenkins.plugins.slacknotify.subscription.Mute;
import io.jenkins.plugins.slacknotify.subscription.Mutes;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionAuthor;
import io.jenkins.plugins.slacknotify.subscription.SubscriptionTarget;
import io.jenkins.plugins.slacknotify.subscription.Subscriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends of builds, and answers to questions, that no rule routes to a channel, which was told of the build while it ran. */
class UnroutedEndsTest {
    private static final Destination PARTNERS = new Destination(null, "C0PARTNER");
    private static final String SECRET = "the address of the customer";
    private static final InputQuestion QUESTION = new InputQuestion("7", "Deploy?", null);
    private static final Milestone ASKED = Milestone.waitingFor(QUESTION);
    private static final Milestone ANSWERED =
            Milestone.waitingFor(QUESTION.withAnswer(new InputAnswer(Ending.ANSWERED, "Ada", Duration.ofMinutes(12))));

    @TempDir
    Path folder;

    private final EngineBench bench = new EngineBench();
    private Mutes mutes;

    @BeforeEach
    void begin() throws IOException {
        mutes = Mutes.in(folder, bench.clock, Runnable::run);
        bench.ordered = new DefaultSubscriptionPolicy(
                Subscriptions.in(folder, bench.clock), mutes, new FakeSubscriptionGuard(), Runnable::run);
    }

    private void tellPartners(MessageOptions options, EventKind... kinds) {
        DestinationProfile partners = new DestinationProfile("partners", PARTNERS, options, Severity.INFO);
        bench.subscriptions = List.of(Rule.builder("Partners", Condition.ofEvents(Set.of(kinds)))
                .targets(List.of(partners))
                .mention(new Rule.MentionSetting("<!here>", Severity.INFO))
                .template(new Template(
                        "start",
                        List.of(new Template.Variant(Set.of(EventKind.STARTED), "Please hold still, {job} starts"))))
                .build());
    }

    private static MessageOptions discreet() {
        return MessageOptions.builder()
                .details(ThreadDetails.NONE)
                .language(MessageLanguage.DE)
                .botName("Partner bot")
                .repliesInThread(true)
                .build();
    }

    private static BuildEvent fails() {
        return aBuild().that(Outcome.FAILURE, Trend.SAME).finding(log().build()).build();
    }

    private static Findings.Builder log() {
        return Findings.builder().failedStage(new FailedStage("Deploy", null, List.of(SECRET)));
    }

    private List<FakeSlack.Message> messages() {
        return bench.slack.messages();
    }

    private void mute() throws IOException {
        mutes.add(new Mute(
                "one",
                new SubscriptionAuthor("ada", "T0123456", "U0123456"),
                new SubscriptionTarget(null, PARTNERS.channel(), null),
                List.of(fails().key().job()),
                bench.clock.instant().plus(Duration.ofDays(1)),
                null,
                bench.clock.instant()));
    }

    @Test
    void shouldShowNoMoreThanTheDestinationAllowsAndSpeakAsItSays() {
        bench.details = ThreadDetails.FULL;
        tellPartners(discreet(), EventKind.STARTED);
        bench.happens(Milestone.STARTED);

        bench.ends(fails());

        assertThat(messages()).hasSize(2).allSatisfy(message -> {
            assertThat(message.content().toString()).doesNotContain(SECRET);
            assertThat(message.content().botName()).isEqualTo("Partner bot");
            assertThat(message.text()).contains("fehlgeschlagen");
        });
        assertThat(messages().get(1).threadTs()).isNotNull();
        assertThat(messages().get(1).content().broadcast()).isFalse();
    }

    @Test
    void shouldShowTheThreadOfADestinationThatWantsAllOfIt() {
        tellPartners(MessageOptions.builder().details(ThreadDetails.FULL).build(), EventKind.STARTED);
        bench.happens(Milestone.STARTED);

        bench.ends(fails());

        assertThat(messages()).extracting(FakeSlack.Message::text).anyMatch(text -> text.contains(SECRET));
    }

    /** Whom the start calls, and what it says, is for the start. */
    @Test
    void shouldNeitherCallAnybodyNorRepeatTheWordsOfTheStart() {
        tellPartners(discreet(), EventKind.STARTED);
        bench.happens(Milestone.STARTED);
        assertThat(messages().get(0).text()).contains("<!here>", "hold still");

        bench.ends(aBuild().build());

        assertThat(messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).doesNotContain("<!here>").endsWith("gelungen"));
    }

    @Test
    void shouldTellOfARerunAsTheDestinationSays() {
        tellPartners(discreet(), EventKind.FAILURE);
        bench.ends(fails());
        assertThat(messages()).hasSize(1);

        bench.ends(rerun());

        assertThat(messages()).hasSize(2);
        assertThat(messages().get(1).text()).contains("gelungen").doesNotContain("<!here>");
        assertThat(messages().get(1).content().botName()).isEqualTo("Partner bot");
    }

    private static BuildEvent rerun() {
        return aBuild().number(13)
                .finding(Findings.builder().rerunOf(fails().key()).build())
                .build();
    }

    @Test
    void shouldOnlyChangeTheMessageInAChannelThatWasMutedMeanwhile() throws IOException {
        bench.details = ThreadDetails.FULL;
        tellPartners(MessageOptions.DEFAULT, EventKind.STARTED);
        bench.happens(Milestone.STARTED);
        mute();

        bench.ends(fails());

        assertThat(messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).contains(" failed").doesNotContain(SECRET));
    }

    @Test
    void shouldOnlyChangeTheMessageInAMutedChannelToWhichARuleRoutesTheEnd() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.STARTED, EventKind.FAILURE);
        bench.happens(Milestone.STARTED);
        mute();

        bench.ends(fails());

        assertThat(messages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).doesNotContain("<!here>").contains(" failed"));
    }

    @Test
    void shouldSayNothingOfTheEndInAMutedChannelThatWasNotToldOfTheBuild() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.FAILURE);
        mute();

        bench.ends(fails());

        assertThat(messages()).isEmpty();
    }

    @Test
    void shouldSayNothingOfARerunInAChannelThatWasMutedMeanwhile() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.FAILURE);
        bench.ends(fails());
        mute();

        bench.ends(rerun());

        assertThat(messages()).hasSize(1);
    }

    @Test
    void shouldNotRemindAChannelThatWasMutedMeanwhile() throws IOException {
        Milestone waiting = Milestone.waitingFor(new InputQuestion("7", "Deploy?", null));
        tellPartners(MessageOptions.DEFAULT, EventKind.WAITING_FOR_INPUT);
        bench.happens(waiting);
        bench.engine.remind(aBuild().during(waiting).build(), 1, "still waiting:");
        bench.run().advance(Duration.ofMinutes(1));
        assertThat(messages()).hasSize(2);

        mute();
        bench.engine.remind(aBuild().during(waiting).build(), 2, "still waiting:");
        bench.run().advance(Duration.ofMinutes(1));
        assertThat(messages()).hasSize(2);
    }

    private List<String> textsOf(String question) {
        return messages().stream()
                .map(FakeSlack.Message::text)
                .filter(text -> text.contains(question))
                .toList();
    }

    @Test
    void shouldShowTheAnswerInAChannelThatWasMutedMeanwhile() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.STARTED, EventKind.WAITING_FOR_INPUT);
        bench.happens(Milestone.STARTED);
        bench.happens(ASKED);
        mute();

        bench.happens(ANSWERED);
        assertThat(messages()).hasSize(2);
        assertThat(textsOf("Deploy?")).singleElement().asString().contains("answered by Ada");

        bench.ends(aBuild().build());
        assertThat(messages()).hasSize(2);
        assertThat(textsOf("Deploy?")).singleElement().asString().contains("answered by Ada");
    }

    @Test
    void shouldShowTheAnswerThoughTheRuleIsGoneThatHadItAskedThere() {
        tellPartners(discreet(), EventKind.STARTED, EventKind.WAITING_FOR_INPUT);
        bench.happens(Milestone.STARTED);
        bench.happens(ASKED);
        tellPartners(discreet(), EventKind.STARTED);

        bench.happens(ANSWERED);

        assertThat(textsOf("Deploy?")).singleElement().asString().contains("Ada");
        assertThat(messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.content().botName()).isEqualTo("Partner bot"));
    }

    @Test
    void shouldShowTheAnswerInTheOnlyMessageOfABuildThatWasMutedMeanwhile() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.WAITING_FOR_INPUT);
        bench.happens(ASKED);
        mute();

        bench.happens(ANSWERED);

        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("answered by Ada"));
    }

    /** Whether an answer is routed or not: each question gets its own, and a channel that was not asked none. */
    @Test
    void shouldAnswerEachOfTwoQuestionsAndNobodyWhoWasNotAsked() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.WAITING_FOR_INPUT);
        Milestone another = Milestone.waitingFor(new InputQuestion("8", "Sure?", null));
        bench.happens(ASKED);
        bench.happens(another);
        mute();
        bench.happens(ANSWERED);

        assertThat(textsOf("Deploy?")).singleElement().asString().contains("answered by Ada");
        assertThat(textsOf("Sure?")).singleElement().asString().doesNotContain("answered");

        bench.subscriptions = List.of(EngineBench.hears("#others", EventKind.WAITING_FOR_INPUT));
        bench.happens(ANSWERED);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void shouldShowTheAnswerInAMutedChannelOfAnotherProcess() throws IOException {
        tellPartners(MessageOptions.DEFAULT, EventKind.STARTED, EventKind.WAITING_FOR_INPUT);
        bench.happens(Milestone.STARTED);
        bench.happens(ASKED);
        mute();
        bench.newProcess();

        bench.happens(ANSWERED);

        assertThat(textsOf("Deploy?")).singleElement().asString().contains("answered by Ada");
    }
}
