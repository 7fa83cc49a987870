package io.jenkins.plugins.slacknotify.outbox;

import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import io.jenkins.plugins.slacknotify.outbox.delivery.DeliveryHead;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store in memory. It survives the outbox, so that a test can let a second outbox find what the first has left. */
public final class InMemoryOutboxStore implements OutboxStore {
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();

    @Override
    public boolean add(Delivery delivery) {
        return deliveries.putIfAbsent(delivery.entry().id(), delivery) == null;
    }

    @Override
    public void updateAll(List<Delivery> changed) {
        changed.forEach(delivery -> deliveries.put(delivery.entry().id(), delivery));
    }

    @Override
    public Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    @Override
    public List<DeliveryHead> heads() {
        return deliveries.values().stream()
                .filter(delivery -> !delivery.state().isFinished())
                .map(Delivery::head)
                .sorted(Comparator.comparingLong(DeliveryHead::position))
                .toList();
    }

    @Override
    public List<Delivery> finished(int limit) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.state().isFinished() && !delivery.isAbridged())
                .sorted(Comparator.comparing(Delivery::changedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long unfinishedBytes() {
        return deliveries.values().stream()
                .filter(delivery -> !delivery.state().isFinished())
                .mapToLong(delivery -> delivery.entry().payload().length())
                .sum();
    }

    @Override
    public Optional<Instant> finishedAt(int place) {
        List<Instant> moments = deliveries.values().stream()
                .filter(delivery -> delivery.state().isFinished())
                .map(Delivery::changedAt)
                .sorted(Comparator.reverseOrder())
                .toList();
        return moments.size() < place ? Optional.empty() : Optional.of(moments.get(place - 1));
    }

    @Override
    public void forgetFinished(Instant before, int keepWhole, OpenDeliveries open) {
        deliveries
                .values()
                .removeIf(delivery -> delivery.state().isFinished()
                        && delivery.changedAt().isBefore(before)
                        && !open.contains(
                                delivery.entry().id(), delivery.entry().sequence()));
        Set<Delivery> whole = Set.copyOf(finished(keepWhole));
        deliveries.replaceAll((id, delivery) -> delivery.state().isFinished()
                        && !whole.contains(delivery)
                        && !open.contains(
                                delivery.entry().id(), delivery.entry().sequence())
                ? abridged(delivery)
                : delivery);
    }

    private static Delivery abridged(Delivery delivery) {
        Entry entry = delivery.entry();
        SendOrder order = new SendOrder("", entry.sequence(), 0, false);
        return new Delivery(
                new Entry(entry.id(), order, delivery.changedAt(), ""),
                delivery.position(),
                delivery.state(),
                delivery.attempts(),
                null,
                delivery.receipt(),
                delivery.carrier(),
                delivery.changedAt());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
