package io.jenkins.plugins.slacknotify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.event.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures what a build pays for the subscriptions of others. No part of the tests, as machines differ. */
class SubscriptionBenchmark {
    private static final int ROUNDS = 200_000;

    @TempDir
    Path folder;

    @Test
    void shouldFindFewOfManyFast() throws IOException {
        for (int number : List.of(1, 1_000, 5_000)) {
            measure(number);
        }
    }

    private void measure(int number) throws IOException {
        Subscriptions subscriptions =
                Subscriptions.in(folder.resolve(String.valueOf(number)), () -> Instant.parse("2026-03-01T10:00:00Z"));
        for (int at = 0; at < number; at++) {
            String pattern = at % 2 == 0 ? "team" + at + "/**" : "team" + at + "/job";
            subscriptions.add(
                    "id" + at,
                    new SubscriptionAuthor("ada" + at / Subscriptions.MAX_PER_ACCOUNT, "T0123456", "U0123456"),
                    new SubscriptionTarget(null, "C" + at / Subscriptions.MAX_PER_TARGET + "0000000", null),
                    new SubscriptionFilter(List.of(pattern), List.of(), Set.of(), Severity.INFO, List.of()));
        }
        DefaultSubscriptionPolicy book = new DefaultSubscriptionPolicy(
                subscriptions,
                Mutes.in(folder.resolve("m" + number), Instant::now, Runnable::run),
                new FakeSubscriptionGuard(),
                Runnable::run);
        int found = 0;
        for (int warm = 0; warm < ROUNDS; warm++) {
            found += book.rulesOf("team0/job").orElseThrow().rules().size();
        }
        long start = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            found += book.rulesOf("team0/job").orElseThrow().rules().size();
        }
        System.out.printf(
                "%d subscriptions: %.2f µs for the rules of a job%n",
                number, (System.nanoTime() - start) / 1_000.0 / ROUNDS);
        assertThat(found).isEqualTo(2 * ROUNDS);
    }
}
