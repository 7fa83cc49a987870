package io.jenkins.plugins.slacknotify.sandbox.app;

import io.jenkins.plugins.slacknotify.sandbox.workspace.StateLock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The {@code response_url}s: each takes five answers within thirty minutes. DOCUMENTED. Thread-safe. */
public final class ResponseUrls {
    /** The path below which they are. */
    public static final String PATH = "/hooks/";

    public static final int USES = 5;
    public static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final int KEPT = 1_000;

    private final StateLock lock;
    private final InstantSource clock;
    private final Supplier<String> address;
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();
    private int number;

    ResponseUrls(StateLock lock, InstantSource clock, Supplier<String> address) {
        this.lock = lock;
        this.clock = clock;
        this.address = address;
    }

    /**
     * The place to which answers to one request go.
     *
     * @param messageTs of the message in which the button stands, or null
     * @param ephemeral whether that is one which only the member sees
     */
    public record Place(
            String appId,
            String teamId,
            String channelId,
            String userId,
            String messageTs,
            String threadTs,
            boolean ephemeral) {}

    /** An answer as it came, in JSON, and the error that it got; empty where it was taken. */
    public record Received(String body, String error) {}

    /** An address for answers: for which place it is good, until when, and how often. */
    public record Ticket(String url, Place place, Instant until, int left, List<Received> received) {
        public Ticket {
            received = List.copyOf(received);
        }
    }

    /** @param kind {@code commands}, {@code actions} or {@code app}: only a word in the address */
    public String issue(String kind, Place place) {
        return lock.write(() -> {
            String path = kind + "/" + place.teamId() + "/" + ++number + "/" + AppSecrets.hex(12);
            String url = address.get().replaceAll("/$", "") + PATH + path;
            tickets.put(path, new Ticket(url, place, clock.instant().plus(LIFETIME), USES, List.of()));
            if (tickets.size() > KEPT) {
                tickets.remove(tickets.keySet().iterator().next());
            }
            return url;
        });
    }

    /** That address takes no answer any more. */
    public void useUp(String url) {
        lock.run(() -> tickets.replaceAll((path, old) ->
                old.url().equals(url) ? new Ticket(url, old.place(), old.until(), 0, old.received()) : old));
    }

    /**
     * Uses an address once.
     *
     * @return its place
     * @throws AppRefusal with {@code used_url} or {@code expired_url}; INFERRED from what users report
     */
    public Place take(String path) {
        return lock.write(() -> {
            var ticket = Optional.ofNullable(tickets.get(path)).orElseThrow(() -> new AppRefusal("expired_url"));
            if (clock.instant().isAfter(ticket.until())) {
                throw new AppRefusal("expired_url");
            }
            if (ticket.left() == 0) {
                throw new AppRefusal("used_url");
            }
            tickets.put(
                    path,
                    new Ticket(ticket.url(), ticket.place(), ticket.until(), ticket.left() - 1, ticket.received()));
            return ticket.place();
        });
    }

    /** Writes down what came to an address. */
    public void record(String path, Received answer) {
        lock.run(() -> tickets.computeIfPresent(path, (key, ticket) -> {
            var all = new ArrayList<>(ticket.received());
            all.add(answer);
            return new Ticket(ticket.url(), ticket.place(), ticket.until(), ticket.left(), all);
        }));
    }

    /** All that came to an address, those included that were refused; oldest first. */
    public List<Received> receivedAt(String url) {
        return lock.read(() -> tickets.values().stream()
                .filter(ticket -> ticket.url().equals(url))
                .flatMap(ticket -> ticket.received().stream())
                .toList());
    }
}
