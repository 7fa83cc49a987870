package io.jenkins.plugins.slacknotify.engine;

import static io.jenkins.plugins.slacknotify.engine.AnAnnouncement.named;
import static io.jenkins.plugins.slacknotify.event.BuildEvents.aBuild;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.engine.sending.ChannelIds;
import io.jenkins.plugins.slacknotify.event.BuildEvent;
import io.jenkins.plugins.slacknotify.event.BuildEvents;
import io.jenkins.plugins.slacknotify.event.Trend;
import io.jenkins.plugins.slacknotify.event.build.FailureStreak;
import io.jenkins.plugins.slacknotify.event.build.Findings;
import io.jenkins.plugins.slacknotify.event.build.Outcome;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People change the channel while answers get lost, by chance: threads are locked and opened, the channel is archived, the bot leaves,
 * messages are deleted, another channel gets the name; and Jenkins is killed. In the end, every message was posted once.
 */
class ChangingChannelTest {
    private static final int STEPS = 40;
    private static final List<String> REFUSALS = List.of(
            "cannot_reply_to_message",
            "thread_not_found",
            "restricted_action_thread_locked",
            "is_archived",
            "not_in_channel",
            "invalid_blocks",
            "restricted_action",
            "internal_error");

    @AutoClose
    private final SandboxBench bench = new SandboxBench();

    private final List<SandboxMessage> deleted = new ArrayList<>();
    private final List<DeliveryHandle> handles = new ArrayList<>();
    private final Map<String, Integer> firstBad = new HashMap<>();
    private final Map<String, Integer> builds = new HashMap<>();
    private Random random;
    private int said;

