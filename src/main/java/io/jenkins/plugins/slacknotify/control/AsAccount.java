package io.jenkins.plugins.slacknotify.control;

import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.RealmAccounts;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.security.core.Authentication;

/** Runs code as an account, with the permissions that it has at this moment. */
public final class AsAccount {
    private static final Logger LOGGER = Logger.getLogger(AsAccount.class.getName());

    private AsAccount() {}

    /**
     * Runs code as an account, on the caller's thread, whatever that thread may do by itself. Asks the security realm first.
     *
     * @param action takes its items from Jenkins by the methods that look at permissions
     * @return what the action returns; empty, without running it, where the realm does not know the account any more, or has
     *     disabled, locked or let expire it
     * @throws AccountsUnavailableException where the realm does not answer
     */
    public static <T> Optional<T> call(String account, Supplier<T> action) {
        return authentication(account).map(owner -> {
            try (ACLContext asOwner = ACL.as2(owner)) {
                return action.get();
            }
        });
    }

    private static Optional<Authentication> authentication(String account) {
        try {
            return Optional.ofNullable(User.getById(account, false)).flatMap(RealmAccounts::authentication);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The security realm does not answer: a request from Slack waits", e);
            throw new AccountsUnavailableException(
                    "Jenkins' security realm does not answer; the Jenkins log says why", e);
        }
    }
}
