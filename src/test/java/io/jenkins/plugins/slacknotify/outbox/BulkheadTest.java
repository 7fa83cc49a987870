package io.jenkins.plugins.slacknotify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final Bulkhead bulkhead = new Bulkhead(begun::add);

    @Test
    void shouldLeaveWorkersForOtherAccounts() {
        execute("dead", Bulkhead.AT_A_TIME + 10);
        assertThat(begun).hasSize(Bulkhead.AT_A_TIME);

        execute("living", 1);
        assertThat(begun).hasSize(Bulkhead.AT_A_TIME + 1);
    }

    @Test
    void shouldRunWhatHasToWaitInItsOrder() {
        execute("acme", 3 * Bulkhead.AT_A_TIME);
        while (!begun.isEmpty()) {
            assertThat(begun).hasSizeLessThanOrEqualTo(Bulkhead.AT_A_TIME);
            begun.remove().run();
        }

        assertThat(done).hasSize(3 * Bulkhead.AT_A_TIME).isSorted();
    }

    @Test
    void shouldGiveTheWorkerBackThoughTheTaskFails() {
        for (int i = 0; i < Bulkhead.AT_A_TIME; i++) {
            bulkhead.execute("acme", () -> {
                throw new IllegalStateException("a fault");
            });
        }
        execute("acme", 1);
        assertThatThrownBy(() -> begun.remove().run()).isInstanceOf(IllegalStateException.class);

        assertThat(begun).hasSize(Bulkhead.AT_A_TIME);
    }

    private void execute(String account, int tasks) {
        for (int i = 0; i < tasks; i++) {
            int number = i;
            bulkhead.execute(account, () -> done.add(number));
        }
    }
}
