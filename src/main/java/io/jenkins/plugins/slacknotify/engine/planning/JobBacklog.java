package io.jenkins.plugins.slacknotify.engine.planning;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The deliveries of each job that wait, and how many of them there may be.
 *
 * <p>One step can ask for any number of messages, and what cannot be sent waits for a day: without a bound, one job's author
 * fills the disk and the memory of Jenkins. The bound is for what authors ask for. What a build itself causes is one message
 * for each destination, and is always accepted; it counts.
 *
 * <p>Safe for use by many threads. What several threads hand over at once can exceed a bound by that much.
 */
public final class JobBacklog {
    /** The number of deliveries of one job that may wait. The longest text is 52 of them, in each of its channels. */
    static final int MAX_PER_JOB = 500;

    private final Map<String, Set<String>> waiting = new ConcurrentHashMap<>();

    /**
     * Counts what an earlier process has left.
     *
     * @param waits whether a delivery of that id still waits; asked after it was counted, as it can be sent meanwhile
     */
    public void addAll(List<DeliveryHead> left, Predicate<String> waits) {
        left.forEach(head -> add(head.order().share(), head.id()));
        left.stream()
                .filter(head -> !waits.test(head.id()))
                .forEach(head -> remove(head.order().share(), head.id()));
    }

    /** Takes in that a delivery has changed. One that waits counts, and one that is finished no longer does. */
    public void changed(Delivery delivery) {
        String job = delivery.entry().order().share();
        if (delivery.state().isFinished()) {
            remove(job, delivery.entry().id());
        } else {
            add(job, delivery.entry().id());
        }
    }

    /** Counts a delivery that was handed over. */
    void add(String job, String deliveryId) {
        waiting.compute(job, (key, ids) -> {
            Set<String> all = ids == null ? ConcurrentHashMap.newKeySet() : ids;
            all.add(deliveryId);
            return all;
        });
    }

    /** No longer counts a delivery. */
    void remove(String job, String deliveryId) {
        waiting.computeIfPresent(job, (key, ids) -> {
            ids.remove(deliveryId);
            return ids.isEmpty() ? null : ids;
        });
    }

    /**
     * Requires that a job may have these deliveries as well.
     *
     * @throws CannotAnnounceException with words for the author of the job, where they are too many
     */
    public void require(String job, List<String> deliveryIds) throws CannotAnnounceException {
        Set<String> known = waiting.getOrDefault(job, Set.of());
        long added = deliveryIds.stream().filter(id -> !known.contains(id)).count();
        if (added > MAX_PER_JOB) {
            throw new CannotAnnounceException("This would be " + added + " messages, and at most " + MAX_PER_JOB
                    + " can wait for one job. Write less, or to fewer channels.");
        }
        if (added > 0 && known.size() + added > MAX_PER_JOB) {
            throw new CannotAnnounceException(
                    known.size() + " messages of this job wait for Slack already, and at most " + MAX_PER_JOB
                            + " can. The page of the build says what they wait for.");
        }
    }
}
