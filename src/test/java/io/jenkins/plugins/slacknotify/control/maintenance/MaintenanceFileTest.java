package io.jenkins.plugins.slacknotify.control.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceFileTest {
    @TempDir
    private Path home;

    @Test
    void shouldReadWhatWasWritten() {
        var stored = new MaintenanceFile.Stored(
                "request",
                Instant.parse("2026-03-01T10:00:00Z"),
                "New disks",
                List.of(new MaintenanceFile.Notice("id", "shop/check out", 7)));
        file().write(stored);

        assertThat(file().read()).contains(stored);
        file().delete();
        assertThat(file().read()).isEmpty();
    }

    /** Otherwise a maintenance without an end would be told in its place. */
    @Test
    void shouldNotTakeAFileThatCannotBeReadNowForNone() throws IOException {
        Files.createDirectory(home.resolve("maintenance.properties"));

        assertThatThrownBy(() -> file().read()).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void shouldTakeWhatNobodyCanReadForNone() throws IOException {
        Files.write(home.resolve("maintenance.properties"), new byte[] {(byte) 0xff});
        assertThat(file().read()).isEmpty();

        Files.writeString(home.resolve("maintenance.properties"), "until=tomorrow");
        assertThat(file().read()).isEmpty();
    }

    private MaintenanceFile file() {
        return new MaintenanceFile(home.resolve("maintenance.properties"));
    }
}
