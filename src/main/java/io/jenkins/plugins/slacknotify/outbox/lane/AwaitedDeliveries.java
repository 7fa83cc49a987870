package io.jenkins.plugins.slacknotify.outbox.lane;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The sequences that wait for deliveries to be settled. A delivery that is settled while an attempt finds out that it has to wait for just
 * that one, is remembered for so long. Not safe for threads.
 */
final class AwaitedDeliveries {
    /** How many settled deliveries are remembered. That is more than are settled during one attempt. */
    private static final int MAX_RECENT = 5_000;

    record Waiter(String lane, String sequence) {}

    private final Map<String, Set<Waiter>> waiters = new HashMap<>();

    /** The ids of the deliveries that were settled last, each with its number. */
    private final Map<String, Long> recent = new LinkedHashMap<>();

    private long settled;

    /** Returns how many deliveries were settled so far. */
    long settled() {
        return settled;
    }

    /**
     * Has a sequence wait for deliveries.
     *
     * @param since how many were settled when it was not known yet whether these are
     * @return false where one of them is settled by now, so that it need not wait
     */
    boolean add(Waiter waiter, Set<String> ids, long since) {
        if (ids.stream().anyMatch(id -> recent.getOrDefault(id, 0L) > since)) {
            return false;
        }
        ids.forEach(id ->
                waiters.computeIfAbsent(id, unused -> new LinkedHashSet<>()).add(waiter));
        return true;
    }

    /** Notes that a delivery is finished or held. @return who has waited for that */
    Set<Waiter> settled(String id) {
        settled++;
        recent.remove(id);
        recent.put(id, settled);
        if (recent.size() > MAX_RECENT) {
            recent.remove(recent.keySet().iterator().next());
        }
        Set<Waiter> waited = waiters.remove(id);
        return waited == null ? Set.of() : waited;
    }

    /** Forgets the sequences that do not wait any more. */
    void retain(Predicate<Waiter> waits) {
        waiters.values().forEach(some -> some.removeIf(waits.negate()));
        waiters.values().removeIf(Set::isEmpty);
    }
}
