package io.jenkins.plugins.slacknotify.subscription;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.routing.Destination;
import java.util.Objects;

/**
 * The conversation in Slack to which the messages of a subscription go.
 *
 * @param workspace the name of a workspace that the administrator has listed; null for that of the system
 * @param channel the id of a channel, or of the conversation of the app with the author ({@code D…}). An id outlasts renames,
 *     and that a channel becomes private or public
 * @param name the name of the channel when Slack last told it, without {@code #}; null where it is not known
 */
public record SubscriptionTarget(
        @CheckForNull String workspace,
        String channel,
        @CheckForNull String name) {
    public SubscriptionTarget {
        requireNonNull(channel, "channel");
    }

    /** Whether only the author reads it. */
    public boolean isDirectMessage() {
        return channel.startsWith("D");
    }

    /** Whether this is the same conversation, whatever it is called. */
    public boolean isSameAs(SubscriptionTarget other) {
        return channel.equals(other.channel) && Objects.equals(workspace, other.workspace);
    }

    /** Returns the address of its messages; nobody is notified by one that is a direct message. */
    Destination destination() {
        return new Destination(null, workspace, channel);
    }

    /** The target as people know it. */
    public String label() {
        if (isDirectMessage()) {
            return "direct message";
        }
        return name == null ? channel : "#" + name;
    }

    SubscriptionTarget withChannel(String newChannel) {
        return new SubscriptionTarget(workspace, newChannel, name);
    }

    /** Returns this target where a workspace has another name. */
    SubscriptionTarget withWorkspaceRenamed(String before, String after) {
        return before.equals(workspace) ? new SubscriptionTarget(after, channel, name) : this;
    }

    SubscriptionTarget withName(String newName) {
        return new SubscriptionTarget(workspace, channel, newName);
    }
}
