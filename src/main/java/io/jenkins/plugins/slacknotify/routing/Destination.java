package io.jenkins.plugins.slacknotify.routing;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * Where a notification goes: a channel, or a person, or the people of a build, who are yet to be found out.
 *
 * @param credentialsId the credential of the workspace's bot; null means the one of the global configuration at the time
 *     of sending, so that what waits goes out with a token that was replaced meanwhile
 * @param workspace the name of one of the workspaces that the administrator has listed, whose token it is; null where
 *     {@code credentialsId} says it, or for the token of the global configuration
 * @param channel a channel's name or a conversation or user id; a leading {@code #} and blanks around it are taken off, so
 *     that one channel is one destination however it is written
 */
public record Destination(
        @CheckForNull String credentialsId, @CheckForNull String workspace, String channel) {
    public Destination {
        channel = bare(channel.strip());
        if (channel.isEmpty()) {
            throw new IllegalArgumentException("A destination needs a channel");
        }
    }

    /** With a token that a job or folder names, or else that of the global configuration. */
    public Destination(@CheckForNull String credentialsId, String channel) {
        this(credentialsId, null, channel);
    }

    /** With the token of a workspace that the administrator has listed. */
    public static Destination inWorkspace(String workspace, String channel) {
        return new Destination(null, workspace, channel);
    }

    /** The same workspace with the same token, but another channel or person. */
    public Destination withChannel(String newChannel) {
        return new Destination(credentialsId, workspace, newChannel);
    }

    /** No channel can be called so: Slack's names of channels have no {@code @}. */
    private static final String PEOPLE = "@people";

    /** The people of a build, whoever they are. */
    public static Destination forPeople(@CheckForNull String credentialsId) {
        return new Destination(credentialsId, PEOPLE);
    }

    public boolean isPeople() {
        return channel.equals(PEOPLE);
    }

    /** The channel as people say it: names get their {@code #}, ids stay as they are. */
    public String label() {
        if (isPeople()) {
            return "people";
        }
        return isId() ? channel : "#" + channel;
    }

    /** Whether the channel is the id of a member, who gets a direct message. */
    public boolean isPerson() {
        return isId() && (channel.startsWith("U") || channel.startsWith("W"));
    }

    private static String bare(String channel) {
        return channel.startsWith("#") ? channel.substring(1).strip() : channel;
    }

    /**
     * Whether the channel is an id. Slack's ids are capital letters and digits, and begin with a letter for their kind; names
     * have no capitals.
     */
    public boolean isId() {
        return channel.matches("[CDGUW][A-Z0-9]{6,}");
    }
}
