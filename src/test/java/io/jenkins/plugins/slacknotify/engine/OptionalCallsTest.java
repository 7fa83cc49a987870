package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages can be posted, and some of the calls that a message can do without fail each time, in ways that are drawn by lot. */
class OptionalCallsTest {
    private static final List<String> METHODS = List.of(
            "reactions.add",
            "chat.update",
            "chat.getPermalink",
            "conversations.join",
            "files.getUploadURLExternal",
            "upload",
            "files.completeUploadExternal");

    private static final List<Supplier<Fault>> FAULTS = List.of(
            () -> Fault.error("internal_error"),
            () -> Fault.error("missing_scope"),
            () -> Fault.status(403),
            () -> Fault.status(503),
            Fault::html,
            Fault::empty200,
            Fault::closeBeforeReading);

    @TempDir
    Path files;

    @AutoClose
    private SandboxBench bench;

    private Random random;

    @BeforeEach
    void open() {
        bench = new SandboxBench(files);
    }

    static Stream<Long> seeds() {
        Long seed = Long.getLong("slack-notify.optional.seed");
        return seed == null
                ? new Random()
                        .longs(Integer.getInteger("slack-notify.optional.schedules", 4))
                        .boxed()
                : Stream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldSayAllThatABuildHasToSay(long seed) throws Exception {
        random = new Random(seed);
        for (String method : METHODS) {
            if (random.nextBoolean()) {
                bench.slack
                        .faults()
                        .always(
                                method,
                                FAULTS.get(random.nextInt(FAULTS.size())).get());
            }
        }
        if (random.nextBoolean()) {
            bench.builds().remove("jenkins");
        }
        if (random.nextBoolean()) {
            bench.workspace.files().ignoredByUpdates();
        }
        DeliveryHandle first = bench.announceFile(say("a", "Nightly").wantingPermalink(), "all green")
                .get(0);
        pass();
        bench.announce(say("b", "Half").inThreadOf(first));
        pass();
        bench.engine.buildCompleted(SandboxBench.broken());
        bench.advance(Duration.ofHours(8));

        assertThat(bench.texts().stream().filter(text -> !text.isEmpty()))
                .as("seed %d", seed)
                .hasSize(3)
                .startsWith("Nightly", "Half")
                .last()
                .asString()
                .contains("#41");
    }

    private AnAnnouncement say(String id, String text) {
        AnAnnouncement announcement =
                named(id).of(SandboxBench.broken()).saying(text).to("#builds");
        return random.nextBoolean() ? announcement.reacting("eyes", "tada") : announcement;
    }

    private void pass() {
        bench.advance(Duration.ofSeconds(random.nextInt(90)));
    }
}
