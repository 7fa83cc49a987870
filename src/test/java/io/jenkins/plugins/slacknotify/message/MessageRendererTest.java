package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aFailure;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.slack.api.model.Attachment;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Branch;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestFailure;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.wording.BodyRenderer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageRendererTest {
    private final MessageRenderer renderer = new MessageRenderer();

    @Test
    void shouldShowWhatSomebodyWroteAboutTheBuildFirst() {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(Findings.builder()
                        .description("Release 1.2\nto <staging>")
                        .failedStage(new FailedStage("Deploy", "timed out", List.of()))
                        .build())
                .build();

        assertThat(BodyRenderer.renderReasons(event)).containsExactly("Release 1.2 to &lt;staging&gt;", "`timed out`");
        assertThat(BodyRenderer.renderReasons(event.withMilestone(Milestone.STARTED)))
                .isEmpty();
    }

    @Test
    void shouldTellOfABuildThatBroke() {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .with(
                        new Change("1f", "Ada", "Speed up the cart"),
                        new Change("2e", "Bob <bob@example.org>", "Fix R&D"))
                .build();

        RenderedMessage message = renderer.render(event, Severity.ERROR, false);

        assertThat(message.text())
                .isEqualTo(":x: *<https://ci.example.org/job/shop/job/checkout/12/|shop » checkout #12>* broke");
        assertThat(texts(message))
                .containsExactly(
                        "• Fix R&amp;D — Bob &lt;bob@example.org&gt;\n• Speed up the cart — Ada",
                        "Error · took 2 min 5 s · Started by user Ada"
                                + " · <https://ci.example.org/job/shop/job/checkout/12/console|Console>"
                                + " · <https://ci.example.org/job/shop/job/checkout/12/changes|Changes>");
        assertThat(bar(message).getFallback()).isEqualTo(message.text());
    }

    @Test
    void shouldSayOfABuildThatIsStillBadOneLineAndWhatIsNew() {
        Findings findings = Findings.builder()
                .failedStage(new FailedStage("Deploy", "host is down", List.of()))
                .description("Release 1.2")
                .build();
        BuildEvent before = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(findings)
                .build();
        BuildEvent same = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(findings)
                .build();
        BuildEvent other = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .with(new Change("1f", "Ada", "Speed up the cart"))
                .finding(findings.toBuilder()
                        .failedStage(new FailedStage("Deploy", "disk is full", List.of()))
                        .build())
                .build();

        RenderedMessage line = renderer.renderAgain(same, Severity.ERROR, false, before);
        assertThat(line.attachments()).isEmpty();
        assertThat(shown(line)).containsExactly(line.text());
        assertThat(line.text()).endsWith("still fails: stage Deploy");

        RenderedMessage news = renderer.renderAgain(other, Severity.ERROR, false, before);
        assertThat(news.text()).endsWith("still fails: stage Deploy — disk is full");
        assertThat(texts(news)).containsExactly("`disk is full`", "*Changes*\n• Speed up the cart — Ada");
        assertThat(renderer.renderAgain(same, Severity.ERROR, true, before).attachments())
                .hasSize(1);
    }

    @Test
    void shouldSayHowOftenEachTestFailedAndWhatItSays() {
        TestFailure adds = new TestFailure(
                "PriceTest.adds",
                "expected: <119> but was: <120>",
                new TestFailure.Count(3, 20),
                new TestFailure.Count(1, 18),
                true);
        TestFailure pays = new TestFailure("CartTest.pays", "no <money>", new TestFailure.Count(1, 20), null, false);
        List<String> names = List.of("PriceTest.adds", "CartTest.pays", "CartTest.new");
        BuildEvent event = aBuild().that(Outcome.UNSTABLE, Trend.REGRESSED)
                .finding(Findings.builder()
                        .tests(new TestResultSummary(9, 3, 0, 3, names, names).withDetails(List.of(adds, pays)))
                        .build())
                .build();

        assertThat(BodyRenderer.renderReasons(event)).containsExactly("""
                        *Newly failing*
                        • `PriceTest.adds`: expected: &lt;119&gt; but was: &lt;120&gt; _(failed in 3 of the last 20 builds, in 1 of 18 of the primary branch, flaky before)_
                        • `CartTest.pays`: no &lt;money&gt; _(failed in 1 of the last 20 builds)_
                        • `CartTest.new`""");
    }

    @Test
    void shouldSayWhichTestsAreFlakyWhereABuildPassesWithoutAChange() {
        BuildEvent event = aBuild().that(Outcome.SUCCESS, Trend.FIXED)
                .finding(Findings.builder()
                        .flakyTests(List.of("com.example.PriceTest.adds", "com.example.CartTest.pays"))
                        .build())
                .build();

        assertThat(renderer.render(event, Severity.NOTICE, false).text())
                .endsWith("passes without a change: PriceTest.adds and 1 more are flaky");
    }

    private static List<String> shown(RenderedMessage message) {
        return TextObjects.in(JsonParser.parseString(message.blocks()));
    }

    @Test
    void shouldShowAnotherColourForEverySeverity() {
        List<String> colours = Arrays.stream(Severity.values())
                .map(severity ->
                        bar(renderer.render(aFailure(), severity, false)).getColor())
                .toList();

        assertThat(colours).doesNotHaveDuplicates().allMatch(colour -> colour.matches("#[0-9a-f]{6}"));
    }

    @Test
    void shouldShowGoodNewsInGreenUnlessItIsRatedAsAWarning() {
        BuildEvent fixed = aBuild().that(Outcome.SUCCESS, Trend.FIXED).build();
        String green = bar(renderer.render(fixed, Severity.INFO, false)).getColor();

        assertThat(bar(renderer.render(fixed, Severity.NOTICE, false)).getColor())
                .isEqualTo(green);
        assertThat(bar(renderer.renderResolved(aFailure(), Severity.ERROR, fixed, Severity.NOTICE))
                        .getColor())
                .isEqualTo(green);
        assertThat(bar(renderer.render(fixed, Severity.WARNING, false)).getColor())
                .isNotEqualTo(green);
        assertThat(bar(renderer.render(aBuild().running().build(), Severity.NOTICE, false))
                        .getColor())
                .isNotEqualTo(green);
    }

    @Test
    void shouldShowTheNewestFiveChangesAndCountTheRest() {
        Change[] changes = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new Change(null, "Ada", "Change " + number))
                .toArray(Change[]::new);

        RenderedMessage message = renderer.render(aBuild().with(changes).build(), Severity.INFO, false);

        assertThat(texts(message).get(0).lines())
                .hasSize(6)
                .startsWith("• Change 7 — Ada")
                .endsWith("• Change 3 — Ada", "+2 more");
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        BuildEvent event = aBuild().at(null).causedBy(null).build();

        assertThat(texts(renderer.render(event, Severity.NOTICE, false))).containsExactly("Notice · took 2 min 5 s");
    }

    @Test
    void shouldNameWhatFailedBeforeWhatChanged() {
        Findings findings = Findings.builder()
                .tests(new TestResultSummary(
                        40, 8, 1, 7, List.of("A.a", "A.b", "A.c", "A.d", "A.`e`", "A.f"), List.of()))
                .failedStage(new FailedStage("Test", "script returned exit code 1", List.of()))
                .build();
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .with(new Change("1f", "Ada", "Speed up", "https://git.example.org/1f"))
                .finding(findings)
                .build();

        assertThat(texts(renderer.render(event, Severity.ERROR, false)))
                .containsExactly(
                        "Stage *Test* failed: `script returned exit code 1`",
                        """
                        *Newly failing*
                        • `A.a`
                        • `A.b`
                        • `A.c`
                        • `A.d`
                        • `A.'e'`
                        +2 more""",
                        "*Changes*\n• <https://git.example.org/1f|Speed up> — Ada",
                        "Error · took 2 min 5 s · Started by user Ada"
                                + " · <https://ci.example.org/job/shop/job/checkout/12/console|Console>"
                                + " · <https://ci.example.org/job/shop/job/checkout/12/testReport/|Tests>"
                                + " · <https://ci.example.org/job/shop/job/checkout/12/changes|Changes>");
    }

    @Test
    void shouldNotRepeatTheStageThatTheHeadlineNames() {
        FailedStage stage = new FailedStage("Deploy", "timed out", List.of());
        BuildEvent failed = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(Findings.builder().failedStage(stage).build())
                .build();
        BuildEvent unstable = aBuild().that(Outcome.UNSTABLE, Trend.REGRESSED)
                .finding(Findings.builder().failedStage(stage).build())
                .build();

        assertThat(texts(renderer.render(failed, Severity.ERROR, false))).startsWith("`timed out`");
        assertThat(texts(renderer.render(unstable, Severity.ERROR, false)))
                .startsWith("Stage *Deploy* failed: `timed out`");
    }

    @Test
    void shouldSayWhichPullRequestItIs() {
        BuildEvent event = aBuild().finding(Findings.builder()
                        .branch(new Branch(
                                "PR-17",
                                "shop",
                                false,
                                new Branch.PullRequest("17", "Faster", "https://git.example.org/17")))
                        .build())
                .build();

        RenderedMessage message = renderer.render(event, Severity.INFO, false);

        assertThat(message.text()).contains("|PR 17 of shop #12>* succeeded");
        assertThat(texts(message)).startsWith("Pull request <https://git.example.org/17|Faster>");
    }

    @ParameterizedTest(name = "{0}, {1} s of {2} s: {3}")
    @CsvSource({
        "SUCCESS, 125, 130, took 2 min 5 s",
        "SUCCESS, 125,  84, took 2 min 5 s",
        "SUCCESS, 125,  80, 'took 2 min 5 s, usually 1 min 20 s'",
        "FAILURE, 125,  80, 'took 2 min 5 s, usually 1 min 20 s'",
        "SUCCESS, 125, 600, 'took 2 min 5 s, usually 10 min'",
        "FAILURE, 125, 600, took 2 min 5 s",
        "SUCCESS,   9,   2, took 9 s",
    })
    void shouldSayTheUsualDurationWhereItDiffersNotably(Outcome outcome, int took, int usual, String said) {
        BuildEvent event = aBuild().that(outcome, Trend.SAME)
                .lasting(Duration.ofSeconds(took))
                .finding(Findings.builder()
                        .usualDuration(Duration.ofSeconds(usual))
                        .build())
                .build();

        assertThat(texts(renderer.render(event, Severity.INFO, false)))
                .singleElement()
                .asString()
                .contains(" · " + said + " · ");
    }

    @Test
    void shouldSayForHowLongABuildHasBeenRunning() {
        assertThat(texts(renderer.render(aBuild().running().build(), Severity.INFO, false)))
                .singleElement()
                .asString()
                .startsWith("Info · running for 2 min 5 s · ");
    }

    @Test
    void shouldSendWhatTheJobsAuthorWroteAsItIsAndSayWhereItComesFrom() {
        String text = "Deployed *1.2* <!here>\n<https://shop.example.org|Open> & enjoy";

        RenderedMessage message = renderer.render(text, MessageFormat.PLAIN, aFailure(), Severity.INFO, false);

        assertThat(message.text()).isEqualTo(text);
        assertThat(texts(message))
                .containsExactly("<https://ci.example.org/job/shop/job/checkout/12/|shop » checkout #12>");
    }

    private static Attachment bar(RenderedMessage message) {
        assertThat(message.attachments()).hasSize(1);
        return message.attachments().get(0);
    }

    /** The texts below the headline: those in the message itself, then those beside the bar. */
    private static List<String> texts(RenderedMessage message) {
        JsonElement blocks =
                GsonFactory.createSnakeCase().toJsonTree(bar(message).getBlocks());
        return Stream.concat(
                        TextObjects.in(JsonParser.parseString(message.blocks())).stream()
                                .skip(1),
                        TextObjects.in(blocks).stream())
                .toList();
    }
}
