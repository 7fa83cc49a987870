package io.jenkins.plugins.slacknotify.manifest;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.util.EnumSet;
import java.util.List;
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
        /**
         * Messages are sent without it. But in an outage one may be sent twice, and without those that read channels, it is not known
         * who reads a channel, nor what becomes of it.
         */
        RECOMMENDED,
        /** The configuration does not use the scope. */
        OPTIONAL
    }

    /** Returns how much a scope matters to the configuration. */
    public Need of(Scope scope) {
        if (needed().contains(scope)) {
            return Need.NEEDED;
        }
        return recommended().contains(scope) ? Need.RECOMMENDED : Need.OPTIONAL;
    }

    private Set<Scope> needed() {
        Set<Scope> needed = EnumSet.of(Scope.CHAT_WRITE);
        if (ownSender) {
            needed.add(Scope.CHAT_WRITE_CUSTOMIZE);
        }
        if (directMessages) {
            needed.addAll(List.of(Scope.USERS_READ, Scope.USERS_READ_EMAIL));
        }
        abilities.stream().map(ScopeNeeds::neededFor).forEach(needed::addAll);
        return needed;
    }

    /**
     * Returns the scopes without which an ability does not work: of the events and commands that Slack then sends, and of the methods
     * that are called. Whoever asks for anything is looked up first ({@code users.info}), or is refused.
     */
    private static List<Scope> neededFor(Ability ability) {
        return switch (ability) {
            case COMMANDS -> List.of(Scope.USERS_READ, Scope.IM_HISTORY, Scope.COMMANDS, Scope.APP_MENTIONS_READ);
            case PREVIEWS -> List.of(Scope.USERS_READ, Scope.LINKS_READ, Scope.LINKS_WRITE);
            case BUTTONS, HOME -> List.of(Scope.USERS_READ);
        };
    }

    /** Returns the scopes with which a message is looked for whose answer was lost, and channels are looked at. */
    private Set<Scope> recommended() {
        Set<Scope> recommended = EnumSet.of(
                Scope.CHANNELS_HISTORY,
                Scope.GROUPS_HISTORY,
                Scope.CHANNELS_READ,
                Scope.GROUPS_READ,
                Scope.CHANNELS_JOIN);
        if (directMessages) {
            recommended.addAll(List.of(Scope.IM_HISTORY, Scope.IM_WRITE));
        }
        return recommended;
    }

    /** Returns these needs, to which the need of a sender with a name or an icon of its own is added. */
    public ScopeNeeds withOwnSender(boolean own) {
        return new ScopeNeeds(ownSender || own, directMessages, abilities);
    }

    Set<Scope> all(Need need) {
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(scope -> of(scope) != need);
        return scopes;
    }
}
