package io.jenkins.plugins.slacknotify.config.credentials;

/** The failure to look up a credential, of which nobody knows whether it is there. The message is for people, and holds nothing of a secret. */
public final class CredentialsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CredentialsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
