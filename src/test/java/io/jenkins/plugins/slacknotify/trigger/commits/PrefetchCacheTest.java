package io.jenkins.plugins.slacknotify.trigger.commits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefetchCacheTest {
    private final List<String> read = new ArrayList<>();
    private final PrefetchCache<String, String, Integer> reads = new PrefetchCache<>(part -> {
        read.add(part);
        return part.length();
    });

    @Test
    void shouldReadOnceWhatIsExpected() {
        reads.expect("build", "log");
        assertThat(reads.find("build", "log")).isEmpty();
        assertThat(read).isEmpty();

        reads.read("build", "log");
        reads.read("build", "log");

        assertThat(reads.find("build", "log")).contains(3);
        assertThat(read).containsExactly("log");
    }

    @Test
    void shouldStillHaveWhatWasReadWhereItIsExpectedAgain() {
        reads.expect("build", "log");
        reads.read("build", "log");

        reads.expect("build", "log");
        assertThat(reads.find("build", "log")).contains(3);
    }

    @Test
    void shouldReadNothingOfWhatIsNotExpected() {
        reads.expect("build", "log");

        reads.read("build", "other");
        reads.read("other", "log");

        assertThat(read).isEmpty();
        assertThat(reads.size()).isEqualTo(1);
    }

    /** Whatever listens to change logs and throws has Jenkins fail the build. */
    @Test
    void shouldAskAPartForNothing() {
        Object part = new Object() {
            @Override
            public int hashCode() {
                throw new IllegalStateException("of another plugin");
            }
        };
        var cache = new PrefetchCache<String, Object, Integer>(any -> 3);
        cache.expect("build", part);
        cache.read("build", part);

        assertThat(cache.find("build", part)).contains(3);
        assertThat(cache.find("other", part)).isEmpty();
    }

    @Test
    void shouldForgetAnOwner() {
        reads.expect("build", "log");
        reads.read("build", "log");

        reads.forget("build");

        assertThat(reads.find("build", "log")).isEmpty();
        assertThat(reads.size()).isZero();
    }

    @Test
    void shouldKeepNothingOfAnOwnerThatIsForgottenWhileItIsRead() {
        var forgetful = new ArrayList<PrefetchCache<String, String, Integer>>();
        var reading = new PrefetchCache<String, String, Integer>(part -> {
            forgetful.get(0).forget("build");
            return part.length();
        });
        forgetful.add(reading);
        reading.expect("build", "log");

        reading.read("build", "log");

        assertThat(reading.find("build", "log")).isEmpty();
        assertThat(reading.size()).isZero();
    }
}
