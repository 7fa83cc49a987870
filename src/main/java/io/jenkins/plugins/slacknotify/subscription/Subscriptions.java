package io.jenkins.plugins.slacknotify.subscription;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The subscriptions of this Jenkins, in memory and in the file {@code subscriptions.json}.
 *
 * <p><b>Guaranteed:</b> what {@link #add} and {@link #remove} have done outlasts a crash. Nothing but {@link #remove} ends a
 * subscription: neither a failed send nor a channel that is gone. Safe for use by many threads; who reads waits for nobody.
 */
public final class Subscriptions {
    /** How many there may be for one conversation. More are no help to those who read it. */
    public static final int MAX_PER_TARGET = 50;

    /** How many one account may have, so that one person leaves room for the others. */
    public static final int MAX_PER_ACCOUNT = 1_000;

    /** How many there may be in all. */
    public static final int MAX_SUBSCRIPTIONS = 5_000;

    /** How many characters a subscription has of jobs and branches. No name of a job is longer. */
    static final int MAX_LENGTH = 2_000;

    private static final Logger LOGGER = Logger.getLogger(Subscriptions.class.getName());

    private final RecordFile<Subscription> file;
    private final InstantSource clock;
    private volatile SubscriptionIndex index;

    private Subscriptions(RecordFile<Subscription> file, List<Subscription> known, InstantSource clock) {
        this.file = file;
        this.index = new SubscriptionIndex(known);
        this.clock = clock;
    }

    /**
     * Reads the subscriptions in a folder.
     *
     * @throws IOException where the disk cannot be read
     */
    public static Subscriptions in(Path folder, InstantSource clock) throws IOException {
        RecordFile<Subscription> file = RecordFile.of(
                folder.resolve("subscriptions.json"),
                "subscriptions",
                StoredSubscription.class,
                StoredSubscription::toSubscription,
                StoredSubscription::of);
        return new Subscriptions(file, file.read(), clock);
    }

    /** Returns all, in the order in which they were made. */
    public List<Subscription> all() {
        return index.all();
    }

    public Optional<Subscription> find(String id) {
        return Optional.ofNullable(index.find(id));
    }

    /** Returns those of one conversation, in the order in which they were made. */
    public List<Subscription> at(SubscriptionTarget target) {
        return all().stream().filter(one -> one.target().isSameAs(target)).toList();
    }

    /** Returns the subscriptions that can be for a job, by its full name, in the order in which they were made. */
    List<SubscriptionIndex.Entry> of(String job) {
        return index.of(job);
    }

    /**
     * Adds a subscription, in the place of one of the same author that says the same for the same conversation. That of another author stays:
     * each counts while its author may read the job.
     *
     * @param id from {@link SubscriptionIds}; the same one makes the same subscription, however often it is added
     * @throws IOException where it cannot be written; nothing is changed then
     * @throws IllegalStateException where there are too many; the message is for people
     */
    public synchronized Subscription add(
            String id, SubscriptionAuthor author, SubscriptionTarget target, SubscriptionFilter filter)
            throws IOException {
        Optional<Subscription> known = find(id);
        if (known.isPresent()) {
            return known.get();
        }
        List<Subscription> others = new ArrayList<>(all());
        others.removeIf(one -> one.target().isSameAs(target)
                && one.filter().equals(filter)
                && one.author().account().equals(author.account()));
        if (others.stream().filter(one -> one.target().isSameAs(target)).count() >= MAX_PER_TARGET) {
            throw new IllegalStateException("There are " + MAX_PER_TARGET
                    + " subscriptions here already. End some: `list` shows them, `unsubscribe` ends them.");
        }
        if (others.stream()
                        .filter(one -> one.author().account().equals(author.account()))
                        .count()
                >= MAX_PER_ACCOUNT) {
            throw new IllegalStateException("You have made " + MAX_PER_ACCOUNT
                    + " subscriptions. End some: `list` shows them, in the channels that they are for.");
        }
        if (filter.length() > MAX_LENGTH) {
            throw new IllegalStateException(
                    "A subscription takes " + MAX_LENGTH
                            + " characters of jobs and branches. Write a pattern, such as `release/*`, or several subscriptions.");
        }
        if (others.size() >= MAX_SUBSCRIPTIONS) {
            throw new IllegalStateException("This Jenkins has " + MAX_SUBSCRIPTIONS
                    + " subscriptions already. Ask an administrator of Jenkins to remove some.");
        }
        Subscription added = new Subscription(id, author, target, filter, clock.instant(), null);
        others.add(added);
        save(others);
        return added;
    }

    /**
     * Ends a subscription.
     *
     * @return the one that was ended; empty where there is none of this id
     * @throws IOException where that cannot be written; nothing is changed then
     */
    public synchronized Optional<Subscription> remove(String id) throws IOException {
        Optional<Subscription> removed = find(id);
        if (removed.isPresent()) {
            save(all().stream().filter(one -> !one.id().equals(id)).toList());
        }
        return removed;
    }

    /**
     * Notes whether a subscription rests.
     *
     * @param reason null where it is in force
     * @return whether that is new
     */
    public synchronized boolean rest(String id, @CheckForNull RestingReason reason) {
        Subscription known = index.find(id);
        return known != null && known.rest() != reason && change(one -> one == known ? one.withRest(reason) : one);
    }

    /** Follows a channel that has another id now. */
    public synchronized void channelMoved(Predicate<Destination> reached, String channel, String newChannel) {
        change(one -> one.target().channel().equals(channel) && reached.test(one.destination())
                ? one.withTarget(one.target().withChannel(newChannel))
                : one);
    }

    /** Follows a workspace that has another name in Jenkins now. */
    public synchronized void workspaceRenamed(String before, String after) {
        change(one -> one.withTarget(one.target().withWorkspaceRenamed(before, after)));
    }

    /** Notes the name of a channel. */
    public synchronized void channelNamed(Predicate<Destination> reached, String channel, String name) {
        change(one -> one.target().channel().equals(channel)
                        && reached.test(one.destination())
                        && !name.equals(one.target().name())
                ? one.withTarget(one.target().withName(name))
                : one);
    }

    /** Follows a job or folder that has another full name now. */
    public synchronized void jobMoved(String name, String newName) {
        change(one -> one.withFilter(
                one.filter().withJobs(JobPatterns.moved(one.filter().jobs(), name, newName))));
    }

    /** Changes some; in memory at least, as each of these can be found out anew. @return whether anything is different */
    private boolean change(UnaryOperator<Subscription> change) {
        List<Subscription> changed = all().stream().map(change).toList();
        if (changed.equals(all())) {
            return false;
        }
        index = new SubscriptionIndex(changed);
        try {
            file.write(changed);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "What has changed of a subscription cannot be written", e);
        }
        return true;
    }

    private void save(List<Subscription> all) throws IOException {
        file.write(all);
        index = new SubscriptionIndex(all);
    }
}
