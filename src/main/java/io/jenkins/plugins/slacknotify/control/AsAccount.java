package io.jenkins.plugins.slacknotify.control;

import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import io.jenkins.plugins.slacknotify.personal.SignInAge;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
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
     *     disabled, locked or let expire it, or knows its groups from a {@linkplain SignInAge sign-in} that is too long ago
     * @throws AccountsUnavailableException where the realm does not answer
     */
    public static <T> Optional<T> call(String account, Supplier<T> action) {
        return authentication(account).map(owner -> {
            try (ACLContext asOwner = ACL.as2(owner)) {
                return action.get();
            }
        });
    }

    /** {@linkplain #call Runs} code that may find nothing. */
    public static <T> Optional<T> find(String account, Supplier<Optional<T>> action) {
        return call(account, action).flatMap(found -> found);
    }

    /**
     * Returns whether the owner of an account has to sign in to Jenkins before the account's rights count.
     *
     * @throws AccountsUnavailableException where the realm does not answer
     */
    public static boolean mustSignIn(String account) {
        return ask(account, user -> Optional.of(user).filter(it -> SignInAge.isTooOld(it, Instant.now())))
                .isPresent();
    }

    private static Optional<Authentication> authentication(String account) {
        return ask(account, user -> SignInAge.authentication(user, Instant.now()));
    }

    private static <T> Optional<T> ask(String account, Function<User, Optional<T>> question) {
        try {
            return Optional.ofNullable(User.getById(account, false)).flatMap(question);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The security realm does not answer: a request from Slack waits", e);
            throw new AccountsUnavailableException(
                    "Jenkins' security realm does not answer; the Jenkins log says why", e);
        }
    }
}
