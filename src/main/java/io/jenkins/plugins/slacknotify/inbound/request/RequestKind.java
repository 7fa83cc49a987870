package io.jenkins.plugins.slacknotify.inbound.request;

import java.util.Set;

/** The kind of a request, one for each type of {@link InboundRequest}, and how each kind is taken and refused. */
public enum RequestKind {
    SLASH_COMMAND(Keeping.KEPT, Refusal.REPLY, Ability.COMMANDS),
    SHORTCUT(Keeping.KEPT, Refusal.MESSAGE, Ability.COMMANDS),
    APP_MENTION(Keeping.KEPT_AND_REPEATED, Refusal.MESSAGE, Ability.COMMANDS),
    DIRECT_MESSAGE(Keeping.KEPT_AND_REPEATED, Refusal.MESSAGE, Ability.COMMANDS),
    BLOCK_ACTION(Keeping.KEPT, Refusal.MESSAGE, Ability.BUTTONS, Ability.COMMANDS, Ability.HOME),
    VIEW_SUBMISSION(Keeping.KEPT, Refusal.NOTICE, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    VIEW_CLOSED(Keeping.ONCE, Refusal.SILENCE, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    OPTIONS(Keeping.ONCE, Refusal.NO_OPTIONS, Ability.COMMANDS, Ability.BUTTONS, Ability.HOME),
    LINK_SHARED(Keeping.REPEATED, Refusal.SILENCE, Ability.PREVIEWS),
    HOME_OPENED(Keeping.REPEATED, Refusal.SILENCE, Ability.HOME),
    INSTALLATION_CHANGE(Keeping.KEPT_AND_REPEATED, Refusal.SILENCE),
    CHANNEL_CHANGE(Keeping.KEPT_AND_REPEATED, Refusal.SILENCE),
    UNKNOWN(Keeping.ONCE, Refusal.SILENCE);

    /** Where a request is safe until it is done. */
    private enum Keeping {
        /** Nowhere: the request is lost where Jenkins stops. */
        ONCE(false, false),
        /** At Slack, until it is acknowledged: an event comes again after a while, up to three times. */
        REPEATED(false, true),
        /** On disk, before it is acknowledged: a person asks for an act. */
        KEPT(true, false),
        KEPT_AND_REPEATED(true, true);

        private final boolean kept;
        private final boolean repeated;

        Keeping(boolean kept, boolean repeated) {
            this.kept = kept;
            this.repeated = repeated;
        }
    }

    /** How the person hears that a request was refused. */
    public enum Refusal {
        /** By a sentence in the acknowledgement, which the member alone sees. */
        REPLY,
        /** By a sentence in the acknowledgement, in place of the form. */
        NOTICE,
        /** By a separate message, as the acknowledgement of such a request carries no text. */
        MESSAGE,
        /** By a menu that offers no choice. */
        NO_OPTIONS,
        /** The member gets no answer, because nobody waits for one, for example after typing a link. */
        SILENCE
    }

    private final Keeping keeping;
    private final Refusal refusal;
    private final Set<Ability> abilities;

    RequestKind(Keeping keeping, Refusal refusal, Ability... abilities) {
        this.keeping = keeping;
        this.refusal = refusal;
        this.abilities = Set.of(abilities);
    }

    /** Returns whether a request of this kind asks for an act, so that it is kept on disk before it is acknowledged. */
    public boolean isKept() {
        return keeping.kept;
    }

    /** Returns whether Slack sends a request of this kind again that was not acknowledged. */
    public boolean isRepeatedBySlack() {
        return keeping.repeated;
    }

    /** Returns whether a person has asked for an act, and waits for an answer. */
    public boolean isAnswered() {
        return refusal == Refusal.REPLY || refusal == Refusal.NOTICE || refusal == Refusal.MESSAGE;
    }

    /** Returns how the person hears of a refusal. */
    public Refusal refusal() {
        return refusal;
    }

    /** Returns the abilities one of which has to be on; none where a request of this kind is always taken. */
    public Set<Ability> abilities() {
        return abilities;
    }
}
