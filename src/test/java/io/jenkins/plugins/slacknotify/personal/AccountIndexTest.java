package io.jenkins.plugins.slacknotify.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AccountIndexTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private int readings;
    private final List<AccountIndex.Entry> users = new ArrayList<>(List.of(
            new AccountIndex.Entry("ada", "Ada Lovelace", "Ada@example.org", "U0ADA00000"),
            new AccountIndex.Entry("grace", "Grace Hopper", null, null)));
    private final AccountIndex index = new AccountIndex(this::read, () -> now);

    private List<AccountIndex.Entry> read() {
        readings++;
        return List.copyOf(users);
    }

    @Test
    void shouldFindByAddressInAnyCase() {
        assertThat(index.withAddress(" ADA@EXAMPLE.ORG ")).containsExactly("ada");
        assertThat(index.withAddress("grace@example.org")).isEmpty();
    }

    @Test
    void shouldFindAllWhoShareAnAddress() {
        users.add(new AccountIndex.Entry("eve", "Eve", "ada@example.org", null));

        assertThat(index.withAddress("ada@example.org")).containsExactly("ada", "eve");
    }

    @Test
    void shouldFindByIdAndByFullName() {
        assertThat(index.withName("GRACE")).containsExactly("grace");
        assertThat(index.withName("grace hopper")).containsExactly("grace");
        assertThat(index.withName("")).isEmpty();
    }

    @Test
    void shouldFindSomebodyOnceWhoseNameIsTheId() {
        users.add(new AccountIndex.Entry("linus", "linus", null, null));

        assertThat(index.withName("linus")).containsExactly("linus");
    }

    @Test
    void shouldFindWhoHasProvenToBeAMember() {
        assertThat(index.withProven("u0ada00000")).containsExactly("ada");
        assertThat(index.withProven("ada")).isEmpty();
        assertThat(index.withName("U0ADA00000")).isEmpty();
    }

    /** A security realm that does not answer must not keep others from what is known. */
    @Test
    void shouldGoOnWithWhatItKnowsWhileSomebodyElseReads() throws Exception {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean();
        AccountIndex slowly = new AccountIndex(
                () -> {
                    if (slow.get()) {
                        isReading.countDown();
                        awaitUninterruptibly(mayEnd);
                    }
                    return List.copyOf(users);
                },
                () -> now);
        slowly.withName("ada");
        slow.set(true);
        now = now.plus(Duration.ofMinutes(2));
        CompletableFuture<Set<String>> reader = CompletableFuture.supplyAsync(() -> slowly.withName("ada"));
        isReading.await();

        assertThat(slowly.withName("grace")).containsExactly("grace");
        mayEnd.countDown();
        assertThat(reader.get()).containsExactly("ada");
    }

    @Test
    void shouldGoOnAfterAReadingThatFailed() {
        AtomicBoolean fails = new AtomicBoolean();
        AccountIndex failing = new AccountIndex(
                () -> {
                    if (fails.get()) {
                        throw new IllegalStateException("no realm");
                    }
                    return List.copyOf(users);
                },
                () -> now);
        failing.withName("ada");
        fails.set(true);
        now = now.plus(Duration.ofMinutes(2));

        assertThatIllegalStateException().isThrownBy(() -> failing.withName("ada"));
        fails.set(false);
        assertThat(failing.withName("ada")).containsExactly("ada");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldReadOnceAMinute() {
        index.withName("linus");
        users.add(new AccountIndex.Entry("linus", "Linus", null, null));
        now = now.plus(Duration.ofSeconds(59));
        assertThat(index.withName("linus")).isEmpty();
        assertThat(readings).isOne();

        now = now.plus(Duration.ofSeconds(1));
        assertThat(index.withName("linus")).containsExactly("linus");
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void shouldReadAnewWhereTheClockWasSetBack() {
        index.withName("linus");
        users.add(new AccountIndex.Entry("linus", "Linus", null, null));
        now = now.minus(Duration.ofHours(1));

        assertThat(index.withName("linus")).containsExactly("linus");
    }
}
