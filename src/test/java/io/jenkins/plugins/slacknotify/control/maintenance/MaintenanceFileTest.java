package io.jenkins.plugins.slacknotify.control.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.slacknotify.outbox.store.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceFileTest {
    private static final Host HERE = new Host("ci", "boot-1");

    private static final MaintenanceFile.Stored WINDOW = new MaintenanceFile.Stored(
            "request",
            Instant.parse("2026-03-01T10:00:00Z"),
            "New disks",
            List.of(new MaintenanceFile.Notice("id", "shop/check out", 7)));

    @TempDir
    private Path home;

    @Test
    void shouldReadWhatWasWritten() {
        file().write(WINDOW);

        assertThat(file().read()).contains(WINDOW);
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

    /** The copy would tell the channels of the original that builds start again there. */
    @Test
    void shouldTakeTheMaintenanceOfAnotherMachineForNone() {
        file().write(WINDOW);

        assertThat(file(new Host("staging", "boot-9")).read()).isEmpty();
        assertThat(file(new Host("another container", HERE.boot())).read()).contains(WINDOW);
        assertThat(file().read()).as("it goes on there").contains(WINDOW);
    }

    @Test
    void shouldBelieveAnEarlierVersionThatDoesNotNameTheMachine() throws IOException {
        Files.writeString(home.resolve("maintenance.properties"), "request=request\nreason=New disks\n");

        assertThat(file().read()).contains(new MaintenanceFile.Stored("request", null, "New disks", List.of()));
    }

    private MaintenanceFile file() {
        return file(HERE);
    }

    private MaintenanceFile file(Host here) {
        return new MaintenanceFile(home.resolve("maintenance.properties"), here);
    }
}
