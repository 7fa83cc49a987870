package io.jenkins.plugins.slacknotify.inbound;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import java.util.Set;

/** The sentences that people read in Slack about requests that were not taken. Plain text, the same in mrkdwn. */
final class RefusalSentences {
    static final String FOREIGN_APP = "This Jenkins works with another Slack app, so nothing was done. Ask an"
            + " administrator of Jenkins to compare the app's id with the one on its page \"Slack » App\".";

    static final String FOREIGN_WORKSPACE =
            "This Jenkins does not work with this workspace, so nothing was done. Ask an"
                    + " administrator of Jenkins to install the app here.";

    static final String OUTSIDER =
            "You belong to another organisation, and Jenkins takes requests of members of its own"
                    + " workspace only. Nothing was done.";

    static final String TOO_MANY =
            "That is more than Jenkins takes of one person in a minute, so nothing was done. Wait a"
                    + " minute and ask again.";

    static final String BUSY = "Jenkins has more requests from Slack than it can do at the moment, so nothing was done."
            + " Wait a minute and ask again.";

    static final String NOT_KEPT =
            "Jenkins cannot write to its disk at the moment, so nothing was done. An administrator"
                    + " finds the reason in its log. Ask again when that is fixed.";

    private RefusalSentences() {}

    /** Returns the sentence for a request whose ability is off. */
    static String off(RequestKind kind, Set<Ability> abilities) {
        String what = kind == RequestKind.BLOCK_ACTION && abilities.contains(Ability.BUTTONS)
                ? "Buttons are"
                : abilities.equals(Set.of(Ability.HOME))
                        ? "The home tab is"
                        : abilities.contains(Ability.COMMANDS) ? "Commands are" : "This is";
        return what + " switched off in this Jenkins, so nothing was done. An administrator switches"
                + (what.endsWith("are") ? " them" : " it")
                + " on in Manage Jenkins » Slack » Commands and buttons.";
    }
}
