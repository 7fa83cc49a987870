package io.jenkins.plugins.slacknotify.routing;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;

/**
 * A destination and how it is to hear.
 *
 * @param name what the administrator calls it; null for a channel that was written as it is
 * @param minimumSeverity what is less severe is not told there
 */
public record DestinationProfile(
        @CheckForNull String name, Destination destination, MessageOptions options, Severity minimumSeverity) {
    public DestinationProfile {
        requireNonNull(destination, "destination");
        requireNonNull(options, "style");
        requireNonNull(minimumSeverity, "minimumSeverity");
    }

    /** A channel that nothing else was decided about. */
    public static DestinationProfile of(Destination destination) {
        return new DestinationProfile(null, destination, MessageOptions.DEFAULT, Severity.INFO);
    }

    /** Whether it hears of builds of that severity. */
    public boolean accepts(Severity severity) {
        return severity.compareTo(minimumSeverity) >= 0;
    }
}
