package io.jenkins.plugins.slacknotify.engine.upkeep;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.engine.notification.BotKey;
import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.engine.notification.LaneKey;
import io.jenkins.plugins.slacknotify.memory.CacheFile;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The memory of what Slack has reported of bots and channels: it counts until Slack reports the contrary, or somebody finds it.
 *
 * <p>It outlasts the process in the file {@code slack-changes.json}; where that cannot be read, Slack's answers to messages tell
 * the same, later. Safe for use by many threads.
 */
public final class ReportedChanges {
    /** How many channels may have moved; the one that was not asked for longest is forgotten. */
    private static final int MAX_MOVED = 5_000;

    private static final int MAX_CONNECTIONS = 1_000;

    /**
     * The way of a channel that has another id now.
     *
     * @param bots those that write there by the new id; others know nothing of it
     */
    private record Move(String newId, BotScope bots) {}

    /** How often an id is followed. Slack never reports a circle; two reports that contradict each other could make one. */
    private static final int MAX_WAY = 10;

    private final Map<String, ReportedChange> suspended = new ConcurrentHashMap<>();
    private final Map<String, ReportedChange> closed = new ConcurrentHashMap<>();
    private final LruCache<String, List<Move>> moved = new LruCache<>(MAX_MOVED);

    /** Which bots use a connection, so that a call is known for theirs: a credential may hold the token of the system. */
    private final LruCache<SlackConnection, Set<BotKey>> users = new LruCache<>(MAX_CONNECTIONS);

    @CheckForNull
    private final CacheFile<StoredChange> file;

    private ReportedChanges(@CheckForNull CacheFile<StoredChange> file) {
        this.file = file;
    }

    /** Returns an empty memory that ends with the process. */
    public static ReportedChanges inMemory() {
        return new ReportedChanges(null);
    }

    /** Returns the memory in a file of a folder, which is created with the first change. */
    public static ReportedChanges in(Path folder) {
        ReportedChanges known = new ReportedChanges(new CacheFile<>(
                folder,
                "slack-changes.json",
                "changes",
                StoredChange.class,
                "What Slack has reported of bots and channels"));
        known.file.read().forEach(known::restore);
        return known;
    }

    private void restore(StoredChange change) {
        ReportedChange reported =
                new ReportedChange(change.subject(), change.value(), Instant.ofEpochSecond(change.since()));
        switch (change.kind()) {
            case StoredChange.SUSPENDED -> suspended.put(change.subject(), reported);
            case StoredChange.CLOSED -> closed.put(change.subject(), reported);
            case StoredChange.MOVED ->
                put(change.subject(), new Move(change.value(), StoredChange.Bots.scope(change.bots())));
            default -> {
                // Of a newer version.
            }
        }
    }

    /**
     * Notes that the token of a bot is worth nothing. The time of the first report stays.
     *
     * @param reason on the terms of {@link ReportedChange}
     * @return whether that is news
     */
    public synchronized boolean suspend(BotKey bot, String reason, Instant now) {
        ReportedChange before = suspended.get(account(bot));
        suspended.put(account(bot), new ReportedChange(account(bot), reason, before == null ? now : before.since()));
        save();
        return before == null;
    }

    /** Notes that a bot may be used again; returns whether that is news. */
    public synchronized boolean resume(BotKey bot) {
        boolean isNews = suspended.remove(account(bot)) != null;
        if (isNews) {
            save();
        }
        return isNews;
    }

    /** Notes that all bots but some may be used again; returns the accounts for which that is news. */
    public synchronized Set<String> resumeAllBut(Set<BotKey> bots) {
        Set<String> kept = bots.stream().map(ReportedChanges::account).collect(Collectors.toSet());
        Set<String> resumed = new HashSet<>(suspended.keySet());
        resumed.removeAll(kept);
        if (!resumed.isEmpty()) {
            suspended.keySet().removeAll(resumed);
            save();
        }
        return resumed;
    }

    /** Returns why a bot may not be used; empty where it may. */
    public Optional<String> suspensionOf(BotKey bot) {
        return suspended.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(suspended.get(account(bot))).map(ReportedChange::reason);
    }

    /** Returns the bots that may not be used. */
    public List<ReportedChange> suspended() {
        return List.copyOf(suspended.values());
    }

    /** Notes that nobody can write to a channel. */
    public synchronized void close(String channelId, String reason, Instant now) {
        closed.put(channelId, new ReportedChange(channelId, reason, now));
        save();
    }

