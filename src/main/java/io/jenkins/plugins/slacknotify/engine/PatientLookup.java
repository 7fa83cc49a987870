package io.jenkins.plugins.slacknotify.engine;

import io.jenkins.plugins.slacknotify.engine.spi.DeliveryLookup;
import io.jenkins.plugins.slacknotify.engine.spi.UnreadDeliveryException;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.outbox.delivery.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lookup for what is sent. A delivery that the disk does not give at this moment is not unknown: what belongs to it would be refused
 * for good, or be told in a message of its own. One that was not given for {@link #PATIENCE} is unknown, as its line on disk may be damaged.
 *
 * <p>Safe for use by many threads.
 */
final class PatientLookup implements DeliveryLookup {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    /** After this time without a question, a failure counts as a new one, because a delivery that waits for people asks again within minutes. */
    private static final Duration GAP = Duration.ofMinutes(10);

    private static final int MAX_UNREAD = 1_000;

    private final Reader reader;
    private final Supplier<Duration> uptime;
    private final LruCache<String, Unread> unread = new LruCache<>(MAX_UNREAD);

    /** A row of failures to read a delivery: the first and the last. */
    private record Unread(Duration since, Duration last) {
        static Unread at(Duration now) {
            return new Unread(now, now);
        }

        Unread again(Duration now) {
            return now.minus(last).compareTo(GAP) > 0 ? at(now) : new Unread(since, now);
        }
    }

    /** Reads a delivery. */
    @FunctionalInterface
    interface Reader {
        /** @throws IOException where it is kept and cannot be read */
        Optional<Delivery> read(String deliveryId) throws IOException;
    }

    PatientLookup(Reader reader, Supplier<Duration> uptime) {
        this.reader = reader;
        this.uptime = uptime;
    }

    @Override
    public Optional<Delivery> find(String deliveryId) {
        try {
            Optional<Delivery> found = reader.read(deliveryId);
            unread.remove(deliveryId);
            return found;
        } catch (IOException | RuntimeException | Error e) {
            Duration now = uptime.get();
            Unread row = unread.get(deliveryId).map(it -> it.again(now)).orElseGet(() -> Unread.at(now));
            unread.put(deliveryId, row);
            if (now.minus(row.since()).compareTo(PATIENCE) < 0) {
                throw new UnreadDeliveryException(deliveryId, e);
            }
            return Optional.empty();
        }
    }
}
