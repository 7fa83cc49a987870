package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.files.SpooledFile;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.event.Milestone;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.event.participants.Addressees;
import io.jenkins.plugins.slacknotify.outbox.ForwardingStore;
import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.routing.JobRules;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A story with messages of every kind, in which Jenkins is killed at one write: before it, in the middle of it, and after it. In the end
 * Slack has the same as where nothing happened.
 *
 * <p>{@code -Dslack-notify.kills=all} tries each write; otherwise some of them.
 */
class KilledAtEachWriteTest {
    /** How much of a write is done when Jenkins is killed. */
    private enum Done {
        NOTHING,
        HALF,
        ALL
    }

    /** An error that the last moments of a process throw. Whatever catches it, the process does nothing any more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A store that ends the process at a write. */
    private static final class MortalStore extends ForwardingStore {
        private final int lastWrite;
        private final Done done;
        private int writes;
        private boolean isKilled;

        MortalStore(int lastWrite, Done done) {
            this.lastWrite = lastWrite;
            this.done = done;
        }

        private interface Write {
            void of(List<Delivery> some) throws IOException;
        }

        private void write(List<Delivery> all, Write write) throws IOException {
            requireLife();
            isKilled = writes++ == lastWrite;
            int part = !isKilled || done == Done.ALL ? all.size() : done == Done.HALF ? all.size() / 2 : 0;
            write.of(all.subList(0, part));
            requireLife();
        }

        private void requireLife() {
            if (isKilled) {
                throw new Killed();
            }
        }

        @Override
        public boolean add(Delivery delivery) throws IOException {
            return addAll(List.of(delivery)).get(0);
        }

        @Override
        public List<Boolean> addAll(List<Delivery> deliveries) throws IOException {
            List<Boolean> added = new ArrayList<>();
            write(deliveries, some -> {
                for (Delivery each : some) {
                    added.add(super.add(each));
                }
            });
            return added;
        }

        @Override
        public void updateAll(List<Delivery> deliveries) throws IOException {
            write(deliveries, super::updateAll);
        }
    }

    /** What Jenkins hands over. After the end of its process it does so once more, unless it was done. */
    private interface HandOver {
        void run() throws Exception;
    }

    @TempDir
    Path folder;

    private MortalStore store;
    private EngineBench bench;
    private int announced;

    @Test
    void shouldLeaveTheSameInSlackWhereverJenkinsIsKilled() throws Exception {
        try (LoggedRecords log = LoggedRecords.of("io.jenkins.plugins.slacknotify")) {
            List<String> whole = tell(Integer.MAX_VALUE, Done.ALL);
            int writes = store.writes;
            for (int write : some(writes)) {
                for (Done done : Done.values()) {
                    assertThat(tell(write, done))
                            .as("killed at write %d, %s of it done", write, done)
                            .isEqualTo(whole);
                }
            }
        }
    }

    private static List<Integer> some(int writes) {
        return "all".equals(System.getProperty("slack-notify.kills"))
                ? IntStream.range(0, writes).boxed().toList()
                : new Random().ints(5, 0, writes).boxed().toList();
    }

    /** Returns what is in Slack at the end. */
    private List<String> tell(int lastWrite, Done done) throws Exception {
        store = new MortalStore(lastWrite, done);
        bench = new EngineBench(store, Files.createTempDirectory(folder, "files"));
        bench.slack.reachable = store::requireLife;
        bench.channelFolder = Files.createTempDirectory(folder, "channels");
        bench.subscriptions = List.of(EngineBench.hears("#builds", EventKind.values()));
        bench.people.with("ada");
        bench.newProcess();
        announced = 0;
        story();
        pass(Duration.ofHours(12));

        assertThat(bench.engine.deliveries().waiting()).isZero();
        Map<String, Integer> posts = new HashMap<>();
        bench.slack.messages().stream()
                .flatMap(message -> Stream.concat(
                        Stream.of(message.content().deliveryId()), message.content().companions().stream()))
                .forEach(id -> posts.merge(id, 1, Integer::sum));
        assertThat(posts).allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
        return Stream.of(
                        bench.slack.messages().stream().flatMap(KilledAtEachWriteTest::describe),
                        bench.slack.messages().stream().map(bench.slack::fileIn).filter(Objects::nonNull),
                        bench.slack.shared().stream().map(file -> file.replaceAll("\\..*", "")))
                .flatMap(each -> each)
                .sorted()
                .toList();
    }

