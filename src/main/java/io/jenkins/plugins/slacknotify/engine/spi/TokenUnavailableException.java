package io.jenkins.plugins.slacknotify.engine.spi;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * The failure to find a usable bot token: there is none, or its credentials provider does not give it now. The message is for people, says
 * how to fix it, and holds nothing of a token.
 */
public final class TokenUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes the exception for a token that is not there. */
    public TokenUnavailableException(String message) {
        this(message, null);
    }

    private TokenUnavailableException(String message, @CheckForNull Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes the exception for a token that may be there, and cannot be read now.
     *
     * @param cause what the credentials provider has thrown; its words, which may hold a path or a secret, are not in the message
     */
    public static TokenUnavailableException notNow(Throwable cause) {
        return new TokenUnavailableException(
                "The token cannot be read from its credentials provider now ("
                        + cause.getClass().getSimpleName() + "; see the Jenkins log)",
                cause);
    }

    /** Whether nobody knows if there is a token, as it cannot be read now. */
    public boolean isTemporary() {
        return getCause() != null;
    }
}
