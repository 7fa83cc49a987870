package io.jenkins.plugins.slacknotify.interaction.preview;

import io.jenkins.plugins.slacknotify.memory.CacheFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Updates previews for as long as what they show may change: builds that run, and jobs that wait in the queue.
 *
 * <p><b>Guaranteed:</b> a preview is changed when more has changed than the time that has gone by, and for the last time with the
 * end of the build. It is read as the account of whoever has posted the link, with the permissions of that moment, and no more when
 * that account is not linked with the member any more. What is looked after is in a file, so a restart of Jenkins ends nothing.
 *
 * <p><b>Not guaranteed:</b> that a preview follows to the end. There are {@link #MAX_MESSAGES} messages at most, of which the oldest
 * go; each is changed {@link #MAX_UPDATES} times at most, and looked after for {@link #MAX_AGE} at most. What a preview shows last,
 * stays.
 *
 * <p>Safe for use by many threads.
 */
public final class LivePreviews {
    static final int MAX_MESSAGES = 100;
    static final int MAX_UPDATES = 60;

    /** The number of failures in a row after which a message is not updated any more. */
    static final int MAX_FAILURES = 3;

    /**
     * How long a message rests after its first failure; twice as long after the second one in a row. Slack and the security realm
     * may be away for some minutes. A restart ends the rest.
     */
    static final Duration REST = Duration.ofMinutes(2);

    static final Duration MAX_AGE = Duration.ofHours(24);

    /** The most changes in one round. A round each five seconds stays below the fifty calls a minute of Slack's third tier. */
    static final int MAX_CHANGES = 4;

    private static final Logger LOGGER = Logger.getLogger(LivePreviews.class.getName());

    /** The port to the links between members of Slack and accounts of Jenkins. */
    @FunctionalInterface
    public interface Links {
        /** Whether the member is linked with that account at this moment. */
        boolean isLinked(String account, String installation, String member);
    }

    private final LinkCards cards;
    private final Previews previews;
    private final Links links;
    private final CacheFile<StoredLivePreview> file;
    private final InstantSource clock;

    /** The one that was looked at longest ago comes first. */
    private final Deque<StoredLivePreview> messages = new ArrayDeque<>();

    /** The number of messages, for threads that must not wait while they are written. */
    private volatile int size;

    /** The end of the rest of each message that has failed. */
    private final Map<StoredLivePreview, Instant> resting = new HashMap<>();

    /** @param folder of the file, which is made with the first message */
    public LivePreviews(LinkCards cards, Previews previews, Links links, Path folder, InstantSource clock) {
        this.cards = cards;
        this.previews = previews;
        this.links = links;
        this.file = new CacheFile<>(
                folder,
                "live-previews.json",
                "messages",
                StoredLivePreview.class,
                "Which previews are kept up to date");
        this.clock = clock;
        messages.addAll(file.read());
        size = messages.size();
    }

    /**
     * Begins to look after a message.
     *
     * @param member who has posted it, linked with the account
     * @param addresses those of its links that have a card
     * @param shown the cards that it has
     */
    void follow(PreviewTarget target, String member, String account, List<String> addresses, LinkCards.Cards shown) {
        StoredLivePreview message =
                StoredLivePreview.of(target, member, account, addresses, clock.instant(), shown.signature());
        synchronized (this) {
            messages.removeIf(message::isSameMessage);
            messages.add(message);
            while (messages.size() > MAX_MESSAGES) {
                messages.remove();
            }
            save();
        }
    }

    /** Returns how many messages are looked after. Waits for nothing. */
    public int size() {
        return size;
    }

    /**
     * Looks at each message once that does not rest, and changes what has changed. Calls Slack on the caller's thread; one thread at a
     * time.
     */
    public void lookAfter() {
        List<StoredLivePreview> round = awake();
        int changes = 0;
        for (StoredLivePreview message : round) {
            if (changes >= MAX_CHANGES) {
                return;
            }
            Optional<StoredLivePreview> next;
            try {
                LinkCards.Cards now =
                        isOver(message) ? null : cards.of(message.account(), message.place(), message.addresses());
                boolean isChanged = now != null
                        && !now.blocks().isEmpty()
                        && !now.signature().equals(message.signature());
                changes += isChanged ? 1 : 0;
                next = now == null ? Optional.empty() : next(message, now, isChanged);
            } catch (RuntimeException | Error e) {
                // The security realm does not answer, a build has damaged files, or a plugin lacks a class.
                LOGGER.log(Level.FINE, "A preview could not be read again", e);
                next = failed(message);
            }
            replace(message, next);
        }
    }

    private Optional<StoredLivePreview> next(StoredLivePreview message, LinkCards.Cards now, boolean isChanged) {
        if (!isChanged) {
            return Optional.of(message).filter(it -> now.isUnderWay());
        }
        boolean isTaken = message.target()
                .filter(target -> previews.show(target, now.blocks()))
                .isPresent();
        return isTaken
                ? Optional.of(message.shown(now.signature()))
                        .filter(it -> now.isUnderWay() && it.updates() < MAX_UPDATES)
                : failed(message);
    }

    private static Optional<StoredLivePreview> failed(StoredLivePreview message) {
        return Optional.of(message.failed()).filter(it -> it.failures() < MAX_FAILURES);
    }

    private boolean isOver(StoredLivePreview message) {
        return clock.instant().isAfter(Instant.ofEpochMilli(message.since()).plus(MAX_AGE)) || !message.isLinked(links);
    }

    private synchronized List<StoredLivePreview> awake() {
        Instant now = clock.instant();
        resting.keySet().retainAll(messages);
        return messages.stream()
                .filter(message -> !now.isBefore(resting.getOrDefault(message, Instant.MIN)))
                .toList();
    }

    /** Puts what became of a message behind the others; a message that is followed anew meanwhile stays as it is. */
    private synchronized void replace(StoredLivePreview message, Optional<StoredLivePreview> next) {
        if (messages.removeIf(message::equals)) {
            next.ifPresent(messages::add);
            next.filter(it -> it.failures() > message.failures())
                    .ifPresent(it -> resting.put(it, clock.instant().plus(REST.multipliedBy(it.failures()))));
            if (next.filter(message::equals).isEmpty()) {
                save();
            }
        }
    }

    private void save() {
        size = messages.size();
        file.write(List.copyOf(messages));
    }
}
