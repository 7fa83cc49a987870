package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A token of a Slack bot: a secret that begins with {@code xoxb-}, or {@code xoxe.xoxb-} for apps with token rotation.
 *
 * <p>Only this package can read it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class BotToken {

    private final String secret;

    private BotToken(String secret) {
        this.secret = secret;
    }

    /**
     * Makes a token of a secret, if that is of the kind that is needed here. Only {@link SlackGateway#identify} shows
     * whether Slack accepts it.
     *
     * @throws WrongTokenException if it is of another kind, or none
     */
    public static BotToken of(@CheckForNull String secret) {
        String error = WrongToken.errorFor(secret);
        if (error != null) {
            throw new WrongTokenException(error);
        }
        return new BotToken(secret);
    }

    String reveal() {
        return secret;
    }

    /** Returns a text without this token: servers and exceptions may quote what they were sent. */
    String redact(String text) {
        return text.replace(secret, toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BotToken token && secret.equals(token.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "xoxb-****";
    }
}
