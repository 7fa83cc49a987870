package io.jenkins.plugins.slacknotify.message;

import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Change;
import io.jenkins.plugins.slacknotify.event.Outcome;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every message, whatever the build contains. */
class MessagePropertiesTest {
    private static final int TEXT_SHOWN_WHOLE = 4_000;
    private static final int ALL_TEXT_IN_BLOCKS = 10_000;
    private static final Pattern LINK = Pattern.compile("<([^<>|]*)\\|([^<>|]+)>");
    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(amp|lt|gt);)");
    private static final Pattern BREAKS_THE_LINE =
            Pattern.compile("[\\p{gc=Cc}\\p{gc=Zl}\\p{gc=Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    private final Gson gson = GsonFactory.createSnakeCase();
    private final BlockKitValidator slack = new BlockKitValidator();
    private final MessageRenderer renderer = new MessageRenderer();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldStayWithinSlacksLimits(@ForAll("builds") BuildEvent event, @ForAll Severity severity) {
        RenderedMessage message = renderer.render(event, severity);

        assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(TEXT_SHOWN_WHOLE);
        assertThatSlackTakes(message);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldStayWithinSlacksLimitsWithATextOfTheJobsAuthor(
            @ForAll("builds") BuildEvent event, @ForAll("texts") String text) {
        MessageParts.split(text).forEach(part -> {
            RenderedMessage message = renderer.render(part, event, Severity.INFO, false);

            assertThat(message.text()).isEqualTo(part).hasSizeLessThanOrEqualTo(TEXT_SHOWN_WHOLE);
            assertThatSlackTakes(message);
        });
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldLinkToTheBuildAndMentionNobody(@ForAll("builds") BuildEvent event, @ForAll Severity severity) {
        RenderedMessage message = renderer.render(event, severity);

        assertThatNothingIsMarkupBut(ownLinks(event), message.text());
        textsIn(message).forEach(text -> assertThatNothingIsMarkupBut(ownLinks(event), text));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldSayItsHeadlineInOneLineThatRunsInOneDirection(@ForAll("builds") BuildEvent event) {
        assertThat(renderer.render(event, Severity.ERROR).text()).doesNotContainPattern(BREAKS_THE_LINE);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shouldLoseNothingOfALongTextButLineBreaksAtWhichItWasCut(@ForAll("texts") String text) {
        List<String> parts = MessageParts.split(text);

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(MessageParts.PART_LIMIT));
        int at = 0;
        for (String part : parts) {
            boolean cutAtABreak = !text.startsWith(part, at);
            at += cutAtABreak ? 1 : 0;
            assertThat(text.startsWith(part, at))
                    .as("the text goes on at %d with the next part", at)
                    .isTrue();
            assertThat(cutAtABreak && text.charAt(at - 1) != '\n').isFalse();
            at += part.length();
        }
        assertThat(text.substring(at)).isIn("", "\n");
    }

    @Provide
    Arbitrary<BuildEvent> builds() {
        Arbitrary<String> text = NastyText.ofMaxLength(4_000);
        Arbitrary<String> url =
                text.map(path -> "https://ci.example.org/job/" + path + "/").injectNull(0.1);
        Arbitrary<String> line = NastyText.ofMaxLength(500);
        Arbitrary<Change[]> changes = Combinators.combine(line, line)
                .as((author, summary) -> new Change(null, author, summary))
                .array(Change[].class)
                .ofMaxSize(6);
        Arbitrary<Duration> duration =
                Arbitraries.longs().between(-10, 1L << 40).map(Duration::ofMillis);
        return Combinators.combine(text, text, url, text.injectNull(0.1), changes, duration, standing())
                .as((job, build, address, cause, changed, time, standing) -> aBuild().named(job, build)
                        .at(address)
                        .causedBy(cause)
                        .with(changed)
                        .lasting(time)
                        .that(standing.outcome(), standing.trend())
                        .build());
    }

    private record Standing(Outcome outcome, Trend trend) {}

    private static Arbitrary<Standing> standing() {
        return Combinators.combine(Arbitraries.of(Outcome.class), Arbitraries.of(Trend.class))
                .as(Standing::new);
    }

    @Provide
    Arbitrary<String> texts() {
        return NastyText.ofMaxLength(4_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(pieces -> "x" + String.join("", pieces));
    }

    private void assertThatSlackTakes(RenderedMessage message) {
        assertThat(message.attachments()).hasSize(1);
        JsonArray blocks =
                gson.toJsonTree(message.attachments().get(0).getBlocks()).getAsJsonArray();
        assertThat(slack.validate(blocks, "/attachments/0/blocks")).isEmpty();
        assertThat(slack.textLength(blocks)).isLessThan(ALL_TEXT_IN_BLOCKS);
    }

    private List<String> textsIn(RenderedMessage message) {
        JsonArray blocks =
                gson.toJsonTree(message.attachments().get(0).getBlocks()).getAsJsonArray();
        return TextObjects.in(blocks);
    }

    private static List<String> ownLinks(BuildEvent event) {
        if (event.url() == null) {
            return List.of();
        }
        String escaped = Mrkdwn.link(event.url(), "x", 1);
        String console = Mrkdwn.link(event.url() + "console", "x", 1);
        return List.of(escaped.replaceFirst("\\|x>$", ""), console.replaceFirst("\\|x>$", ""));
    }

    private static void assertThatNothingIsMarkupBut(List<String> ownLinks, String text) {
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            assertThat("<" + link.group(1)).isIn(ownLinks);
        }
        assertThat(link.replaceAll("")).doesNotContain("<").doesNotContain(">");
        assertThat(text).doesNotContainPattern(BARE_AMPERSAND);
    }
}
