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
public record SubscriptionPlace(
        @CheckForNull String workspace,
        String channel,
        @CheckForNull String name) {
    public SubscriptionPlace {
        requireNonNull(channel, "channel");
    }

    /** Whether only the author reads it. */
    public boolean isDirectMessage() {
        return channel.startsWith("D");
    }

    /** Whether this is the same conversation, whatever it is called. */
    public boolean isSameAs(SubscriptionPlace other) {
        return channel.equals(other.channel) && Objects.equals(workspace, other.workspace);
    }

    /** Returns the address of its messages; nobody is notified by one that is a direct message. */
    Destination destination() {
        return new Destination(null, workspace, channel);
    }

    /** The place as people know it. */
    public String label() {
        if (isDirectMessage()) {
            return "direct message";
        }
        return name == null ? channel : "#" + name;
    }

    SubscriptionPlace withChannel(String newChannel) {
        return new SubscriptionPlace(workspace, newChannel, name);
    }

    /** Returns this place where a workspace has another name. */
    SubscriptionPlace following(String before, String after) {
        return before.equals(workspace) ? new SubscriptionPlace(after, channel, name) : this;
    }

    SubscriptionPlace withName(String newName) {
        return new SubscriptionPlace(workspace, channel, newName);
    }
}
