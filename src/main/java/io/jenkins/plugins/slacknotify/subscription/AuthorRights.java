package io.jenkins.plugins.slacknotify.subscription;

import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;

/**
 * The rights of an author of subscriptions at this moment. Each call may ask a security realm, and throws an
 * {@link AccountsUnavailableException} where that does not answer.
 */
@FunctionalInterface
public interface AuthorRights {
    /** Whether an account may read the job in question. */
    boolean mayRead(String account);

    /**
     * Whether the groups of an account are those of a sign-in that is longer ago than administrators let count, so that nobody knows
     * what it may. By default, that is never so.
     */
    default boolean mustSignIn(String account) {
        return false;
    }
}
