package io.jenkins.plugins.slacknotify.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Queue<String> source = new ArrayDeque<>(List.of("old", "new"));

    @Test
    void shouldWorkItOutOnce() {
        var remembered = new Remembered<>(source::remove);

        assertThat(remembered.get()).isEqualTo("old");
        assertThat(remembered.get()).isEqualTo("old");
    }

    @Test
    void shouldWorkItOutAnewOnceForgotten() {
        var remembered = new Remembered<>(source::remove);
        remembered.get();

        remembered.forget();

        assertThat(remembered.get()).isEqualTo("new");
    }

    @Test
    void shouldNotKeepWhatWasBegunBeforeItWasForgotten() {
        var self = new AtomicReference<Remembered<String>>();
        var remembered = new Remembered<>(() -> {
            var read = source.remove();
            if (read.equals("old")) {
                self.get().forget(); // as by another thread, while this one reads
            }
            return read;
        });
        self.set(remembered);
        remembered.get();

        assertThat(remembered.get()).isEqualTo("new");
    }

    @Test
    void shouldNotKeepAFailure() {
        source.clear();
        var remembered = new Remembered<>(source::remove);
        assertThatThrownBy(remembered::get).isInstanceOf(RuntimeException.class);

        source.add("later");

        assertThat(remembered.get()).isEqualTo("later");
    }
}
