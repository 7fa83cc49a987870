package io.jenkins.plugins.slacknotify.subscription;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import io.jenkins.plugins.slacknotify.routing.NamePatterns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The wish to hear nothing of some jobs for a time, of one person or for one channel.
 *
 * @param id by which people name it; letters and digits
 * @param target the channel that is silenced; null where only the author hears nothing, in direct messages
 * @param jobs patterns for full names of jobs
 * @param until when it ends at the latest; null where a good build ends it, or else {@link #MAX_DURATION}
 * @param untilFixed the full name of the job whose next good build ends it; null where only the time does
 */
public record Mute(
        String id,
        SubscriptionAuthor author,
        @CheckForNull SubscriptionTarget target,
        List<String> jobs,
        @CheckForNull Instant until,
        @CheckForNull String untilFixed,
        Instant since) {
    /**
     * The longest time, also where a good build is to end it: that build may never come, as of a branch that nobody works on any more, and
     * nobody remembers why the channel is silent.
     */
    public static final Duration MAX_DURATION = Duration.ofDays(90);

    public Mute {
        requireNonNull(id, "id");
        requireNonNull(author, "author");
        jobs = List.copyOf(jobs);
        requireNonNull(since, "since");
        if (jobs.isEmpty()) {
            throw new IllegalArgumentException("A mute needs a job.");
        }
        if (until == null && untilFixed == null) {
            throw new IllegalArgumentException("A mute needs an end.");
        }
    }

    /** Whether it is that of a channel. */
    boolean isOf(SubscriptionTarget other) {
        return target != null && target.isSameAs(other);
    }

    /** Returns this mute where the channel has another id now. */
    Mute withChannelReplaced(Predicate<Destination> reached, String channel, String newChannel) {
        return target != null && target.channel().equals(channel) && reached.test(target.destination())
                ? withTarget(target.withChannel(newChannel))
                : this;
    }

    /** Returns whether both silence the same jobs for the same channel or person. */
    boolean isSameAs(Mute other) {
        boolean sameTarget = target == null
                ? other.target == null && author.account().equals(other.author.account())
                : other.target != null && other.isOf(target);
        return sameTarget && jobs.equals(other.jobs);
    }

    /** Whether it is for one person alone. */
    public boolean isPersonal() {
        return target == null;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(lastMoment());
    }

    /** Returns when it ends at the latest. */
    public Instant lastMoment() {
        return until == null ? since.plus(MAX_DURATION) : until;
    }

    /** Whether it waits for a good build of a job, or of one in a folder, by the full name: where that is deleted, none comes. */
    boolean waitsFor(String name) {
        return untilFixed != null
                && (untilFixed.equalsIgnoreCase(name)
                        || untilFixed.regionMatches(true, 0, name + "/", 0, name.length() + 1));
    }

    /** Whether it silences a job, by its full name. */
    public boolean covers(String job) {
        return NamePatterns.of(jobs).matches(job);
    }

    /** Returns this mute for a job or folder that has another full name now. */
    Mute moved(String name, String newName) {
        return new Mute(
                id,
                author,
                target,
                JobPatterns.moved(jobs, name, newName),
                until,
                untilFixed == null ? null : JobPatterns.moved(untilFixed, name, newName),
                since);
    }

    Mute withTarget(SubscriptionTarget newTarget) {
        return new Mute(id, author, newTarget, jobs, until, untilFixed, since);
    }
}
