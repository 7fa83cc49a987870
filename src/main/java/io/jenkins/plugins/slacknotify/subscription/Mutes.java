package io.jenkins.plugins.slacknotify.subscription;

import io.jenkins.plugins.slacknotify.routing.Destination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mutes of this Jenkins, in memory and in the file {@code mutes.json}. One that is over has no effect and is not listed. It is kept for
 * a while all the same: the clock may be wrong that says so.
 *
 * <p><b>Guaranteed:</b> what {@link #add} and {@link #remove} have done outlasts a crash. <b>Not guaranteed:</b> what follows from
 * a build, a job or a channel is known at once, and kept in memory where it cannot be written. A mute that a crash brings back ends with
 * the next good build, or by its time.
 *
 * <p>Safe for use by many threads; who reads, or says that a job is good again, waits for nobody.
 */
public final class Mutes {
    /** How many there may be in all. */
    public static final int MAX_MUTES = 5_000;

    /** How many one account may have, be they for channels, so that one person leaves room for the others. */
    public static final int MAX_PER_ACCOUNT = 500;

    /** How many there may be for one channel. More are no help to those who read it. */
    public static final int MAX_PER_TARGET = 100;

    /** For how long one is kept that is over: a clock that is ahead is noticed by then. */
    private static final Duration KEPT_WHEN_OVER = Duration.ofDays(7);

    private static final Logger LOGGER = Logger.getLogger(Mutes.class.getName());

    /** Written under the lock of this object, with what is known then: so an older list never follows a newer one. */
    private final RecordFile<Mute> file;

    private final InstantSource clock;
    private final Executor writers;
    private final AtomicReference<List<Mute>> known;

    private Mutes(RecordFile<Mute> file, List<Mute> known, InstantSource clock, Executor writers) {
        this.file = file;
        this.known = new AtomicReference<>(List.copyOf(known));
        this.clock = clock;
        this.writers = writers;
    }

    /**
     * Reads the mutes in a folder.
     *
     * @param writers write what follows from a build, later and on another thread
     * @throws IOException where the disk cannot be read
     */
    public static Mutes in(Path folder, InstantSource clock, Executor writers) throws IOException {
        RecordFile<Mute> file = RecordFile.of(
                folder.resolve("mutes.json"), "mutes", StoredMute.class, StoredMute::toMute, StoredMute::of);
        return new Mutes(file, file.read(), clock, writers);
    }

    /** Returns those in force, in the order in which they were made. */
    public List<Mute> all() {
        return inForce(known.get());
    }

    private List<Mute> inForce(List<Mute> mutes) {
        Instant now = clock.instant();
        return mutes.stream().filter(mute -> !mute.isOver(now)).toList();
    }

    /** Returns the mutes in force, and as many ended ones as there is room for. */
    private List<Mute> kept(List<Mute> mutes) {
        Instant now = clock.instant();
        List<Mute> kept = mutes.stream()
                .filter(mute -> !mute.isOver(now.minus(KEPT_WHEN_OVER)))
                .toList();
        return kept.size() > MAX_MUTES ? inForce(kept) : kept;
    }

    /** Returns those of one channel. */
    public List<Mute> at(SubscriptionTarget target) {
        return where(mute -> mute.isOf(target));
    }

    /** Returns those that are for one account alone, whoever has had its id. */
    public List<Mute> of(String account) {
        return where(mute -> mute.isPersonal() && mute.author().account().equals(account));
    }

    /** Returns the one that keeps the news of a job from a channel; empty where it hears of it. */
    public Optional<Mute> silencing(SubscriptionTarget target, String job) {
        return at(target).stream().filter(mute -> mute.covers(job)).findFirst();
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
        UnaryOperator<List<Mute>> added = mutes -> {
            List<Mute> all = new ArrayList<>(mutes);
            all.removeIf(one -> one.id().equals(mute.id()) || one.isSameAs(mute));
            all.add(mute);
            return all;
        };
        requireRoom(added.apply(all()), mute);
        save(added);
        return mute;
    }

    private static void requireRoom(List<Mute> all, Mute added) {
        SubscriptionTarget target = added.target();
        String account = added.author().account();
        if (all.size() > MAX_MUTES) {
            throw new IllegalStateException(
                    "This Jenkins has " + MAX_MUTES + " mutes already. End some first: `list` shows yours.");
        }
        if (target != null && all.stream().filter(mute -> mute.isOf(target)).count() > MAX_PER_TARGET) {
            throw new IllegalStateException(
                    "This channel has " + MAX_PER_TARGET + " mutes already. End some first: `list` shows them.");
        }
        if (all.stream().filter(mute -> mute.author().account().equals(account)).count() > MAX_PER_ACCOUNT) {
            throw new IllegalStateException(
                    "You have made " + MAX_PER_ACCOUNT
                            + " mutes that are not over. End some first: `list` shows them, in the channels that they are for.");
        }
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
            save(mutes -> mutes.stream().filter(mute -> !mute.id().equals(id)).toList());
        }
        return removed;
    }

    /** Ends the mutes that a good build of a job ends. Writes nothing itself, as a build waits for it. */
    public void fixed(String job) {
        if (known.get().stream().anyMatch(mute -> job.equalsIgnoreCase(mute.untilFixed()))) {
            UnaryOperator<List<Mute>> fixed = mutes -> mutes.stream()
                    .filter(mute -> !job.equalsIgnoreCase(mute.untilFixed()))
                    .toList();
            if (changes(fixed)) {
                writeLater();
            }
        }
    }

    /** Follows a channel that has another id now. */
    public void channelMoved(Predicate<Destination> reached, String channel, String newChannel) {
        if (changes(mutes -> mutes.stream()
                .map(mute -> mute.withChannelReplaced(reached, channel, newChannel))
                .toList())) {
            write();
        }
    }

    /** Follows a workspace that has another name in Jenkins now. */
    public void workspaceRenamed(String before, String after) {
        if (changes(mutes -> mutes.stream()
                .map(mute -> withWorkspaceRenamed(mute, before, after))
                .toList())) {
            write();
        }
    }

    private static Mute withWorkspaceRenamed(Mute mute, String before, String after) {
        SubscriptionTarget target = mute.target();
        return target == null ? mute : mute.withTarget(target.withWorkspaceRenamed(before, after));
    }

    /** Follows a job or folder that has another full name now. */
    public void jobMoved(String name, String newName) {
        if (changes(
                mutes -> mutes.stream().map(mute -> mute.moved(name, newName)).toList())) {
            write();
        }
    }

    /** Ends the mutes that wait for a good build of a job that is deleted, or of one in a folder that is. */
    public void jobDeleted(String name) {
        if (changes(mutes -> mutes.stream().filter(mute -> !mute.waitsFor(name)).toList())) {
            write();
        }
    }

    /** Changes some in memory. @return false where that has changed nothing, so that nothing is to be written */
    private boolean changes(UnaryOperator<List<Mute>> change) {
        List<Mute> before = known.getAndUpdate(mutes -> List.copyOf(change.apply(kept(mutes))));
        return !known.get().equals(before);
    }

    private void writeLater() {
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException stopping) {
            write();
        }
    }

    private synchronized void write() {
        try {
            file.write(known.get());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "What has changed of a mute cannot be written", e);
        }
    }

    /** Writes a change, and then makes it: in what may have changed meanwhile as well, of which a writer is still to hear. */
    private void save(UnaryOperator<List<Mute>> change) throws IOException {
        file.write(change.apply(kept(known.get())));
        known.updateAndGet(mutes -> List.copyOf(change.apply(kept(mutes))));
    }
}
