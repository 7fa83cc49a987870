package io.jenkins.plugins.slacknotify.manifest;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.Set;

/**
 * A permission of a Slack app that this plugin uses. The constants are in the order in which the manifest lists them.
 * Which method of the Web API needs which scope is from Slack's documentation.
 */
public enum Scope {
    CHAT_WRITE("chat:write", "to send messages; without it nothing works"),
    CHAT_WRITE_PUBLIC("chat:write.public", "to write to public channels without being invited"),
    CHAT_WRITE_CUSTOMIZE("chat:write.customize", "a name and an icon of your own"),
    CHANNELS_HISTORY(
            "channels:history",
            "to see whether a message to a public channel has arrived, if Slack's answer was lost, before it is sent again"),
    GROUPS_HISTORY(
            "groups:history", "to see whether a message to a private channel has arrived, if Slack's answer was lost"),
    IM_HISTORY(
            "im:history",
            "to see whether a direct message has arrived, if Slack's answer was lost, and to take commands in"
                    + " direct messages"),
    CHANNELS_READ(
            "channels:read",
            "to find the id of a public channel, if Slack's answer was lost and the message has to be looked"
                    + " for; to know its members, for people who want no news twice; and to learn that it was renamed or"
                    + " archived"),
    GROUPS_READ(
            "groups:read",
            "to find the id and the members of a private channel, to learn that it was renamed or archived, and"
                    + " to know whether a subscription in it can arrive"),
    CHANNELS_JOIN(
            "channels:join",
            "to join a public channel without an invitation, if Slack's answer was lost; only a member can look for the message there"),
    IM_WRITE("im:write", "to open a direct message, if Slack's answer was lost, and to look for the message there"),
    USERS_READ(
            "users:read",
            "to find out who somebody is in Slack, when they ask for something there or get direct messages"),
    USERS_READ_EMAIL("users:read.email", "to find people by their e-mail address, for direct messages"),
    REACTIONS_WRITE("reactions:write", "to put emoji below messages"),
    FILES_WRITE("files:write", "to show files in messages"),
    COMMANDS("commands", "to have a slash command and entries in the menu of a message", Ability.COMMANDS),
    APP_MENTIONS_READ("app_mentions:read", "to take commands in a channel, by a mention", Ability.COMMANDS),
    LINKS_READ("links:read", "to see links to this Jenkins, for previews", Ability.PREVIEWS),
    LINKS_WRITE("links:write", "to show previews of such links", Ability.PREVIEWS);

    private final String id;
    private final String purpose;
    private final Ability ability;

    Scope(String id, String purpose) {
        this(id, purpose, null);
    }

    /** @param ability the one that the scope is for alone; null for a scope that notifications use */
    Scope(String id, String purpose, @CheckForNull Ability ability) {
        this.id = id;
        this.purpose = purpose;
        this.ability = ability;
    }

    /** Returns whether an app with these abilities has a use for the scope. */
    public boolean serves(Set<Ability> abilities) {
        return ability == null || abilities.contains(ability);
    }

    /** Returns the name that Slack gives the scope. */
    public String id() {
        return id;
    }

    /** Returns what the scope is good for, in words that go on after its name and a colon. */
    public String purpose() {
        return purpose;
    }
}
