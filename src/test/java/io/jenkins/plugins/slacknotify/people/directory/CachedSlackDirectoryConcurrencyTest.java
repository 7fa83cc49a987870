package io.jenkins.plugins.slacknotify.people.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.outbox.ManualClock;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.model.SlackUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests {@link CachedSlackDirectory} with many threads at once. */
class CachedSlackDirectoryConcurrencyTest {
    private static final int THREADS = 16;
    private static final int PEOPLE = 40;

    private final FakeWorkspaceGateway slack = new FakeWorkspaceGateway();
    private final ManualClock clock = new ManualClock();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void shouldNeverAnswerWithAnotherWorkspacesPerson() throws Exception {
        Map<SlackConnection, String> teams = Map.of(
                slack.token("a-1", "T1"), "T1",
                slack.token("a-2", "T1"), "T1",
                slack.token("b-1", "T2"), "T2",
                slack.token("b-2", "T2"), "T2");
        List.of("T1", "T2").forEach(this::populate);
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, folder, clock);

        List<Integer> wrong = runInAll(thread -> {
            Random random = new Random(thread);
            List<SlackConnection> tokens = new ArrayList<>(teams.keySet());
            int mixedUp = 0;
            for (int round = 0; round < 2_000; round++) {
                SlackConnection token = tokens.get(random.nextInt(tokens.size()));
                int person = random.nextInt(PEOPLE);
                if (random.nextInt(2_000) == 0) {
                    clock.advance(Duration.ofDays(8));
                }
                if (!directory.find(token, address(person)).equals(expected(teams.get(token), person))) {
                    mixedUp++;
                }
            }
            return mixedUp;
        });

        assertThat(wrong).containsOnly(0);
        assertThat(slack.calls().stream().filter(call -> call.endsWith("identify")))
                .hasSize(teams.size());
        teams.forEach(
                (token, team) -> assertThat(new CachedSlackDirectory(slack, folder, clock).find(token, address(1)))
                        .isEqualTo(expected(team, 1)));
    }

    @Test
    void shouldCostOneCallHoweverManyAskAtOnce() throws Exception {
        SlackConnection token = slack.token("a-1", "T1");
        CountDownLatch asking = new CountDownLatch(THREADS);
        slack.answerLookUps(() -> {
            awaitLatch(asking);
            return new SlackResult.Success<>(Optional.empty());
        });
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, folder, clock);

        List<Future<SlackResult<Optional<SlackUser>>>> answers = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> {
                    asking.countDown();
                    return directory.find(token, "nobody@example.org");
                }))
                .toList();

        for (Future<SlackResult<Optional<SlackUser>>> each : answers) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(new SlackResult.Success<>(Optional.empty()));
        }
        assertThat(slack.calls()).containsExactly("T1 identify", "T1 byEmail nobody@example.org");
    }

    @Test
    void shouldNotPassARefusalOnToAnotherToken() throws Exception {
        SlackConnection limited = slack.token("a-1", "T1");
        SlackConnection free = slack.token("a-2", "T1");
        populate("T1");
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, folder, clock);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        slack.answerLookUps(() -> {
            asked.countDown();
            awaitLatch(answer);
            return new SlackResult.RateLimited<>(Duration.ofSeconds(5));
        });
        Future<?> slow = threads.submit(() -> directory.find(limited, address(1)));
        awaitLatch(asked);
        slack.answerLookUps(null);

        assertThat(directory.find(free, address(1))).isEqualTo(expected("T1", 1));
        answer.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo(new SlackResult.RateLimited<>(Duration.ofSeconds(5)));
    }

    @Test
    void shouldLetAnInterruptedThreadGo() throws Exception {
        SlackConnection token = slack.token("a-1", "T1");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CachedSlackDirectory directory = new CachedSlackDirectory(slack, folder, clock);
        slack.answerLookUps(() -> {
            asked.countDown();
            awaitLatch(answer);
            return new SlackResult.Success<>(Optional.empty());
        });
        Future<?> first = threads.submit(() -> directory.find(token, address(1)));
        awaitLatch(asked);

        Thread.currentThread().interrupt();
        assertThat(directory.find(token, address(1))).isInstanceOf(SlackResult.Unreachable.class);
        assertThat(Thread.interrupted()).isTrue();

        answer.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertThat(slack.lookUps()).hasSize(1);
    }

    private void populate(String team) {
        IntStream.range(0, PEOPLE).forEach(person -> slack.add(team, address(person), user(team, person)));
    }

    private static String address(int person) {
        return person + "@example.org";
    }

    private static SlackUser user(String team, int person) {
        return new SlackUser("U0" + team + person, team + " " + person, false, false);
    }

    private static SlackResult<Optional<SlackUser>> expected(String team, int person) {
        return new SlackResult.Success<>(Optional.of(user(team, person)));
    }

    private List<Integer> runInAll(ThreadWork work) throws Exception {
        List<Callable<Integer>> tasks = IntStream.range(0, THREADS)
                .<Callable<Integer>>mapToObj(thread -> () -> work.run(thread))
                .toList();
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> result : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
            results.add(result.get());
        }
        return results;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface ThreadWork {
        int run(int thread);
    }
}
