package io.jenkins.plugins.slacknotify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.Severity;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonRow;
import io.jenkins.plugins.slacknotify.sandbox.rules.BlockKitValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.MessageValidator;
import io.jenkins.plugins.slacknotify.sandbox.rules.Mrkdwn;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests properties of every message, whatever the build contains: Slack accepts it and shows it unchanged, no text of the build
 * makes a link or a mention, and no character is cut in two.
 *
 * <p>The seed is part of the test's name. {@code -Dslack-notify.messages.builds=100000} runs more builds,
 * {@code -Dslack-notify.messages.seed=…} those of a certain seed.
 */
class GeneratedBuildsTest {
    private static final int BUILDS = Integer.getInteger("slack-notify.messages.builds", 2_000);
    private static final String OWN = "https://(ci|git)\\.example\\.org/.*";

    private final Gson gson = GsonFactory.createSnakeCase();
    private final MessageValidator slack = new MessageValidator();
    private final BlockKitValidator blockKit = new BlockKitValidator();
    private final MessageRenderer renderer = new MessageRenderer();
    private final ThreadRenderer threads = new ThreadRenderer();

    static Stream<Long> seeds() {
        return Stream.of(Long.getLong("slack-notify.messages.seed", new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldBecomeMessagesThatSlackTakes(long seed) {
        System.out.printf("%,d builds of the seed %d%n", BUILDS, seed);
        Random random = new Random(seed);
        RandomBuild builds = new RandomBuild(random);
        for (int number = 0; number < BUILDS; number++) {
            BuildEvent build = builds.next();
            Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
            RenderedMessage message = renderer.render(build, severity, random.nextBoolean());
            List<RenderedMessage> details = threads.render(build, random.nextBoolean(), ThreadRenderer.Known.MESSAGE);

            assertThat(message.text().lines())
                    .as("headline of build %d", number)
                    .hasSize(1);
            assertThat(message.attachments()).hasSize(1);
            assertThat(details).hasSizeLessThanOrEqualTo(ThreadRenderer.MAX_MESSAGES);
            Stream.concat(Stream.of(message), details.stream()).forEach(this::check);
            Stream.of(ButtonRow.acting(build, severity), ButtonRow.linking(build))
                    .flatMap(Optional::stream)
                    .map(row -> renderer.withButtons(message, row))
                    .forEach(this::check);
            check(renderer.renderCard(build, severity, List.of()));
        }
    }

    private void check(RenderedMessage message) {
        JsonArray attachments = gson.toJsonTree(message.attachments()).getAsJsonArray();
        assertThat(slack.validate(message.text(), attachments)).isEmpty();
        check(message.blocks());
        slack.texts(message.text(), attachments).forEach(GeneratedBuildsTest::checkText);
    }

    private void check(String json) {
        JsonArray blocks = JsonParser.parseString(json).getAsJsonArray();
        assertThat(blockKit.validate(blocks, "/blocks")).isEmpty();
        TextObjects.in(blocks).forEach(GeneratedBuildsTest::checkText);
    }

    private static void checkText(String text) {
        Mrkdwn shown = Mrkdwn.of(text);
        assertThat(shown.mentions()).isEmpty();
        assertThat(shown.links()).allMatch(link -> link.matches(OWN));
        for (String cluster : RandomText.CLUSTERS) {
            assertThat(count(text, Character.toString(cluster.codePointAt(0))))
                    .as("%s in %s", cluster, text)
                    .isEqualTo(count(text, cluster));
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
