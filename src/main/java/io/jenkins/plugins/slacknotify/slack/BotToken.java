package io.jenkins.plugins.slacknotify.slack;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A secret that begins with {@code xoxb-}, or {@code xoxe.xoxb-} for apps with token rotation.
 *
 * <p>Only this package can read it, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class BotToken {

    private final String secret;

    private BotToken(String secret) {
        this.secret = secret;
    }

    /**
     * Checks that a secret is of the kind that is needed here. Whether Slack accepts it, {@link SlackGateway#identify}
     * tells.
     *
     * @throws WrongTokenException if it is of another kind, or none
     */
    public static BotToken of(@CheckForNull String secret) {
        String objection = WrongToken.errorFor(secret);
        if (objection != null) {
            throw new WrongTokenException(objection);
        }
        return new BotToken(secret);
    }

    String reveal() {
        return secret;
    }

    /** The text without this token: servers and exceptions may quote what they were sent. */
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
