package io.jenkins.plugins.slacknotify.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineLogTest {
    @TempDir
    Path folder;

    private LineLog open() {
        return new LineLog(new LineFile(folder.resolve("log.jsonl"), "the test"));
    }

    @Test
    void shouldWriteNothingBeforeItIsToldToAndThenAllInOrder() {
        LineLog log = open();
        log.append(() -> "a");
        log.append(() -> "b");
        assertThat(open().read()).isEmpty();

        log.write();
        assertThat(open().read()).containsExactly("a", "b");
        log.append(() -> "c");
        log.write();
        log.write();
        assertThat(open().read()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldReplaceWhatWasNotedBefore() {
        LineLog log = open();
        log.append(() -> "a");
        log.write();
        log.append(() -> "b");
        log.replace(List.of(() -> "x", () -> "y"));
        log.append(() -> "z");
        log.write();

        assertThat(open().read()).containsExactly("x", "y", "z");
    }

    /** For lack of a permission or of file descriptors, say: what is there is not lost by that. Here it is a folder for a moment. */
    @Test
    void shouldReplaceNothingThatCouldNotBeRead() throws IOException {
        Path file = folder.resolve("log.jsonl");
        Path aside = Files.writeString(folder.resolve("aside"), "a\n");
        Files.createDirectory(file);
        LineLog log = open();
        assertThat(log.read()).isEmpty();
        Files.delete(file);
        Files.move(aside, file);

        log.append(() -> "b");
        log.append(() -> "b is forgotten");
        log.replace(List.of());
        log.append(() -> "c");
        log.write();

        assertThat(open().read()).containsExactly("a", "b", "b is forgotten", "c");
    }

    /** A folder with thousands of jobs costs one write, and not thousands. */
    @Test
    void shouldWriteManyLinesAtOnce() {
        LineLog log = open();
        List<List<String>> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String line = "line " + i;
            log.append(() -> {
                found.add(open().read());
                return line;
            });
        }
        log.write();

        assertThat(found).containsExactly(List.of(), List.of(), List.of());
        assertThat(open().read()).hasSize(3);
    }

    @Test
    void shouldNotHaveAnybodyWaitForWhoeverWrites() throws InterruptedException {
        LineLog log = open();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        log.append(() -> {
            begun.countDown();
            await().until(() -> disk.getCount() == 0);
            return "slow";
        });
        Thread slow = new Thread(log::write);
        slow.start();
        begun.await();

        log.append(() -> "of a build");
        log.write();
        assertThat(open().read()).as("and this thread goes on").isEmpty();

        disk.countDown();
        slow.join();
        assertThat(open().read()).containsExactly("slow", "of a build");
    }

    @Test
    void shouldLoseNothingThatManyThreadsNoteAtOnce() throws InterruptedException {
        LineLog log = open();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> IntStream.range(0, 500).forEach(line -> {
                    Supplier<String> text = () -> number + " " + line;
                    log.append(text);
                    log.write();
                })))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(open().read()).hasSize(2_000).doesNotHaveDuplicates();
    }
}
