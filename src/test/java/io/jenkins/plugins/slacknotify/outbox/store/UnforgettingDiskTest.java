package io.jenkins.plugins.slacknotify.outbox.store;

import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.UNCERTAIN;
import static io.jenkins.plugins.slacknotify.outbox.delivery.Delivery.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.slacknotify.outbox.journal.SegmentDisk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that says that it has not taken something, and does not forget it either: the next process reads it. */
class UnforgettingDiskTest {
    @TempDir
    Path home;

    @AutoClose
    private StoreBench bench;

    private boolean isBroken;

    @BeforeEach
    void open() throws IOException {
        bench = new StoreBench(home.resolve("outbox"));
        bench.disk = new SegmentDisk() {
            @Override
            protected void force(FileOutputStream written) throws IOException {
                super.force(written);
                failIfBroken();
            }

            @Override
            protected void cut(Path file, long size) throws IOException {
                failIfBroken();
                super.cut(file, size);
            }
        };
        bench.next();
    }

    private void failIfBroken() throws IOException {
        if (isBroken) {
            throw new IOException("Input/output error");
        }
    }

    /** This process keeps it in memory, and may have sent it by then. */
    @Test
    void shouldHaveWhatWasNotTakenLookedFor() throws IOException {
        bench.store.add(bench.waiting("a"));
        isBroken = true;
        assertThatIOException().isThrownBy(() -> bench.store.add(bench.waiting("b")));
        assertThatIOException().isThrownBy(() -> bench.store.add(bench.waiting("b")));
        bench.next();

        assertThat(bench.stateOf("b")).isEqualTo(UNCERTAIN);
    }

    @Test
    void shouldForgetItAsSoonAsItCan() throws IOException {
        bench.store.add(bench.waiting("a"));
        isBroken = true;
        assertThatIOException().isThrownBy(() -> bench.store.add(bench.waiting("b")));
        isBroken = false;
        bench.store.add(bench.waiting("c"));
        bench.next();

        assertThat(bench.store.find("b")).isEmpty();
        assertThat(bench.stateOf("a")).isEqualTo(WAITING);
        assertThat(bench.stateOf("c")).isEqualTo(WAITING);
    }
}
