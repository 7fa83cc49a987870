package io.jenkins.plugins.slacknotify.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
    @Test
    void shouldCallFlatWhatGoesUpAndDown() {
        assertThat(Footprint.isFlat(heaps(100, 140, 90, 105, 95, 130, 92, 108, 100), Footprint::heap))
                .isTrue();
    }

    @Test
    void shouldNotCallFlatWhatGrowsByAFifth() {
        List<Footprint> leaking = IntStream.range(0, 21)
                .mapToObj(i -> new Footprint(1_000 + 10 * i, 0, 0, 0))
                .toList();

        assertThat(Footprint.isFlat(leaking, Footprint::heap)).isFalse();
        assertThat(Footprint.isFlat(leaking, Footprint::heap, 10)).isFalse();
        assertThat(Footprint.isFlat(leaking, Footprint::heap, 100)).isTrue();
    }

    @Test
    void shouldSeeWhatIsHeldAndLeftOnDisk(@TempDir Path folder) throws IOException {
        Footprint before = Footprint.now(folder);
        byte[] held = new byte[32 << 20];
        Files.write(folder.resolve("file"), new byte[1_000_000]);
        // Other tests of this process may close some meanwhile.
        List<InputStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                open.add(Files.newInputStream(folder.resolve("file")));
            }
            Footprint after = Footprint.now(folder);

            assertThat(after.heap() - before.heap()).isGreaterThan(held.length / 2);
            assertThat(after.disk() - before.disk()).isGreaterThanOrEqualTo(1_000_000);
            assertThat(after.handles()).isGreaterThan(before.handles() + 50);
        } finally {
            for (InputStream each : open) {
                each.close();
            }
        }
        assertThat(held).hasSize(32 << 20);
    }

    private static List<Footprint> heaps(long... heaps) {
        return Arrays.stream(heaps)
                .mapToObj(heap -> new Footprint(heap, 0, 0, 0))
                .toList();
    }
}
