package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An index of Jenkins' users by e-mail address and by name. Case does not matter.
 *
 * <p>Results are up to a minute old: the thread that asks reads all users anew, at most once a minute, because there may be thousands of
 * them. Safe for use by many threads; while one reads, the others wait.
 */
final class AccountIndex {
    private static final Duration MAXIMUM_AGE = Duration.ofMinutes(1);

    private final Supplier<List<Entry>> users;
    private final InstantSource clock;
    private Instant readAt = Instant.MIN;
    private Map<String, Set<String>> byAddress = Map.of();
    private Map<String, Set<String>> byName = Map.of();

    /**
     * A user in the index.
     *
     * @param address the e-mail address; null where there is none
     */
    record Entry(String id, String fullName, @CheckForNull String address) {}

    AccountIndex(Supplier<List<Entry>> users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The ids of all users with an address. */
    synchronized Set<String> withAddress(String address) {
        refresh();
        return byAddress.getOrDefault(key(address), Set.of());
    }

    /** The ids of all users with an id or full name. */
    synchronized Set<String> withName(String name) {
        refresh();
        return byName.getOrDefault(key(name), Set.of());
    }

    private void refresh() {
        Instant now = clock.instant();
        if (readAt.isAfter(now.minus(MAXIMUM_AGE))) {
            return;
        }
        Map<String, Set<String>> addresses = new HashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Entry user : users.get()) {
            put(names, user.id(), user);
            put(names, user.fullName(), user);
            put(addresses, user.address(), user);
        }
        byAddress = addresses;
        byName = names;
        readAt = now;
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
