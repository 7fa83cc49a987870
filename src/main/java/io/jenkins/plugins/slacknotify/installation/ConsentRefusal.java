package io.jenkins.plugins.slacknotify.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Locale;

/**
 * The reasons for which Slack's page sends a browser back without a code, in its parameter {@code error}. The codes are from
 * Slack's documentation; what else comes is said as it is.
 */
public enum ConsentRefusal {
    ACCESS_DENIED(
            "Nothing was installed: in Slack, somebody has pressed \"Cancel\", or may not install apps. If Slack offers"
                    + " \"Request to Install\", press that, and come back when the app is approved."),
    INVALID_TEAM_FOR_NON_DISTRIBUTED_APP(
            "Nothing was installed: the app may only be installed in the workspace in which it was made. To install it in"
                    + " others, open the app on https://api.slack.com/apps, page \"Manage Distribution\", and activate public"
                    + " distribution; it stays unlisted."),
    ORG_DEPLOY_NOT_ENABLED(
            "Nothing was installed: the app may not be installed in a whole organisation. Open the app on"
                    + " https://api.slack.com/apps, page \"Org Level Apps\", and opt in."),
    BAD_REDIRECT_URI("Nothing was installed: the app does not have the address of this Jenkins. Open the app on"
            + " https://api.slack.com/apps, page \"OAuth & Permissions\", \"Redirect URLs\", and add the address that this"
            + " page shows."),
    INVALID_SCOPE(
            "Nothing was installed: the app's manifest lacks a scope that Jenkins asks for. Update the app: this page shows"
                    + " what is new in the manifest."),
    OTHER("Nothing was installed. Slack says: ");

    private static final int SHOWN = 60;

    private final String sentence;

    ConsentRefusal(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Returns the sentence for a person.
     *
     * @param error as the browser has brought it; anybody may have written it
     */
    public static String sentenceFor(@CheckForNull String error) {
        String code = error == null ? "" : error.replaceAll("[^0-9A-Za-z_.-]", "");
        for (ConsentRefusal refusal : values()) {
            if (refusal != OTHER && refusal.name().equals(code.toUpperCase(Locale.ROOT))) {
                return refusal.sentence;
            }
        }
        String shown = code.length() > SHOWN ? code.substring(0, SHOWN) : code;
        return OTHER.sentence + (shown.isEmpty() ? "nothing" : shown) + ".";
    }
}
