package io.jenkins.plugins.slacknotify.routing;

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
     * The limit of the channels to which some jobs may write.
     *
     * @param jobs patterns for full names of jobs
     * @param channels patterns for channels with a {@code #}, ids of channels, and names of the system's destinations; none for no
     *     channel at all
     */
    public record Limit(NamePatterns jobs, List<String> channels) {
        public Limit {
            channels = channels.stream().map(ChannelLink::idOr).toList();
        }

        boolean allows(DestinationProfile target) {
            return Stream.of(target.destination().label(), written(target))
                    .anyMatch(written ->
                            channels.stream().map(Glob::forJobNames).anyMatch(pattern -> pattern.matches(written)));
        }
    }

    /**
     * Whether a job may write to a destination. The name of a destination counts where the system has given it: whoever may
     * configure a job or a folder can give any name to any channel.
     *
     * @param job its full name
     */
    public boolean allows(String job, DestinationProfile target) {
        return find(job).map(limit -> limit.allows(target)).orElse(true);
    }

    /** Says why a job may not write to a destination, and what to do, on the terms of {@link #allows}; empty where it may. */
    public Optional<String> findRefusal(String job, DestinationProfile target) {
        return find(job)
                .filter(limit -> !limit.allows(target))
                .map(
                        limit -> "The job " + job + " may not write to " + written(target)
                                + ". "
                                + (limit.channels().isEmpty()
                                        ? "It may write to no channel by itself."
                                        : "It may write to: " + String.join(", ", limit.channels()) + ".")
                                + " An administrator can allow more in Manage Jenkins » Slack » Destinations, under Channels of jobs.");
    }

    /** Returns the word of a limit and its refusal for a destination: the name that the system has given it, or else its channel. */
    private static String written(DestinationProfile target) {
        ChannelSource source = target.options().channelSource();
        String name = target.name();
        return name != null && source != null && source.scope() == RuleScope.SYSTEM
                ? name
                : target.destination().label();
    }

    private Optional<Limit> find(String job) {
        return limits.stream().filter(limit -> limit.jobs().matches(job)).findFirst();
    }
}
