package io.jenkins.plugins.slacknotify.outbox;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.outbox.lane.Waiting;
import io.jenkins.plugins.slacknotify.outbox.thread.OutboxThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The limit of how old an entry may be when it is sent.
 *
 * <p>The age of what an earlier process has left follows from the time of day, which may be wrong where a machine was just booted. So by
 * that nothing is too old before the clock had time to be set, and then by the time that it says by then. Until then, what seems too old
 * is neither sent nor given up. Safe for use by many threads.
 */
final class MaximumAge {
    private final Supplier<Duration> ofNews;
    private final InstantSource clock;
    private final OutboxThreads threads;
    private final Duration untilTheClockIsSet;

    /** The uptime when this process began, and the time of day then. */
    private final Duration began;

    private final Instant beganAt;

    /** By how much the clock was set ahead since then; null while it may still be. */
    @CheckForNull
    private volatile Duration setAhead;

    /**
     * @param ofNews the limit of what is news and no more; asked each time, so that a change counts at once
     * @param untilTheClockIsSet how long the clock may be wrong, from now on
     */
    MaximumAge(Supplier<Duration> ofNews, InstantSource clock, OutboxThreads threads, Duration untilTheClockIsSet) {
        this.ofNews = ofNews;
        this.clock = clock;
        this.threads = threads;
        this.untilTheClockIsSet = untilTheClockIsSet;
        began = threads.uptime();
        beganAt = clock.instant();
    }

    /**
     * Returns whether entries are too old to be sent, now. What corrects an earlier message may be as old as what the outbox remembers of
     * that; later, nobody knows where it is.
     */
    Predicate<Waiting> passed() {
        Duration uptime = threads.uptime();
        Duration ahead = setAhead(uptime);
        Predicate<Waiting> passedHere = isOlder(waiting -> ageHere(waiting, uptime));
        return ahead == null ? passedHere : passedHere.or(isOlder(waiting -> age(waiting, uptime, ahead)));
    }

    /** Returns whether it is not known yet of entries that are not {@link #passed} whether they are too old. */
    Predicate<Waiting> inDoubt() {
        Duration uptime = threads.uptime();
        return setAhead(uptime) == null ? isOlder(waiting -> waiting.age(uptime)) : waiting -> false;
    }

    /** Returns for how much longer the system's clock may not have been set yet; zero once it is believed. */
    Duration untilTheClockIsSet() {
        Duration rest = began.plus(untilTheClockIsSet).minus(threads.uptime());
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Predicate<Waiting> isOlder(Function<Waiting, Duration> age) {
        Duration news = ofNews.get();
        Duration lasting = news.compareTo(ResilientStore.RETENTION) < 0 ? ResilientStore.RETENTION : news;
        return waiting -> age.apply(waiting).compareTo(waiting.order().lasting() ? lasting : news) > 0;
    }

    /** Returns for how long the delivery has waited while this process ran. No change of the system's clock alters that. */
    private Duration ageHere(Waiting waiting, Duration uptime) {
        Duration sinceThen = uptime.minus(began);
        Duration age = waiting.age(uptime);
        return age.compareTo(sinceThen) < 0 ? age : sinceThen;
    }

    private Duration age(Waiting waiting, Duration uptime, Duration ahead) {
        Duration age = waiting.age(uptime);
        boolean isOfEarlierProcess = age.compareTo(uptime.minus(began)) > 0;
        return isOfEarlierProcess ? age.plus(ahead) : age;
    }

    /** Asks the clock once, when it is believed: what it is set to later makes nothing older. */
    @CheckForNull
    private Duration setAhead(Duration uptime) {
        Duration sinceThen = uptime.minus(began);
        if (setAhead == null && sinceThen.compareTo(untilTheClockIsSet) >= 0) {
            setAhead = Duration.between(beganAt, clock.instant()).minus(sinceThen);
        }
        return setAhead;
    }
}
