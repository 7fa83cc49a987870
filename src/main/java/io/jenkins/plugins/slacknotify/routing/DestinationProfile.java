package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;

/**
 * A destination with its options, as an administrator has configured it.
 *
 * @param name the administrator's name for it; null for a channel that a rule or job names directly
 * @param destination the address
 * @param options how its messages are presented
 * @param minimumSeverity the least severity of which it is notified
 */
public record DestinationProfile(
        @CheckForNull String name, Destination destination, MessageOptions options, Severity minimumSeverity) {
    public DestinationProfile {
        requireNonNull(destination, "destination");
        requireNonNull(options, "options");
        requireNonNull(minimumSeverity, "minimumSeverity");
    }

    /** Returns the profile of a destination with default options, for every severity. */
    public static DestinationProfile of(Destination destination) {
        return new DestinationProfile(null, destination, MessageOptions.DEFAULT, Severity.INFO);
    }

    /** Whether the destination is notified of builds of a severity. */
    public boolean accepts(Severity severity) {
        return severity.compareTo(minimumSeverity) >= 0;
    }

    /**
     * Whether the destination is a person who is notified of builds of a severity, with the token of the system: such a person is found
     * and asked about preferences like an account.
     */
    public boolean isMemberFor(Severity severity) {
        return accepts(severity)
                && destination.isPerson()
                && destination.workspace() == null
                && destination.credentialsId() == null;
    }

    /** Returns the profile with the place where its channel is named. */
    public DestinationProfile namedIn(ChannelSource source) {
        return new DestinationProfile(name, destination, options.withChannelSource(source), minimumSeverity);
    }
}
