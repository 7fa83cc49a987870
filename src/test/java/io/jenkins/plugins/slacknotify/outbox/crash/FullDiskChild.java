package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.outbox.Delivery;
import io.jenkins.plugins.slacknotify.outbox.Entry;
import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps on a disk that is small ({@code fill}) or was made read-only after that ({@code read}), and says how it went.
 */
final class FullDiskChild {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String PAYLOAD = "x".repeat(3_000);

    private static long lastPosition;

    private FullDiskChild() {}

    public static void main(String[] args) throws IOException {
        Path disk = Path.of(args[1]);
        if (args[0].equals("fill")) {
            fill(disk);
        } else {
            read(disk);
        }
    }

    private static void fill(Path disk) throws IOException {
        Path ballast = Files.write(disk.resolve("ballast"), new byte[300_000]);
        List<String> kept = new ArrayList<>();
        OutboxStore store = new JournalOutboxStore(disk.resolve("outbox"));
        int refused = 0;
        for (int i = 0; refused < 20; i++) {
            if (canAdd(store, "d" + i)) {
                kept.add("d" + i);
            } else {
                refused++;
            }
        }
        check(kept.size() > 50, "kept " + kept.size() + " until the disk was full");
        check(ids(store).equals(kept), "the store has what it kept, and nothing else");
        check(ids(new JournalOutboxStore(disk.resolve("outbox"))).equals(kept), "so has the next process");
        Files.delete(ballast);
        check(canAdd(store, "mended"), "it keeps again when there is room again");
        kept.add("mended");
        store.close();
        check(ids(new JournalOutboxStore(disk.resolve("outbox"))).equals(kept), "and the next process reads that, too");
    }

    private static void read(Path disk) throws IOException {
        OutboxStore store = new JournalOutboxStore(disk.resolve("outbox"));
        check(ids(store).contains("mended"), "a read-only folder is read");
        check(!canAdd(store, "new"), "and what cannot be kept is refused");
        check(store.find("new").isEmpty(), "and not known");
    }

    private static boolean canAdd(OutboxStore store, String id) {
        Entry entry = new Entry(id, "#builds", NOW, PAYLOAD);
        try {
            return store.add(new Delivery(entry, ++lastPosition, Delivery.State.WAITING, 0, null, null, null, NOW));
        } catch (IOException full) {
            return false;
        }
    }

    private static List<String> ids(OutboxStore store) throws IOException {
        return store.unfinished().stream()
                .map(delivery -> delivery.entry().id())
                .toList();
    }

    private static void check(boolean truth, String claim) {
        if (!truth) {
            throw new AssertionError("Not so: " + claim);
        }
        System.out.println(claim);
    }
}
