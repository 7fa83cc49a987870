package io.jenkins.plugins.slacknotify.trigger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialReaderTest {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> read = new ArrayList<>();

    @Test
    void shouldReadOneAfterTheOtherInOneTask() {
        var reader = new SerialReader<String>(10, Runnable::run, tasks::add, read::add);

        reader.add("one");
        reader.add("two");

        assertThat(tasks).hasSize(1);
        assertThat(read).isEmpty();
        tasks.remove().run();
        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void shouldAskForAThreadLater() {
        var moments = new ArrayDeque<Runnable>();
        var reader = new SerialReader<String>(10, moments::add, tasks::add, read::add);

        reader.add("one");
        reader.add("two");

        assertThat(tasks).isEmpty();
        assertThat(moments).hasSize(1);
        moments.remove().run();
        tasks.remove().run();
        assertThat(read).containsExactly("one", "two");
    }

    @Test
    void shouldGoOnAfterItCouldNotAskForAThread() {
        var moments = new ArrayDeque<Runnable>();
        var isWithoutTimer = new AtomicBoolean(true);
        var reader = new SerialReader<String>(
                10,
                task -> {
                    if (isWithoutTimer.get()) {
                        throw new Error("unable to create native thread");
                    }
                    moments.add(task);
                },
                tasks::add,
                read::add);

        reader.add("one");
        isWithoutTimer.set(false);
        reader.add("two");
        moments.remove().run();
        tasks.remove().run();

        assertThat(read).containsExactly("two");
    }

    @Test
    void shouldAskForAThreadAgainAfterAllWasRead() {
        var reader = new SerialReader<String>(10, Runnable::run, tasks::add, read::add);
        reader.add("one");
        tasks.remove().run();

        reader.add("two");

        tasks.remove().run();
        assertThat(read).containsExactly("one", "two");
        assertThat(tasks).isEmpty();
    }

    @Test
    void shouldReadWhatIsAddedWhileItReads() {
        var added = new ArrayDeque<>(List.of("two", "three"));
        var self = new ArrayList<SerialReader<String>>();
        var reader = new SerialReader<String>(10, Runnable::run, tasks::add, one -> {
            read.add(one);
            if (!added.isEmpty()) {
                self.get(0).add(added.remove());
            }
        });
        self.add(reader);

        reader.add("one");
        tasks.remove().run();

        assertThat(read).containsExactly("one", "two", "three");
        assertThat(tasks).isEmpty();
    }

    @Test
    void shouldDropWhatThereIsNoRoomFor() {
        var reader = new SerialReader<String>(2, Runnable::run, tasks::add, read::add);

        List.of("one", "two", "three").forEach(reader::add);
        tasks.remove().run();
        reader.add("four");
        tasks.remove().run();

        assertThat(read).containsExactly("one", "two", "four");
    }

    @Test
    void shouldIgnoreWhatIsAddedAfterTheExecutorWasClosed() {
        var attempts = new AtomicInteger();
        var reader = new SerialReader<String>(
                2,
                Runnable::run,
                task -> {
                    attempts.incrementAndGet();
                    throw new RejectedExecutionException();
                },
                read::add);

        List.of("one", "two", "three", "four").forEach(reader::add);

        assertThat(attempts).hasValue(1);
        assertThat(read).isEmpty();
    }

    @Test
    void shouldGoOnAfterThereWasNoThread() {
        var isWithoutThreads = new AtomicBoolean(true);
        var reader = new SerialReader<String>(
                10,
                Runnable::run,
                task -> {
                    if (isWithoutThreads.get()) {
                        throw new Error("unable to create native thread");
                    }
                    tasks.add(task);
                },
                read::add);

        reader.add("one");
        isWithoutThreads.set(false);
        reader.add("two");

        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(read).containsExactly("two");
    }

    @Test
    void shouldReadEachOnceWhereManyThreadsAdd() {
        var all = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var reader = new SerialReader<Integer>(10_000, Runnable::run, threads, all::add);

            IntStream.range(0, 10_000).parallel().boxed().forEach(reader::add);

            await().until(() -> all.size() == 10_000);
            assertThat(all).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }
}
