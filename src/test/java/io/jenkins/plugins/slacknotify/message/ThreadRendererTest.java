package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Change;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuild;
import io.jenkins.plugins.slacknotify.event.build.DownstreamBuilds;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.build.TestResultSummary;
import io.jenkins.plugins.slacknotify.message.text.MessageSplitter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadRendererTest {
    private final ThreadRenderer renderer = new ThreadRenderer();

    @Test
    void shouldShowTheLogOfTheFirstStageThatHasOne() {
        Findings findings = Findings.builder()
                .failedStages(List.of(
                        new FailedStage("Lint", Outcome.UNSTABLE, "7 warnings", List.of()),
                        new FailedStage(null, "exit code 1", List.of("Error 1")),
                        new FailedStage("Test", "exit code 2", List.of("Error 2"))))
                .build();

        assertThat(texts(findings, true)).containsExactly("""
                *Last lines of the log*
                ```
                Error 1
                ```""");
    }

    @Test
    void shouldShowTheLogOfTheStageInACodeBlock() {
        FailedStage stage = new FailedStage(
                "Test",
                null,
                List.of("+ make", "\tcc -o <out>", "", "\u001b[31mError\u001b[0m: no `main`", "```<!here>"));

        assertThat(texts(Findings.builder().failedStage(stage).build(), true)).containsExactly("""
                        *Last lines of the log of Test*
                        ```
                        + make
                            cc -o &lt;out&gt;

                        Error: no `main`
                        '''&lt;!here&gt;
                        ```""");
        assertThat(texts(Findings.builder().failedStage(stage).build(), false)).isEmpty();
    }

    @Test
    void shouldKeepTheEndOfALogThatIsTooLong() {
        List<String> lines = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> number + " " + "&".repeat(100))
                .toList();

        assertThat(texts(
                        Findings.builder()
                                .failedStage(new FailedStage("Test", null, lines))
                                .build(),
                        true))
                .singleElement()
                .asString()
                .hasSizeLessThanOrEqualTo(MessageSplitter.MAX_PART)
                .contains("\n29 &amp;", "\n40 &amp;")
                .doesNotContain("\n28 ")
                .endsWith("\n```");
    }

    @Test
    void shouldListDownstreamBuildsTheWorstFirst() {
        DownstreamBuilds builds = new DownstreamBuilds(
                5,
                List.of(
                        new DownstreamBuild("shop » deploy #3", "https://ci.example.org/3/", Outcome.FAILURE),
                        new DownstreamBuild("docs #7", "https://ci.example.org/7/", Outcome.SUCCESS),
                        new DownstreamBuild("load <!here> #8", null, null),
                        new DownstreamBuild("lint #9", null, Outcome.UNSTABLE)));

        assertThat(texts(Findings.builder().downstream(builds).build(), false)).containsExactly("""
                        *5 downstream builds*
                        • <https://ci.example.org/3/|shop » deploy #3> failed
                        • lint #9 is unstable
                        • load &lt;!here&gt; #8 started
                        • <https://ci.example.org/7/|docs #7> succeeded
                        +1 more""");
    }

    @Test
    void shouldShowNoMoreDownstreamBuildsThanFitIntoOneMessage() {
        List<DownstreamBuild> known = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> new DownstreamBuild(
                        number + "x".repeat(200),
                        "https://ci.example.org/" + "y".repeat(220) + number,
                        number == 11 ? Outcome.FAILURE : Outcome.SUCCESS))
                .toList();

        assertThat(texts(
                        Findings.builder()
                                .downstream(new DownstreamBuilds(30, known))
                                .build(),
                        true))
                .singleElement()
                .asString()
                .hasSizeLessThanOrEqualTo(MessageSplitter.MAX_PART)
                .containsSubsequence("*30 downstream builds*", "11xxx", "30xxx", "29xxx")
                .containsPattern("\n\\+2\\d more$");
    }

    @Test
    void shouldListTheTestsThatTheMessageDoesNotShow() {
        TestResultSummary known = new TestResultSummary(9, 2, 0, 2, List.of("A.a", "A.b"), List.of("A.a", "A.b"));
        TestResultSummary more = new TestResultSummary(9, 2, 0, 1, List.of("A.a"), List.of("A.a", "A.b"));

        assertThat(texts(Findings.builder().tests(known).build(), true)).isEmpty();
        assertThat(texts(Findings.builder().tests(more).build(), true)).containsExactly("""
                        *1 more failing test*
                        • `A.b`""");
    }

    @Test
    void shouldCountWhatDoesNotFitIntoTwoMessages() {
        List<String> names = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> number + "x".repeat(140))
                .toList();

        List<String> texts = texts(
                Findings.builder()
                        .tests(new TestResultSummary(2_000, 1_200, 0, 0, List.of(), names))
                        .build(),
                true);

        assertThat(texts)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(MessageSplitter.MAX_PART));
        long shown = texts.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("•"))
                .count();
        assertThat(texts.get(0)).startsWith("*1,200 failing tests*\n• `1x");
        assertThat(texts.get(1)).endsWith("\n+" + String.format("%,d", 1_200 - shown) + " more");
    }

    @Test
    void shouldPutWhatIsShortIntoOneMessage() {
        Change[] changes = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> new Change(null, "Ada", "Change " + number))
                .toArray(Change[]::new);
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .with(changes)
                .finding(Findings.builder()
                        .failedStage(new FailedStage("Test", null, List.of("Error")))
                        .build())
                .build();

        assertThat(renderer.render(event, true, ThreadRenderer.Known.MESSAGE))
                .extracting(RenderedMessage::text)
                .singleElement()
                .asString()
                .startsWith("*Last lines of the log of Test*")
                .endsWith("```\n\n*1 more change*\n• Change 1 — Ada");
    }

    @Test
    void shouldListEverythingBelowATemplateWhichShowsWhatItsAuthorWants() {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(Findings.builder()
                        .tests(new TestResultSummary(9, 2, 0, 2, List.of("A.a", "A.b"), List.of("A.a", "A.b")))
                        .build())
                .build();

        assertThat(renderer.render(event, true, new ThreadRenderer.Known(false, null)))
                .extracting(RenderedMessage::text)
                .containsExactly("""
                        *2 failing tests*
                        • `A.a`
                        • `A.b`""");
    }

    @Test
    void shouldNotRepeatWhatTheThreadSaysOfTheBuildBefore() {
        FailedStage stage = new FailedStage("Test", "no space left on device", List.of("Error"));
        TestResultSummary tests = new TestResultSummary(9, 2, 0, 0, List.of(), List.of("A.a", "A.b"));
        Findings findings = Findings.builder().failedStage(stage).tests(tests).build();
        BuildEvent before = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(findings)
                .build();
        BuildEvent same = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(findings)
                .build();
        BuildEvent other = aBuild().that(Outcome.FAILURE, Trend.STILL_FAILING)
                .finding(Findings.builder()
                        .failedStage(new FailedStage("Test", "out of memory", List.of("Error 137")))
                        .build())
                .build();
        ThreadRenderer.Known known = new ThreadRenderer.Known(true, before);

        assertThat(renderer.render(same, true, known)).isEmpty();
        assertThat(renderer.render(other, true, known))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("Error 137"));
    }

    @Test
    void shouldHaveNothingToAddToAPlainBuild() {
        assertThat(renderer.render(aBuild().build(), true, ThreadRenderer.Known.MESSAGE))
                .isEmpty();
    }

    private List<String> texts(Findings findings, boolean withLog) {
        BuildEvent event = aBuild().that(Outcome.FAILURE, Trend.REGRESSED)
                .finding(findings)
                .build();
        return renderer.render(event, withLog, ThreadRenderer.Known.MESSAGE).stream()
                .map(RenderedMessage::text)
                .toList();
    }
}
