package io.jenkins.plugins.slacknotify.subscription;

import io.jenkins.plugins.slacknotify.routing.Destination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mutes of this Jenkins, in memory and in the file {@code mutes.json}. One that is over has no effect and is not listed.
 *
 * <p><b>Guaranteed:</b> what {@link #add} and {@link #remove} have done outlasts a crash. Safe for use by many threads; who
 * reads waits for nobody.
 */
public final class Mutes {
    /** How many there may be in all. */
    public static final int MOST = 5_000;

    private static final Logger LOGGER = Logger.getLogger(Mutes.class.getName());

    private final RecordFile<Mute> file;
    private final InstantSource clock;
    private volatile List<Mute> known;

    private Mutes(RecordFile<Mute> file, List<Mute> known, InstantSource clock) {
        this.file = file;
        this.known = List.copyOf(known);
        this.clock = clock;
    }

    /**
     * Reads the mutes in a folder.
     *
     * @throws IOException where the disk cannot be read
     */
    public static Mutes in(Path folder, InstantSource clock) throws IOException {
        RecordFile<Mute> file = RecordFile.of(
                folder.resolve("mutes.json"), "mutes", StoredMute.class, StoredMute::toMute, StoredMute::of);
        return new Mutes(file, file.read(), clock);
    }

    /** Returns those in force, in the order in which they were made. */
    public List<Mute> all() {
        Instant now = clock.instant();
        return known.stream().filter(mute -> !mute.isOver(now)).toList();
    }

    /** Returns those of one channel. */
    public List<Mute> at(SubscriptionPlace place) {
        return where(mute -> mute.isOf(place));
    }

    /** Returns those that are for one account alone. */
    public List<Mute> of(String account) {
        return where(mute -> mute.isPersonal() && mute.author().account().equals(account));
    }

    /** Returns the one that keeps the news of a job from a channel; empty where it hears of it. */
    public Optional<Mute> silencing(SubscriptionPlace place, String job) {
        return at(place).stream().filter(mute -> mute.covers(job)).findFirst();
    }

    private List<Mute> where(Predicate<Mute> rule) {
        return all().stream().filter(rule).toList();
    }

    /**
     * Adds a mute. One of the same person or channel for the same jobs is in its place.
     *
     * @throws IOException where it cannot be written; nothing is changed then
     * @throws IllegalStateException where there are too many; the message is for people
     */
    public synchronized Mute add(Mute mute) throws IOException {
        List<Mute> others = new ArrayList<>(all());
        others.removeIf(one -> one.id().equals(mute.id()) || one.isSameAs(mute));
        if (others.size() >= MOST) {
            throw new IllegalStateException(
                    "This Jenkins has " + MOST + " mutes already. End some first: `list` shows yours.");
        }
        others.add(mute);
        save(others);
        return mute;
    }

    /**
     * Ends a mute.
     *
     * @return the one that was ended; empty where there is none of this id
     * @throws IOException where that cannot be written; nothing is changed then
     */
    public synchronized Optional<Mute> remove(String id) throws IOException {
        Optional<Mute> removed =
                all().stream().filter(mute -> mute.id().equals(id)).findFirst();
        if (removed.isPresent()) {
            save(all().stream().filter(mute -> !mute.id().equals(id)).toList());
        }
        return removed;
    }

    /** Ends the mutes that a good build of a job ends. Writes only where there is one. */
    public void fixed(String job) {
        if (known.stream().anyMatch(mute -> job.equalsIgnoreCase(mute.untilFixed()))) {
            change(mutes -> mutes.stream()
                    .filter(mute -> !job.equalsIgnoreCase(mute.untilFixed()))
                    .toList());
        }
    }

    /** Follows a channel that has another id now. */
    public void channelMoved(Predicate<Destination> reached, String channel, String newChannel) {
        change(mutes -> mutes.stream()
                .map(mute -> mute.following(reached, channel, newChannel))
                .toList());
    }

    /** Follows a job or folder that has another full name now. */
    public void jobMoved(String name, String newName) {
        change(mutes -> mutes.stream().map(mute -> mute.moved(name, newName)).toList());
    }

    /** Changes some; in memory at least: a mute that a crash brings back ends with the next good build, or by its time. */
    private synchronized void change(UnaryOperator<List<Mute>> change) {
        List<Mute> changed = change.apply(all());
        if (!Objects.equals(changed, known)) {
            known = List.copyOf(changed);
            try {
                file.write(changed);
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "What has changed of a mute cannot be written", e);
            }
        }
    }

    private void save(List<Mute> all) throws IOException {
        file.write(all);
        known = List.copyOf(all);
    }
}