    /** Which builds share a message depends on what waits at a moment. What is discarded may have been sent before. */
    private static Stream<String> describe(FakeSlack.Message message) {
        OutgoingMessage content = message.content();
        if (content.text().contains("shop/many") || !content.companions().isEmpty()) {
            return Stream.concat(Stream.of(content.deliveryId()), content.companions().stream());
        }
        return content.text().equals("Unwanted")
                ? Stream.of()
                : Stream.of(
                        message.location().channel() + (message.threadTs() == null ? " " : " reply ") + content.text());
    }

    private void story() throws Exception {
        complete(
                Milestone.STARTED,
                aBuild().of("app").number(1).during(Milestone.STARTED).build());
        complete(null, bad("app", 1, Trend.REGRESSED));
        announce(text("Deploying").reacting("eyes"));
        announce(text("Half of it").inThreadOf(handle("a1")));
        announceFile(text("The log"));
        bench.slack.loseNextAnswer();
        announce(text("Done").inPlaceOf(handle("a1")));
        complete(null, bad("app", 2, Trend.STILL_FAILING));
        announce(text("To people").toPeople(new Addressees(Set.of(), List.of("ada"))));
        bench.slack.loseNextAnswer();
        complete(null, good("app", 3));
        severalAtOnce();
        discarded();
        bench.slack.answerShow(FakeSlack.refused("cant_update_message", "Slack does not change it"));
        announceFile(text("Another log"));
    }

    private void severalAtOnce() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofSeconds(20)));
        announce(text("First of many"));
        for (int number = 1; number <= 6; number++) {
            BuildEvent end = bad("shop/many" + number, 1, Trend.REGRESSED);
            handOver(() -> bench.engine.buildCompleted(end), Duration.ofSeconds(1));
        }
        bench.slack.loseNextAnswer();
        pass(Duration.ofMinutes(5));
    }

    private void discarded() throws Exception {
        bench.slack.answerPost(new SlackResult.RateLimited<>(Duration.ofMinutes(10)));
        announce(text("Unwanted"));
        String id = handle("a" + announced).deliveryId();
        handOver(() -> bench.engine.deliveries().discard(id), Duration.ofMinutes(15));
    }

    private AnAnnouncement text(String text) {
        announced++;
        return named("a" + announced).of(build("pipeline" + announced, 1)).saying(text);
    }

    private static DeliveryHandle handle(String announcement) {
        return new DeliveryHandle(announcement + "-1", "#builds", true);
    }

    private void announce(AnAnnouncement announcement) throws Exception {
        handOver(() -> bench.engine.announce(announcement.build()), Duration.ofMinutes(1));
    }

    private void announceFile(AnAnnouncement announcement) throws Exception {
        String id = "a" + announced;
        bench.spool.receive(id, "shop", new ByteArrayInputStream(id.getBytes(StandardCharsets.UTF_8)), id.length());
        Path incoming = bench.spool.incomingFile(id);
        announce(announcement.showing(new SpooledFile(id + ".txt", "Log", incoming)));
        bench.spool.release(id);
    }

    private void complete(Milestone milestone, BuildEvent event) throws Exception {
        handOver(
                () -> {
                    if (milestone == null) {
                        bench.engine.buildCompleted(event);
                    } else {
                        bench.engine.milestoneReached(event, JobRules.NONE);
                    }
                },
                Duration.ofMinutes(1));
    }

    private void handOver(HandOver handOver, Duration then) throws Exception {
        do {
            try {
                handOver.run();
            } catch (Killed killed) {
                // As the build is.
            }
        } while (revive());
        pass(then);
    }

    private void pass(Duration time) throws Exception {
        try {
            bench.advance(time);
        } catch (Killed killed) {
            // The next process goes on.
        }
        if (revive()) {
            bench.advance(time);
        }
    }

    /** Begins the next process where this one was killed; false where it goes on. */
    private boolean revive() {
        boolean wasKilled = store.isKilled;
        if (wasKilled) {
            store.isKilled = false;
            bench.newProcess();
        }
        return wasKilled;
    }

    private static BuildEvent build(String job, int number) {
        return aBuild().of(job).number(number).that(Outcome.SUCCESS, Trend.SAME).build();
    }

    private static BuildEvent bad(String job, int number, Trend trend) {
        return aBuild().of(job).number(number).that(Outcome.FAILURE, trend).build();
    }

    private static BuildEvent good(String job, int number) {
        return aBuild().of(job)
                .number(number)
                .that(Outcome.SUCCESS, Trend.FIXED)
                .build();
    }
}
