package io.jenkins.plugins.slacknotify.outbox.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.slacknotify.outbox.LoggedRecords;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SingleTaskThreadTest {
    private final SingleTaskThread thread = new SingleTaskThread("look");
    private final List<String> begun = new CopyOnWriteArrayList<>();

    @Test
    void shouldBeginOnceTheTaskBeforeIsOverHoweverThatEnds() {
        CountDownLatch going = new CountDownLatch(1);
        try (LoggedRecords log = LoggedRecords.of(PooledThreads.class)) {
            thread.work(() -> {
                begun.add("first");
                await().until(() -> going.getCount() == 0);
                throw new IllegalStateException("a fault");
            });
            thread.work(() -> begun.add("too early"));
            going.countDown();
            await().untilAsserted(() -> assertThat(log.thrown()).hasSize(1));
        }

        thread.work(() -> begun.add("next"));
        await().untilAsserted(() -> assertThat(begun).containsExactly("first", "next"));
    }
}