    static Stream<Long> seeds() {
        Long seed = Long.getLong("slack-notify.changing.seed");
        return seed == null
                ? new Random()
                        .longs(Integer.getInteger("slack-notify.changing.schedules", 2))
                        .boxed()
                : Stream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldPostEveryMessageOnceWhateverPeopleChange(long seed) throws Exception {
        random = new Random(seed);
        bench.channelIds = ChannelIds.inMemory();
        bench.newProcess();
        bench.announce(named("first").saying("So that the id of the channel is known"));
        bench.advance(Duration.ofMinutes(1));
        for (int step = 0; step < STEPS; step++) {
            change();
            misfortune();
            handOver();
            bench.advance(Duration.ofMillis(random.nextInt(120_000)));
        }
        bench.slack.faults().clear();
        bench.workspace.channels().forEach(ChangingChannelTest.this::heal);
        bench.engine.retries().settingsChanged();
        bench.advance(Duration.ofHours(6));

        assertThat(bench.engine.deliveries().waiting()).isZero();
        Map<String, Integer> posts = new HashMap<>();
        Stream.concat(deleted.stream(), bench.workspace.channels().stream().flatMap(it -> it.messages().stream()))
                .flatMap(ChangingChannelTest::ids)
                .forEach(id -> posts.merge(id, 1, Integer::sum));
        assertThat(posts)
                .as("seed %d", seed)
                .allSatisfy((id, count) -> assertThat(count)
                        .as(() -> bench.engine.deliveries().find(id).toString())
                        .isBetween(1, mayBeTwice(id) ? 2 : 1));
        assertThat(handles)
                .allSatisfy(handle -> assertThat(bench.find(handle).state())
                        .as(() -> bench.find(handle).toString())
                        .isIn(Delivery.State.SENT, Delivery.State.FOLDED, Delivery.State.REFUSED));
    }

    /** Where the bot was put out of a channel before that was archived, nobody can look there, and people are told so. */
    private boolean mayBeTwice(String id) {
        return bench.engine
                .deliveries()
                .find(id)
                .map(Delivery::note)
                .filter(note -> note.contains("It may be there twice"))
                .isPresent();
    }

    private void heal(SandboxChannel channel) {
        channel.allowThreads().unarchive().invite("jenkins");
    }

    private static Stream<String> ids(SandboxMessage message) {
        JsonObject metadata = message.metadata();
        if (metadata == null) {
            return Stream.empty();
        }
        JsonObject payload = metadata.getAsJsonObject("event_payload");
        return Stream.concat(
                Stream.of(payload.get("id").getAsString()),
                payload.has("with")
                        ? Stream.of(payload.get("with").getAsString().split(" "))
                        : Stream.empty());
    }

    private void change() {
        SandboxChannel channel = bench.builds();
        switch (random.nextInt(16)) {
            case 0 -> channel.forbidThreads();
            case 1 -> channel.messages().forEach(message -> channel.lockThread(message.ts()));
            case 2, 3 -> channel.allowThreads();
            case 4 -> channel.archive();
            case 5, 6 -> channel.unarchive();
            case 7 -> channel.remove("jenkins");
            case 8 -> channel.invite("jenkins");
            case 9, 10 -> delete(channel);
            case 11, 12 -> giveNameAway(channel);
            default -> {}
        }
    }

    private void giveNameAway(SandboxChannel channel) {
        channel.rename("old" + said + "-" + random.nextInt(1_000));
        bench.workspace.channel("builds").invite("jenkins");
    }

    /** Nothing of which it is in doubt whether it is there. */
    private void delete(SandboxChannel channel) {
        List<SandboxMessage> messages = channel.messages();
        if (bench.engine.deliveries().waiting() == 0 && !messages.isEmpty()) {
            SandboxMessage message = messages.get(random.nextInt(messages.size()));
            deleted.add(message);
            channel.delete(message.ts());
        }
    }

    private void misfortune() {
        if (random.nextInt(14) == 0) {
            bench.newProcess();
        }
        if (random.nextInt(2) == 0) {
            bench.slack.faults().nextTimes(random.nextInt(3), "chat.postMessage", Fault.acceptedButAnswerLost());
        }
        if (random.nextInt(4) == 0) {
            bench.slack.faults().next("chat.postMessage", Fault.error(REFUSALS.get(random.nextInt(REFUSALS.size()))));
        }
        if (random.nextInt(6) == 0) {
            bench.slack
                    .faults()
                    .next(
                            "chat.update",
                            Fault.error(random.nextBoolean() ? "message_not_found" : "edit_window_closed"));
        }
        if (random.nextInt(6) == 0) {
            bench.slack.faults().next("chat.postMessage", Fault.acceptedButAnswerLost());
        }
    }

    private void handOver() throws Exception {
        for (int i = random.nextInt(5); i > 0; i--) {
            String job = "shop/job" + random.nextInt(6);
            handles.addAll(bench.engine.buildCompleted(next(job)));
        }
        if (random.nextInt(5) == 0) {
            said++;
            DeliveryHandle first = bench.announce(named("a" + said).saying("Deploying " + said));
            handles.add(first);
            handles.add(bench.announce(named("b" + said).saying("Half " + said).inThreadOf(first)));
            handles.add(bench.announce(named("c" + said).saying("Done " + said).inPlaceOf(first)));
        }
    }

    private BuildEvent next(String job) {
        int number = builds.merge(job, 1, Integer::sum);
        Integer first = firstBad.get(job);
        boolean bad = random.nextInt(3) > 0;
        Trend trend = bad
                ? (first == null ? Trend.REGRESSED : Trend.STILL_FAILING)
                : (first == null ? Trend.SAME : Trend.FIXED);
        Findings.Builder findings = Findings.builder();
        if (bad || first != null) {
            int from = first == null ? number : first;
            findings.failureStreak(new FailureStreak(
                    from,
                    BuildEvents.STARTED,
                    BuildEvents.STARTED.plusSeconds(125),
                    Math.max(1, number - from + 1),
                    false));
        }
        if (bad) {
            firstBad.putIfAbsent(job, number);
        } else {
            firstBad.remove(job);
        }
        return aBuild().of(job)
                .number(number)
                .that(bad ? Outcome.FAILURE : Outcome.SUCCESS, trend)
                .finding(findings.build())
                .build();
    }
}