    /** Notes that a channel can be written to; returns whether that is news. */
    public synchronized boolean open(String channelId) {
        boolean isNews = closed.remove(channelId) != null;
        if (isNews) {
            save();
        }
        return isNews;
    }

    /** Notes that the channels which were closed may be open, or not be used any more. */
    public synchronized void openAll() {
        if (!closed.isEmpty()) {
            closed.clear();
            save();
        }
    }

    /** Returns the channels that are closed. */
    public List<ReportedChange> closed() {
        return List.copyOf(closed.values());
    }

    /**
     * Notes that a channel has another id.
     *
     * @param bots those that write there by the new id from now on
     */
    public synchronized void move(BotScope bots, String channelId, String newId) {
        remove(newId, bots);
        put(channelId, new Move(newId, bots));
        save();
    }

    /** Notes that a channel which is closed has another id. */
    public synchronized void moveClosed(String channelId, String newId) {
        ReportedChange closing = closed.remove(channelId);
        if (closing != null) {
            closed.put(newId, new ReportedChange(newId, closing.reason(), closing.since()));
            save();
        }
    }

    /** Each app has reports of its own, so that none undoes those of another. */
    private void put(String channelId, Move move) {
        List<Move> all = new ArrayList<>(of(channelId, bots -> !bots.equals(move.bots())));
        all.add(move);
        moved.put(channelId, List.copyOf(all));
    }

    private void remove(String channelId, BotScope bots) {
        List<Move> left = of(channelId, others -> !others.equals(bots));
        if (left.isEmpty()) {
            moved.remove(channelId);
        } else {
            moved.put(channelId, left);
        }
    }

    private List<Move> of(String channelId, Predicate<BotScope> some) {
        return moved.get(channelId).orElse(List.of()).stream()
                .filter(move -> some.test(move.bots()))
                .toList();
    }

    /** Notes for which bot a connection is used. */
    public void uses(BotKey bot, SlackConnection connection) {
        if (!users.get(connection).orElse(Set.of()).contains(bot)) {
            addUser(bot, connection);
        }
    }

    private synchronized void addUser(BotKey bot, SlackConnection connection) {
        Set<BotKey> more = new HashSet<>(users.get(connection).orElse(Set.of()));
        more.add(bot);
        users.put(connection, Set.copyOf(more));
    }

    /** Returns what the id of a channel is now for whoever uses a connection; the same where it has not changed for them. */
    public String currentId(SlackConnection connection, String channelId) {
        return currentId(channelId, move -> concerns(move, connection));
    }

    /** Returns what the id of a channel is now for a bot; the same where it has not changed for it. */
    public String currentId(BotKey bot, String channelId) {
        return currentId(channelId, move -> move.bots().covers(bot));
    }

    private String currentId(String channelId, Predicate<Move> concerns) {
        String id = channelId;
        for (int step = 0; step < MAX_WAY; step++) {
            Optional<String> next = moved.get(id).orElse(List.of()).stream()
                    .filter(concerns)
                    .map(Move::newId)
                    .reduce((earlier, latest) -> latest);
            if (next.isEmpty()) {
                return id;
            }
            id = next.get();
        }
        return id;
    }

    private boolean concerns(Move move, SlackConnection connection) {
        return move.bots().equals(BotScope.ALL)
                || users.get(connection).orElse(Set.of()).stream()
                        .anyMatch(bot -> move.bots().covers(bot));
    }

    private void save() {
        if (file != null) {
            List<StoredChange> changes = new ArrayList<>();
            suspended.values().forEach(change -> changes.add(stored(StoredChange.SUSPENDED, change)));
            closed.values().forEach(change -> changes.add(stored(StoredChange.CLOSED, change)));
            moved.copy().forEach((from, moves) -> moves.forEach(move -> changes.add(stored(from, move))));
            file.write(changes);
        }
    }

    private static StoredChange stored(String from, Move move) {
        return new StoredChange(StoredChange.MOVED, from, move.newId(), 0, StoredChange.Bots.of(move.bots()));
    }

    private static StoredChange stored(String kind, ReportedChange change) {
        return new StoredChange(
                kind, change.subject(), change.reason(), change.since().getEpochSecond(), null);
    }

    private static String account(BotKey bot) {
        return new LaneKey(bot, "").account();
    }
}
