package io.jenkins.plugins.slacknotify.inbound.request;

import java.util.Set;

/** The kind of a request, one for each type of {@link InboundRequest}. */
public enum RequestKind {
    SLASH_COMMAND(true, Ability.COMMANDS),
    SHORTCUT(true, Ability.COMMANDS),
    APP_MENTION(true, Ability.COMMANDS),
    DIRECT_MESSAGE(true, Ability.COMMANDS),
    BLOCK_ACTION(true, Ability.BUTTONS, Ability.COMMANDS, Ability.HOME),
    VIEW_SUBMISSION(true, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    VIEW_CLOSED(false, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    OPTIONS(false, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    LINK_SHARED(false, Ability.PREVIEWS),
    HOME_OPENED(false, Ability.HOME),
    INSTALLATION_CHANGE(true),
    CHANNEL_CHANGE(true),
    UNKNOWN(false);

    private final boolean kept;
    private final Set<Ability> abilities;

    RequestKind(boolean kept, Ability... abilities) {
        this.kept = kept;
        this.abilities = Set.of(abilities);
    }

    /** Returns whether a request of this kind asks for an act, so that it is kept on disk before it is acknowledged. */
    public boolean isKept() {
        return kept;
    }

    /** Returns the abilities one of which has to be on; none where a request of this kind is always taken. */
    public Set<Ability> abilities() {
        return abilities;
    }
}
