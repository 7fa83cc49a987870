package io.jenkins.plugins.slacknotify.manifest;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.EnumSet;
import java.util.Set;

/**
 * The features of a configuration that decide which scopes its token needs.
 *
 * @param ownSender whether messages have a name or an icon that is not the app's
 * @param directMessages whether people get direct messages
 * @param abilities what people may ask for in Slack
 */
public record ScopeNeeds(boolean ownSender, boolean directMessages, Set<Ability> abilities) {
    public ScopeNeeds {
        abilities = Set.copyOf(abilities);
    }

    /** The importance of a scope for a configuration. */
    public enum Need {
        /** Something that is configured does not work without it. */
        NEEDED,
        /** Everything works without it, but in an outage a message may be sent twice. */
        RECOMMENDED,
        /** Nothing that is configured uses it. */
        OPTIONAL
    }

    /** Returns how much a scope matters to the configuration. */
    public Need of(Scope scope) {
        return switch (scope) {
            case CHAT_WRITE -> Need.NEEDED;
            case CHAT_WRITE_PUBLIC, REACTIONS_WRITE, FILES_WRITE -> Need.OPTIONAL;
            case CHAT_WRITE_CUSTOMIZE -> ownSender ? Need.NEEDED : Need.OPTIONAL;
            case CHANNELS_HISTORY, GROUPS_HISTORY, CHANNELS_READ, GROUPS_READ, CHANNELS_JOIN -> Need.RECOMMENDED;
            case COMMANDS, APP_MENTIONS_READ, LINKS_READ, LINKS_WRITE ->
                scope.serves(abilities) ? Need.NEEDED : Need.OPTIONAL;
            case IM_HISTORY ->
                abilities.contains(Ability.COMMANDS) ? Need.NEEDED : directMessages ? Need.RECOMMENDED : Need.OPTIONAL;
            case IM_WRITE -> directMessages ? Need.RECOMMENDED : Need.OPTIONAL;
            case USERS_READ, USERS_READ_EMAIL -> directMessages ? Need.NEEDED : Need.OPTIONAL;
        };
    }

    /** Returns these needs, and that of a sender with a name or an icon that is not the app's, if there is one. */
    public ScopeNeeds withOwnSender(boolean own) {
        return new ScopeNeeds(ownSender || own, directMessages, abilities);
    }

    Set<Scope> all(Need need) {
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(scope -> of(scope) != need);
        return scopes;
    }
}
