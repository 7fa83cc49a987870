package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.slack.api.model.Attachment;
import com.slack.api.util.json.GsonFactory;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.build.FailedStage;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DigestRendererTest {
    private static final int ALL_TEXT_IN_BLOCKS = 10_000;
    private static final String CI = "https://ci.example.org/job/";

    private final Gson gson = GsonFactory.createSnakeCase();
    private final BlockKitValidator slack = new BlockKitValidator();
    private final DigestRenderer renderer = new DigestRenderer();

    @Example
    void shouldGroupBySeverityTheWorstFirstAndByFolder() {
        RenderedMessage digest = renderer.render(
                List.of(
                        item("shop/api", Severity.ERROR),
                        item("docs", Severity.INFO),
                        item("shop/web", Severity.ERROR),
                        item("pay/web", Severity.ERROR),
                        item("base", Severity.CRITICAL)),
                false,
                0);

        assertThat(digest.attachments())
                .extracting(Attachment::getColor)
                .containsExactly(SeverityColours.of(Severity.CRITICAL));
        assertThat(texts(digest))
                .containsExactly(
                        ":rotating_light: *5 builds*: all broken",
                        ":rotating_light: <https://ci.example.org/job/base/|base #1> broken",
                        """
                        *pay*
                        :x: <https://ci.example.org/job/pay/web/|pay/web #1> broken
                        *shop*
                        :x: <https://ci.example.org/job/shop/api/|shop/api #1> broken
                        :x: <https://ci.example.org/job/shop/web/|shop/web #1> broken""",
                        ":x: <https://ci.example.org/job/docs/|docs #1> broken",
                        "Critical: 1 · Error: 3 · Info: 1");
    }

    /** What a notification and a screen reader have: the text alone. */
    @Example
    void shouldSayWhyOfEachAndInTheTextOfTheWorst() {
        BuildEvent broke = event("a", null, Outcome.FAILURE, Trend.REGRESSED).toBuilder()
                .findings(Findings.builder()
                        .failedStage(new FailedStage("Test", "no space left on device", List.of()))
                        .build())
                .build();

        RenderedMessage digest = renderer.render(
                List.of(
                        item("b", Outcome.SUCCESS, Trend.FIXED),
                        new DigestRenderer.Item(broke, Severity.CRITICAL),
                        item("c", Outcome.FAILURE, Trend.REGRESSED)),
                false,
                0);

        assertThat(digest.text())
                .isEqualTo(":rotating_light: *3 builds*: 2 broken, 1 fixed — a #1 broken — no space left on device");
        assertThat(texts(digest)).contains(":rotating_light: a #1 broken — no space left on device");
    }

    @Example
    void shouldCountWhatHappenedTheMostFirst() {
        RenderedMessage digest = renderer.render(
                List.of(
                        item("a", Outcome.SUCCESS, Trend.FIXED),
                        item("b", Outcome.FAILURE, Trend.STILL_FAILING),
                        item("c", Outcome.FAILURE, Trend.REGRESSED),
                        item("d", Outcome.FAILURE, Trend.REGRESSED)),
                false,
                0);

        assertThat(digest.text()).contains("*4 builds*: 2 broken, 1 fixed, 1 still failing — ");
    }

    @Example
    void shouldNotCountAgainWhatAllOfThemAre() {
        DigestRenderer.Item a = item("a", Outcome.FAILURE, Trend.FIRST);
        DigestRenderer.Item b = item("b", Outcome.FAILURE, Trend.FIRST);
        DigestRenderer.Item c = item("c", Outcome.FAILURE, Trend.FIRST);

        assertThat(renderer.render(List.of(a, b), false, 0).text()).contains("*2 builds*: both failed — ");
        assertThat(renderer.render(List.of(a, b, c), false, 0).text()).contains("*3 builds*: all failed — ");
    }

    @Example
    void shouldLinkToFewBuildsHoweverLongTheirAddressIs() {
        String address = CI + "folder/job/".repeat(15) + "a/1/";
        List<DigestRenderer.Item> items = IntStream.range(0, 4)
                .mapToObj(number -> item("a", address, Severity.ERROR))
                .toList();

        assertThat(texts(renderer.render(items, false, 0)))
                .element(1)
                .asString()
                .containsPattern("(?s)(<" + address + ".*){4}");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void shouldStayWithinSlacksLimits(@ForAll("digests") List<DigestRenderer.Item> items) {
        RenderedMessage digest = renderer.render(items, true, 0);

        assertThat(digest.text()).hasSizeLessThan(4_000).contains("*" + items.size() + " builds*");
        JsonArray shown = JsonParser.parseString(digest.blocks()).getAsJsonArray();
        assertThat(slack.validate(shown, "/blocks")).isEmpty();
        int length = slack.textLength(shown);
        for (Attachment bar : digest.attachments()) {
            JsonArray blocks = gson.toJsonTree(bar.getBlocks()).getAsJsonArray();
            assertThat(slack.validate(blocks, "/attachments/0/blocks")).isEmpty();
            length += slack.textLength(blocks);
        }
        assertThat(length).isLessThan(ALL_TEXT_IN_BLOCKS);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void shouldNameEachBuildOnALineOfItsOwn(@ForAll("digests") List<DigestRenderer.Item> items) {
        assertThat(texts(renderer.render(items, false, 0)).stream()
                        .flatMap(String::lines)
                        .filter(line -> line.startsWith(":")))
                .hasSize(items.size() + 1);
    }

    @Provide
    Arbitrary<List<DigestRenderer.Item>> digests() {
        Arbitrary<String> name = NastyText.ofMaxLength(500);
        Arbitrary<DigestRenderer.Item> item = Combinators.combine(
                        name, name.map(path -> CI + path).injectNull(0.1), Arbitraries.of(Severity.class))
                .as(DigestRendererTest::item);
        return item.list().ofMinSize(1).ofMaxSize(DigestRenderer.MAX_BUILDS);
    }

    private static DigestRenderer.Item item(String job, Severity severity) {
        return item(job, CI + job + "/", severity);
    }

    private static DigestRenderer.Item item(String job, Outcome outcome, Trend trend) {
        return new DigestRenderer.Item(event(job, null, outcome, trend), Severity.ERROR);
    }

    private static DigestRenderer.Item item(String job, @CheckForNull String url, Severity severity) {
        return new DigestRenderer.Item(event(job, url, Outcome.FAILURE, Trend.REGRESSED), severity);
    }

    private static BuildEvent event(String job, @CheckForNull String url, Outcome outcome, Trend trend) {
        return BuildEvent.builder(new BuildKey(job, 1, STARTED), outcome)
                .url(url)
                .trend(trend)
                .build();
    }

    private List<String> texts(RenderedMessage digest) {
        JsonArray all = JsonParser.parseString(digest.blocks()).getAsJsonArray();
        digest.attachments()
                .forEach(bar -> all.addAll(gson.toJsonTree(bar.getBlocks()).getAsJsonArray()));
        return TextObjects.in(all);
    }
}
