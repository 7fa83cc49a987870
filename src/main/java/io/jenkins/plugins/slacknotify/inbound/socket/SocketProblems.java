package io.jenkins.plugins.slacknotify.inbound.socket;

import io.jenkins.plugins.slacknotify.slack.refusal.Refusal;

/** The sentences of {@link SocketProblem}, by Slack's code. */
public final class SocketProblems {
    static final String LINK_DISABLED = "link_disabled";
    static final String TOO_MANY_WEBSOCKETS = "too_many_websockets";

    private SocketProblems() {}

    /** Returns whether another attempt makes no sense before somebody has fixed something. */
    static boolean isFinal(String error) {
        return error.equals(LINK_DISABLED) || Refusal.isAboutTheToken(error);
    }

    /** Returns the sentences for the refusal of a connection. */
    public static String remedy(Refusal refusal) {
        return switch (refusal.error()) {
            case "invalid_auth", "not_authed", "token_expired" ->
                "Slack does not know the app-level token. Generate one on the page \"Basic Information\" of the app on"
                        + " https://api.slack.com/apps, with the scope connections:write, and put it into the credential.";
            case "account_inactive", "token_revoked" ->
                "The app-level token was revoked, or its app was deleted. Generate a new one on the page \"Basic"
                        + " Information\" of the app on https://api.slack.com/apps, and put it into the credential.";
            case "missing_scope", "not_allowed_token_type" ->
                "The token may not open connections. Socket Mode needs an app-level token (xapp-) with the scope"
                        + " connections:write, from the page \"Basic Information\" of the app on https://api.slack.com/apps.";
            default -> remedy(refusal.error(), refusal.remedy());
        };
    }

    /** Returns the sentences for what Slack says when it ends a session. */
    static String remedy(String reason, String otherwise) {
        return switch (reason) {
            case LINK_DISABLED ->
                "Socket Mode was switched off for the app. Switch it on again on the page \"Socket Mode\" of the app on"
                        + " https://api.slack.com/apps, or set a signing secret here and let Slack call this Jenkins.";
            case TOO_MANY_WEBSOCKETS ->
                "The app has as many connections as Slack allows, which is ten. Other programs use the same app, and each"
                        + " gets a part of the requests: give each an app of its own.";
            default -> otherwise;
        };
    }

    static String shared(int others) {
        return (others == 1 ? "Another connection" : others + " other connections") + " of the same Slack app stand"
                + (others == 1 ? "s" : "") + " beside this one. Slack gives each request to one of them only, so this"
                + " Jenkins misses some of them, in silence. Give each Jenkins, and each other program, a Slack app of"
                + " its own.";
    }
}
