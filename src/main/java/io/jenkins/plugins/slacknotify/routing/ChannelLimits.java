package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Glob;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The channels to which jobs may write by their own rules, those of their folders, and their scripts. For each job, the first limit
 * counts whose patterns its name matches; a job that matches none may write to any channel. The rules of the system and the system
 * channel are not limited.
 *
 * @param limits in the order in which they are asked
 */
public record ChannelLimits(List<Limit> limits) {
    /** No limit for any job. */
    public static final ChannelLimits NONE = new ChannelLimits(List.of());

    public ChannelLimits {
        limits = List.copyOf(limits);
    }

    /**
     * The limit of some jobs.
     *
     * @param jobs patterns for full names of jobs
     * @param channels patterns for channels with a {@code #}, ids of channels, and names of destinations; none for no channel at all
     */
    public record Limit(NamePatterns jobs, List<String> channels) {
        public Limit {
            channels = channels.stream().map(ChannelLink::idOr).toList();
        }

        boolean allows(Destination destination, @CheckForNull String name) {
            return Stream.of(destination.label(), name == null ? destination.label() : name)
                    .anyMatch(written ->
                            channels.stream().map(Glob::forJobNames).anyMatch(pattern -> pattern.matches(written)));
        }
    }

    /**
     * Whether a job may write to a destination.
     *
     * @param job its full name
     * @param name of the destination; null where the channel is named directly
     */
    public boolean allows(String job, Destination destination, @CheckForNull String name) {
        return find(job).map(limit -> limit.allows(destination, name)).orElse(true);
    }

    /** Says why a job may not write to a destination, and what to do, on the terms of {@link #allows}; empty where it may. */
    public Optional<String> findRefusal(String job, Destination destination, @CheckForNull String name) {
        return find(job)
                .filter(limit -> !limit.allows(destination, name))
                .map(
                        limit -> "The job " + job + " may not write to " + (name == null ? destination.label() : name)
                                + ". "
                                + (limit.channels().isEmpty()
                                        ? "It may write to no channel by itself."
                                        : "It may write to: " + String.join(", ", limit.channels()) + ".")
                                + " An administrator can allow more in Manage Jenkins » Slack » Rules, under Channels of jobs.");
    }

    private Optional<Limit> find(String job) {
        return limits.stream().filter(limit -> limit.jobs().matches(job)).findFirst();
    }
}
