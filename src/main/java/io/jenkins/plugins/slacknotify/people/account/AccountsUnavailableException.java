package io.jenkins.plugins.slacknotify.people.account;

/**
 * Thrown where it cannot be found out at this moment who has an account, or what its owner may see: the security realm does not answer,
 * or a plugin fails. That is neither a yes nor a no; ask again later. The message is for the person who runs Jenkins.
 */
public final class AccountsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountsUnavailableException(String message) {
        super(message);
    }

    public AccountsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
