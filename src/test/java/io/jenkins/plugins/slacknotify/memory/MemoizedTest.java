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

    @Test
    void shouldRenewWhatIsOutdatedAndNothingElse() {
        var memoized = new Memoized<>(source::remove);

        assertThat(memoized.renewIf(known -> true)).as("nothing is known").isFalse();
        memoized.get();
        assertThat(memoized.renewIf("other"::equals)).isFalse();
        assertThat(memoized.get()).isEqualTo("old");
        assertThat(memoized.renewIf("old"::equals)).isTrue();

        assertThat(memoized.get()).isEqualTo("new");
    }

    @Test
    void shouldGiveTheKnownOneWhileItIsRenewed() {
        var self = new AtomicReference<Memoized<String>>();
        var meanwhile = new AtomicReference<String>();
        var memoized = new Memoized<>(() -> {
            if (source.size() == 1) {
                meanwhile.set(self.get().get());
            }
            return source.remove();
        });
        self.set(memoized);
        memoized.get();

        memoized.renewIf(known -> true);

        assertThat(meanwhile).hasValue("old");
        assertThat(memoized.get()).isEqualTo("new");
    }

    @Test
    void shouldNotRenewFromWhatWasBegunBeforeItWasForgotten() {
        source.add("newest");
        var self = new AtomicReference<Memoized<String>>();
        var memoized = new Memoized<>(() -> {
            var read = source.remove();
            if (read.equals("new")) {
                self.get().forget(); // as by another thread, while this one reads
            }
            return read;
        });
        self.set(memoized);
        memoized.get();

        assertThat(memoized.renewIf(known -> true)).isFalse();

        assertThat(memoized.get()).isEqualTo("newest");
    }

    @Test
    void shouldKeepTheKnownOneWhereItCannotBeRenewed() {
        var memoized = new Memoized<>(source::remove);
        memoized.get();
        source.clear();

        assertThatThrownBy(() -> memoized.renewIf(known -> true)).isInstanceOf(RuntimeException.class);

        assertThat(memoized.get()).isEqualTo("old");
    }
}
