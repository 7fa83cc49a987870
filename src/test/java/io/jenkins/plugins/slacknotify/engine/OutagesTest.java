package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.message.MessageFormat;
import io.jenkins.plugins.slacknotify.message.text.Mention;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Slack is out of order again and again, for up to an hour and a half and in another way each time, while jobs say something, and Jenkins is
 * killed. In the end all their words are there, each once, and those of a build in their order.
 */
class OutagesTest {
    private static final List<String> CHANNELS = List.of("C0000000001", "C0000000002", "C0000000003");
    private static final int OUTAGES = 4;

    private static final List<SlackResult<MessageLocation>> TROUBLES = List.of(
            new SlackResult.Unknown<>("Slack answered \"internal_error\"", true),
            new SlackResult.Unknown<>("Slack answered HTTP 503", true, true),
            new SlackResult.Refused<>(new Refusal("http_403", "Ask who runs the proxy")),
            new SlackResult.Refused<>(new Refusal("team_added_to_org", "Wait")),
            new SlackResult.Unknown<>("No answer in time"),
            new SlackResult.Unreachable<>("Connection refused"),
            new SlackResult.RateLimited<>(Duration.ofSeconds(30)));

    private final EngineBench bench = new EngineBench();
    private final Map<String, List<String>> words = new HashMap<>();
    private int said;
    private Random random;

    static Stream<Long> seeds() {
        Long seed = Long.getLong("slack-notify.outages.seed");
        return seed == null
                ? new Random()
                        .longs(Integer.getInteger("slack-notify.outages.schedules", 5))
                        .boxed()
                : Stream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSayEveryWordOnce(long seed) throws Exception {
        random = new Random(seed);
        bench.people.with("ada");
        for (int outage = 0; outage < OUTAGES; outage++) {
            bench.slack.refuseWhatSays("", TROUBLES.get(random.nextInt(TROUBLES.size())));
            pass(90);
            bench.slack.refuseWhatSays("what nobody says", null);
            pass(30);
            // So that two outages are not one.
            bench.advance(Duration.ofMinutes(15));
        }

        List<String> texts = bench.slack.texts();
        assertThat(texts).as("seed %d", seed).hasSize(said);
        assertThat(words.values())
                .as("seed %d", seed)
                .allSatisfy(ofBuild ->
                        assertThat(texts).filteredOn(ofBuild::contains).containsExactlyElementsOf(ofBuild));
    }

    /** @param minutes how many pass, at most */
    private void pass(int minutes) throws Exception {
        int steps = 1 + random.nextInt(6);
        for (int step = 0; step < steps; step++) {
            if (random.nextInt(3) > 0) {
                say();
            }
            if (random.nextInt(8) == 0) {
                bench.slack.loseNextAnswer();
            }
            if (random.nextInt(10) == 0) {
                bench.newProcess();
            }
            bench.advance(Duration.ofSeconds(random.nextInt(minutes * 60) / steps));
        }
    }

    private void say() throws Exception {
        String id = "word-" + said;
        String text = "Word " + said++;
        boolean mentions = random.nextInt(3) == 0;
        int build = 1 + random.nextInt(8);
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        bench.announce(named(id)
                .of(aBuild().number(build).build())
                .saying(text)
                .to(channel)
                .shownAs(mentions ? new MessageFormat(false, null, Mention.of(List.of("ada"))) : MessageFormat.PLAIN));
        words.computeIfAbsent(channel + " " + build, unused -> new ArrayList<>())
                .add((mentions ? "<@" + FakePeople.slackId("ada") + "> " : "") + text);
    }
}
