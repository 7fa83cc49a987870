package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.Severity;

/**
 * One destination to notify of a build, and how.
 *
 * @param options how its message is presented
 * @param severity of the build, as the rule rates it that leads there
 * @param channelName the name of a channel that a subscription knows by its id; null where it is not known, or a rule leads
 *     there
 */
public record Route(
        Destination destination,
        MessageOptions options,
        Severity severity,
        @CheckForNull String channelName) {
    /** Makes a route to a destination that is known as it is written. */
    public Route(Destination destination, MessageOptions options, Severity severity) {
        this(destination, options, severity, null);
    }
}
