package io.jenkins.plugins.slacknotify.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoizedTest {
    private final Queue<String> source = new ArrayDeque<>(List.of("old", "new"));

    @Test
    void shouldWorkItOutOnce() {
        var memoized = new Memoized<>(source::remove);

        assertThat(memoized.get()).isEqualTo("old");
        assertThat(memoized.get()).isEqualTo("old");
    }

    @Test
    void shouldWorkItOutAnewOnceForgotten() {
        var memoized = new Memoized<>(source::remove);
        memoized.get();

        memoized.forget();

        assertThat(memoized.get()).isEqualTo("new");
    }

    @Test
    void shouldNotKeepWhatWasBegunBeforeItWasForgotten() {
        var self = new AtomicReference<Memoized<String>>();
        var memoized = new Memoized<>(() -> {
            var read = source.remove();
            if (read.equals("old")) {
                self.get().forget(); // as by another thread, while this one reads
            }
            return read;
        });
        self.set(memoized);
        memoized.get();

        assertThat(memoized.get()).isEqualTo("new");
    }

    @Test
    void shouldNotKeepAFailure() {
        source.clear();
        var memoized = new Memoized<>(source::remove);
        assertThatThrownBy(memoized::get).isInstanceOf(RuntimeException.class);

        source.add("later");

        assertThat(memoized.get()).isEqualTo("later");
    }
}
