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
public record Target(@CheckForNull String name, Destination destination, Style style, Severity minimumSeverity) {
    public Target {
        requireNonNull(destination, "destination");
        requireNonNull(style, "style");
        requireNonNull(minimumSeverity, "minimumSeverity");
    }

    /** A channel that nothing else was decided about. */
    public static Target of(Destination destination) {
        return new Target(null, destination, Style.PLAIN, Severity.INFO);
    }

    /** Whether it hears of builds of that severity. */
    public boolean takes(Severity severity) {
        return severity.compareTo(minimumSeverity) >= 0;
    }
}
