package io.jenkins.plugins.slacknotify.slack.api;

/**
 * Thrown for a secret that is no bot token. The message says what it is instead and which one to use; it never holds
 * the secret.
 */
public final class WrongTokenException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    WrongTokenException(String message) {
        super(message);
    }
}
