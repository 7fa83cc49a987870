package io.jenkins.plugins.slacknotify.slack.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A token of a Slack bot: a secret that begins with {@code xoxb-}, or {@code xoxe.xoxb-} for apps with token rotation.
 *
 * <p>Only this package can read it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class BotToken extends ApiSecret {

    private BotToken(String secret) {
        super(secret);
    }

    /**
     * Makes a token of a secret, if that is of the kind that is needed here. Only a call of {@code auth.test} shows
     * whether Slack accepts it. White space around it is what was copied along, and is left out.
     *
     * @throws WrongTokenException if it is of another kind, or none
     */
    public static BotToken of(@CheckForNull String secret) {
        String pasted = PastedText.clean(secret);
        String error = WrongToken.errorFor(pasted);
        if (error != null) {
            throw new WrongTokenException(error);
        }
        return new BotToken(pasted);
    }

    /** Returns whether it is a token that ends after twelve hours, as Slack gives it to apps with token rotation. */
    public boolean isRotating() {
        return reveal().startsWith("xoxe.");
    }

    @Override
    public String toString() {
        return "xoxb-****";
    }
}
