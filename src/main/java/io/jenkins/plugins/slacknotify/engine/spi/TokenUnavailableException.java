package io.jenkins.plugins.slacknotify.engine.spi;

/** The failure to find a usable bot token. The message is for people, says how to fix it, and holds nothing of a token. */
public final class TokenUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public TokenUnavailableException(String message) {
        super(message);
    }
}
