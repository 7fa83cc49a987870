package io.jenkins.plugins.slacknotify.outbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {
    private final List<List<String>> batches = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void shouldWriteWhatThreadsBringMeanwhileInOneBatch() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit<String> commit = new GroupCommit<>(batch -> {
            batches.add(batch);
            writing.countDown();
            await(goOn);
        });
        Future<?> first = threads.submit(() -> write(commit, "first"));
        await(writing);
        List<? extends Future<?>> others = IntStream.range(0, 5)
                .mapToObj(i -> threads.submit(() -> write(commit, "other")))
                .toList();
        while (commit.countWaiting() < 5) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.get();
        for (Future<?> other : others) {
            other.get();
        }

        assertThat(batches).containsExactly(List.of("first"), List.of("other", "other", "other", "other", "other"));
    }

    @Test
    void shouldTellEachWriterOfAFailureAndWriteOn() throws IOException {
        AtomicBoolean fails = new AtomicBoolean(true);
        GroupCommit<String> commit = new GroupCommit<>(batch -> {
            if (fails.get()) {
                throw new OutOfMemoryError("for the test");
            }
            batches.add(batch);
        });

        assertThatThrownBy(() -> commit.write(List.of("lost")))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        fails.set(false);
        commit.write(List.of("kept"));

        assertThat(batches).containsExactly(List.of("kept"));
    }

    @Test
    void shouldWriteOnAfterAnErrorThatIsNotTheSinks() throws IOException {
        GroupCommit<String> commit = new GroupCommit<>(batches::add);
        assertThatThrownBy(() -> commit.exclusively(() -> {
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        commit.write(List.of("kept"));

        assertThat(batches).containsExactly(List.of("kept"));
    }

    @Test
    void shouldWriteNothingDuringAnAction() throws Exception {
        GroupCommit<String> commit = new GroupCommit<>(batches::add);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> action = threads.submit(() -> {
            commit.exclusively(() -> {
                started.countDown();
                await(goOn);
                assertThat(batches).isEmpty();
            });
            return null;
        });
        await(started);
        Future<?> write = threads.submit(() -> write(commit, "waits"));
        while (commit.countWaiting() < 1) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        action.get();
        write.get();

        assertThat(batches).containsExactly(List.of("waits"));
    }

    @Test
    void shouldKeepAnInterruptForLater() throws IOException {
        GroupCommit<String> commit = new GroupCommit<>(batches::add);
        Thread.currentThread().interrupt();

        commit.write(List.of("kept"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(batches).hasSize(1);
    }

    @Test
    void shouldLeaveNobodyWaitingWhateverThreadsDoAtOnce() throws Exception {
        int writers = 8;
        int writesOfEach = 500;
        GroupCommit<String> commit = new GroupCommit<>(batch -> {
            if (batch.size() > 3 && batch.get(0).endsWith("7")) {
                throw new IOException("for the test");
            }
            batches.add(batch);
        });
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String name = i + "-";
            running.add(threads.submit(() -> writeSome(commit, name, writesOfEach)));
        }
        int kept = 0;
        for (Future<Integer> one : running) {
            kept += one.get();
        }

        assertThat(batches.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(kept);
    }

    /** Returns how many of them were written. Is interrupted now and then, and at other times wants to be alone. */
    private static int writeSome(GroupCommit<String> commit, String name, int count) throws IOException {
        int written = 0;
        for (int i = 0; i < count; i++) {
            if (i % 5 == 0) {
                Thread.currentThread().interrupt();
            }
            if (i % 11 == 0) {
                commit.exclusively(() -> {});
            }
            try {
                commit.write(List.of(name + i));
                written++;
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("for the test");
            }
        }
        assertThat(Thread.interrupted()).isTrue();
        return written;
    }

    private static Void write(GroupCommit<String> commit, String text) throws IOException {
        commit.write(List.of(text));
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
