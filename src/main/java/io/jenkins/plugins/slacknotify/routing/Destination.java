package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Objects;

/**
 * The address of a notification: a channel, or a person, or the people of a build, who are found out later.
 *
 * @param credentialsId the credential of the workspace's bot; null for the one of the global configuration at the time
 *     of sending, so that a waiting notification is sent with a token that was replaced meanwhile
 * @param workspace the name of a workspace that the administrator has listed, and whose token is used; null where
 *     {@code credentialsId} names the token, or for the token of the global configuration
 * @param channel a channel's name, or the id of a channel or member; a leading {@code #} and blanks around it are removed, and
 *     of a {@linkplain ChannelLink link} the id is kept, so that one channel is one destination however it is written
 */
public record Destination(
        @CheckForNull String credentialsId, @CheckForNull String workspace, String channel) {
    public Destination {
        channel = bare(ChannelLink.idOr(channel).strip());
        if (channel.isEmpty()) {
            throw new IllegalArgumentException("A destination needs a channel");
        }
    }

    /** Creates a destination with a token that a job or folder names; null for that of the global configuration. */
    public Destination(@CheckForNull String credentialsId, String channel) {
        this(credentialsId, null, channel);
    }

    /** Returns a destination with the token of a workspace that the administrator has listed. */
    public static Destination inWorkspace(String workspace, String channel) {
        return new Destination(null, workspace, channel);
    }

    /** Returns the destination of another channel or person in the same workspace, with the same token. */
    public Destination withChannel(String newChannel) {
        return new Destination(credentialsId, workspace, newChannel);
    }

    /** Stands for the people of a build. No channel can be called so: Slack's names of channels have no {@code @}. */
    private static final String PEOPLE = "@people";

    /** Returns the destination that stands for the people of a build, whoever they are. */
    public static Destination forPeople(@CheckForNull String credentialsId) {
        return new Destination(credentialsId, PEOPLE);
    }

    /** Whether this stands for the people of a build, who are found out later. */
    public boolean isPeople() {
        return channel.equals(PEOPLE);
    }

    /** Whether this is the same channel or person with the same token, for one job. Capitals make no difference to Slack. */
    public boolean isSameAs(Destination other) {
        return hasBotOf(other) && label().equalsIgnoreCase(other.label());
    }

    /** Whether the same token is meant, for one job. */
    public boolean hasBotOf(Destination other) {
        return Objects.equals(credentialsId, other.credentialsId) && Objects.equals(workspace, other.workspace);
    }

    /** The channel as people write it: names get their {@code #}, ids stay as they are. */
    public String label() {
        if (isPeople()) {
            return "people";
        }
        return isId() ? channel : "#" + channel;
    }

    /**
     * Whether the channel is the id of a member. It is no channel then: whoever names a member wants to notify a person, which takes an
     * account that may see the job.
     */
    public boolean isPerson() {
        return isId() && (channel.startsWith("U") || channel.startsWith("W"));
    }

    /** Whether the channel is the id of a conversation with a person, which does not tell who that is. */
    public boolean isDirectMessage() {
        return isId() && channel.startsWith("D");
    }

    private static String bare(String channel) {
        return channel.startsWith("#") ? channel.substring(1).strip() : channel;
    }

    /**
     * Whether the channel is an id. Slack's ids are capital letters and digits, and begin with a letter for their kind; names
     * have no capitals.
     */
    public boolean isId() {
        return SlackId.isAddressee(channel);
    }
}
