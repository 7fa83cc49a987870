package io.jenkins.plugins.slacknotify.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.MessageRenderer;
import io.jenkins.plugins.slacknotify.message.RandomBuild;
import io.jenkins.plugins.slacknotify.message.RandomText;
import io.jenkins.plugins.slacknotify.message.RenderedMessage;
import io.jenkins.plugins.slacknotify.message.TextObjects;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.MessageValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.Mrkdwn;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests properties of every message with a template, whatever template and build contain: Slack accepts it, all mentions are those
 * of the template, and every address begins as in the template or as the build's address in Jenkins. See
 * {@code GeneratedBuildsTest} for other seeds and numbers.
 */
class GeneratedTemplatesTest {
    private static final int BUILDS = Integer.getInteger("slack-notify.messages.builds", 500);
    private static final String LINKS = "https://(ci|git|wiki)\\.example\\.org/.*";
    private static final String MENTION = "<!subteam^S0TEMPLATE>";

    /** Pieces of templates whose author knows mrkdwn. */
    private static final List<String> GOOD = List.of(
            "<https://wiki.example.org/{branch}/${A}|wiki {cause} ${B, x=\"}\"}>",
            "<{url}{stage}|log of {job}>",
            MENTION,
            "${BUILD_LOG, maxLines=5}",
            "$NAME",
            "{{",
            "}}",
            "$$",
            "&lt;",
            "\n",
            " ",
            "*",
            "_");

    /** Pieces that are odd but harmless. */
    private static final List<String> ODD =
            List.of("<{url}>", "<https://wiki.example.org/x?{error}>", "`", "```", "&", ">", "|", "}", "$ ");

    private final Gson gson = GsonFactory.createSnakeCase();
    private final MessageValidator slack = new MessageValidator();
    private final BlockKitValidator blocks = new BlockKitValidator();
    private final MessageRenderer renderer = new MessageRenderer();

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("slack-notify.messages.seed", new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldBecomeMessagesThatSlackShowsAsTheyAreMeant(long seed) throws BrokenTemplateException {
        messages(seed, GOOD, (message, template) -> {
            check(message, template);
            JsonArray attachments = gson.toJsonTree(message.attachments()).getAsJsonArray();
            assertThat(slack.validate(message.text(), attachments)).isEmpty();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldBecomeMessagesThatSlackTakesThoughTheTemplateIsOdd(long seed) throws BrokenTemplateException {
        messages(seed, Stream.concat(GOOD.stream(), ODD.stream()).toList(), this::check);
    }

    private void messages(long seed, List<String> pieces, BiConsumer<RenderedMessage, String> check)
            throws BrokenTemplateException {
        Random random = new Random(seed);
        RandomBuild builds = new RandomBuild(random);
        RandomText texts = new RandomText(random);
        for (int number = 0; number < BUILDS; number++) {
            String template = template(random, pieces);
            BuildEvent build = builds.next();
            String said = ParsedTemplate.parse(template).fill(build, Severity.ERROR, macro -> texts.next());
            check.accept(renderer.renderTemplate(said, build, Severity.ERROR, random.nextBoolean()), template);
            check.accept(renderer.renderResolved(said, build, Severity.ERROR, builds.next(), Severity.INFO), template);
        }
    }

    /** A mistake of the template's author is refused, or harmless. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldStayWithinSlacksLimitsWhateverIsInATemplate(long seed) {
        Random random = new Random(seed);
        RandomBuild builds = new RandomBuild(random);
        RandomText texts = new RandomText(random);
        int filled = 0;
        for (int number = 0; number < BUILDS; number++) {
            try {
                BuildEvent build = builds.next();
                String said =
                        ParsedTemplate.parse(texts.next() + "{job}").fill(build, Severity.ERROR, macro -> texts.next());
                validate(renderer.renderTemplate(said, build, Severity.ERROR, false));
                filled++;
            } catch (BrokenTemplateException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(filled).isPositive();
    }

    private static String template(Random random, List<String> pieces) {
        Stream<String> placeholders = Stream.of(Placeholder.values()).map(Placeholder::inBraces);
        List<String> all = Stream.concat(pieces.stream(), placeholders).toList();
        return "x"
                + random.ints(random.nextInt(13), 0, all.size())
                        .mapToObj(all::get)
                        .collect(Collectors.joining(random.nextBoolean() ? "" : "\n"));
    }

    private void check(RenderedMessage message, String template) {
        validate(message);
        JsonArray shown = JsonParser.parseString(message.blocks()).getAsJsonArray();
        Stream.concat(Stream.of(message.text()), TextObjects.in(shown).stream()).forEach(text -> {
            Mrkdwn read = Mrkdwn.of(text);
            assertThat(read.mentions())
                    .as(template)
                    .allSatisfy(mention -> assertThat(MENTION).contains(mention))
                    .hasSizeLessThanOrEqualTo(count(template, MENTION));
            assertThat(read.links()).as(template).allMatch(link -> link.matches(LINKS));
        });
    }

    private void validate(RenderedMessage message) {
        JsonArray shown = JsonParser.parseString(message.blocks()).getAsJsonArray();
        assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
        assertThat(blocks.validate(shown, "/blocks")).isEmpty();
        message.attachments()
                .forEach(bar -> assertThat(
                                blocks.validate(gson.toJsonTree(bar.getBlocks()).getAsJsonArray(), "/blocks"))
                        .isEmpty());
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
