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
 * @param rule the rule that leads there; null where none does, as for the correction of an earlier message
 */
public record Route(
        Destination destination,
        MessageOptions options,
        Severity severity,
        @CheckForNull String channelName,
        @CheckForNull RuleOrigin rule) {
    /** Returns the route to the same channel, written in another way. */
    public Route writtenAs(Destination same) {
        return new Route(same, options, severity, channelName, rule);
    }
}
