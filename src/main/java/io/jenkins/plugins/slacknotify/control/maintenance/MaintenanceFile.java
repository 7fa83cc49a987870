package io.jenkins.plugins.slacknotify.control.maintenance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.maintenance.Maintenance;
import io.jenkins.plugins.slacknotify.outbox.disk.Disk;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The file that says which maintenance goes on, so that those who were told of it are told that it is over, though Jenkins be restarted
 * in between. The names of its entries stay. Not safe for use by several threads.
 */
final class MaintenanceFile {
    private static final String REQUEST = "request";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String NOTICE = "notice.";
    private static final String HOST = "host";
    private static final String BOOT = "boot";

    /**
     * The content of the file.
     *
     * @param request names the maintenance for ever: the request from Slack, or the moment where Jenkins became quiet otherwise
     * @param until when it is over by itself; null where nobody has said that
     */
    record Stored(String request, @CheckForNull Instant until, String reason, List<Notice> notices) {
        Stored {
            notices = List.copyOf(notices);
        }

        Maintenance.Window window() {
            return new Maintenance.Window(until, reason, notices.size());
        }
    }

    /**
     * A channel that was told.
     *
     * @param delivery of the notice
     * @param job the full name of a job whose builds are told of there
     * @param build a build of it
     */
    record Notice(String delivery, String job, int build) {}

    private final Path file;
    private final Host here;

    /** @param here this machine */
    MaintenanceFile(Path file, Host here) {
        this.file = file;
        this.here = here;
    }

    /**
     * Empty where there is none, or nobody can read what somebody has written there. A maintenance of another machine is none of this one: its
     * home was copied, and whoever was told there that builds start again would believe it.
     *
     * @throws UncheckedIOException where it cannot be read now
     */
    Optional<Stored> read() {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            entries.load(reader);
            String host = entries.getProperty(HOST);
            if (host != null && !new Host(host, entries.getProperty(BOOT)).isSame(here)) {
                return Optional.empty();
            }
            String until = entries.getProperty(UNTIL);
            List<Notice> notices = new ArrayList<>();
            for (int number = 1; entries.getProperty(NOTICE + number) != null; number++) {
                String[] parts = entries.getProperty(NOTICE + number).split(" ", 3);
                notices.add(new Notice(parts[0], parts[2], Integer.parseInt(parts[1])));
            }
            return Optional.of(new Stored(
                    entries.getProperty(REQUEST, ""),
                    until == null ? null : Instant.parse(until),
                    entries.getProperty(REASON, ""),
                    notices));
        } catch (NoSuchFileException | CharacterCodingException | RuntimeException unreadable) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where it cannot be written */
    void write(Stored stored) {
        Properties entries = new Properties();
        entries.setProperty(REQUEST, stored.request());
        entries.setProperty(REASON, stored.reason());
        entries.setProperty(HOST, here.name());
        String boot = here.boot();
        if (boot != null) {
            entries.setProperty(BOOT, boot);
        }
        Instant until = stored.until();
        if (until != null) {
            entries.setProperty(UNTIL, until.toString());
        }
        for (int number = 1; number <= stored.notices().size(); number++) {
            Notice notice = stored.notices().get(number - 1);
            entries.setProperty(NOTICE + number, notice.delivery() + " " + notice.build() + " " + notice.job());
        }
        StringWriter text = new StringWriter();
        try {
            entries.store(text, null);
            Disk.replace(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException where it cannot be removed */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
