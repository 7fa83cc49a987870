package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.memory.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An index of Jenkins' users by e-mail address, by name, and by what they have proven to be in Slack. Case does not matter.
 *
 * <p>Results are about a minute old: the thread that asks then reads all users anew, because there may be thousands of them. Safe for
 * use by many threads. While one reads, the others go on with what was read before; only at the very first time they wait.
 */
final class AccountIndex {
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Supplier<List<Entry>> users;
    private final InstantSource clock;
    private final Lock reading = new ReentrantLock();

    @CheckForNull
    private volatile Snapshot latest;

    /** The users as they were read once. */
    private record Snapshot(
            Instant readAt,
            Map<String, Set<String>> byAddress,
            Map<String, Set<String>> byName,
            Map<String, Set<String>> byProven) {
        boolean isFresh(Instant now) {
            return Freshness.isFresh(readAt, MAX_AGE, now);
        }
    }

    /**
     * A user in the index.
     *
     * @param address the e-mail address; null where there is none
     * @param proven what the user has proven to be in Slack; null where that is nothing
     */
    record Entry(
            String id,
            String fullName,
            @CheckForNull String address,
            @CheckForNull String proven) {}

    AccountIndex(Supplier<List<Entry>> users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The ids of all users with an address. */
    Set<String> withAddress(String address) {
        return snapshot().byAddress().getOrDefault(key(address), Set.of());
    }

    /** The ids of all users with an id or full name. */
    Set<String> withName(String name) {
        return snapshot().byName().getOrDefault(key(name), Set.of());
    }

    /** The ids of all users who have proven to be that member, or to have that address, in Slack. */
    Set<String> withProven(String slack) {
        return snapshot().byProven().getOrDefault(key(slack), Set.of());
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        if (known != null && known.isFresh(clock.instant())) {
            return known;
        }
        if (known == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known;
        }
        try {
            Snapshot byOthers = latest;
            return byOthers != null && byOthers.isFresh(clock.instant()) ? byOthers : read();
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read() {
        Instant now = clock.instant();
        Snapshot read = new Snapshot(now, new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Entry user : users.get()) {
            put(read.byName(), user.id(), user);
            put(read.byName(), user.fullName(), user);
            put(read.byAddress(), user.address(), user);
            put(read.byProven(), user.proven(), user);
        }
        latest = read;
        return read;
    }

    private static void put(Map<String, Set<String>> index, @CheckForNull String text, Entry user) {
        if (text != null && !text.isBlank()) {
            index.computeIfAbsent(key(text), unused -> new LinkedHashSet<>()).add(user.id());
        }
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
