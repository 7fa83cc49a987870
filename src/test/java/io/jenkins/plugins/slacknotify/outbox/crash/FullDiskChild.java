package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.outbox.OutboxStore;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.store.Host;
import io.jenkins.plugins.slacknotify.outbox.store.JournalOutboxStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps on a disk that is small ({@code fill}) or was made read-only after that ({@code read}), and says how it went.
 */
final class FullDiskChild {
    private static final Instant NOW = Instant.now();
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
        OutboxStore store = open(disk);
        int refused = 0;
        for (int i = 0; refused < 200; i++) {
            if (canAdd(store, "d" + i)) {
                kept.add("d" + i);
            } else {
                refused++;
            }
        }
        check(kept.size() > 50, "kept " + kept.size() + " until the disk was full");
        check(ids(store).equals(kept), "the store has what it kept, and nothing else");
        check(files(disk) <= 4, "and no file for each of the 200 that it refused");
        store.close();
        store = open(disk);
        check(ids(store).equals(kept), "so has the next process");
        Files.delete(ballast);
        check(canAdd(store, "mended"), "it keeps again when there is room again");
        kept.add("mended");
        store.close();
        check(ids(open(disk)).equals(kept), "and the next process reads that, too");
    }

    private static OutboxStore open(Path disk) {
        return new JournalOutboxStore(disk.resolve("outbox"), InstantSource.system());
    }

    private static void read(Path disk) throws IOException {
        OutboxStore store = open(disk);
        check(ids(store).contains("mended"), "a read-only folder is read");
        check(!canAdd(store, "new"), "and what cannot be kept is refused");
        check(store.find("new").isEmpty(), "and not known");
        check(state(store) == Delivery.State.WAITING, "what waits is sure");
        store.close();

        store = new JournalOutboxStore(
                disk.resolve("outbox"), () -> Instant.now().plus(Duration.ofHours(1)));
        check(ids(store).contains("mended"), "an hour later it is read, too");
        check(state(store) == Delivery.State.UNCERTAIN, "and looked for, though that cannot be written down");
        store.close();

        store = new JournalOutboxStore(disk.resolve("outbox"), Host.named("elsewhere"), InstantSource.system());
        check(ids(store).isEmpty(), "on another machine, what waits is not sent");
        check(store.condition().copied() > 50, "before somebody says so, though that cannot be written down");
        store.close();
    }

    private static Delivery.State state(OutboxStore store) throws IOException {
        Delivery.State found = store.find("mended").orElseThrow().state();
        boolean isInTheHeadToo =
                store.heads().stream().anyMatch(head -> head.id().equals("mended") && head.state() == found);
        check(isInTheHeadToo, "the head says so, too");
        return found;
    }

    private static long files(Path disk) throws IOException {
        try (Stream<Path> files = Files.list(disk.resolve("outbox/journal"))) {
            return files.count();
        }
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
