package io.jenkins.plugins.slacknotify.personal;

import hudson.model.User;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * The age of the sign-in from which Jenkins knows the groups of an account, where the security realm tells groups only at a sign-in. Beyond
 * what administrators allow, nobody knows what the account may: nothing is done by its rights, and others are told nothing by them.
 */
public final class SignInAge {
    private SignInAge() {}

    /** Returns how old a sign-in may be; zero for any age. */
    public static Duration limit() {
        return Duration.ofDays(SlackNotifyConfiguration.get().getInbound().getMaxSignInDays());
    }

    /**
     * Returns whether the owner of an account has to sign in before the account's rights count. Asks the security realm only where the
     * last sign-in is too long ago, on the caller's thread.
     *
     * @throws RuntimeException where the realm cannot be asked
     */
    public static boolean isTooOld(User user, Instant now) {
        return isPast(user, now) && !RealmAccounts.ask(user).isOfNow();
    }

    /**
     * Finds the account of a user as {@link RealmAccounts#authentication} does; empty where its rights do not count either.
     *
     * @throws RuntimeException where the realm cannot be asked
     */
    public static Optional<Authentication> authentication(User user, Instant now) {
        RealmAccounts.RealmAnswer answer = RealmAccounts.ask(user);
        return answer.authentication().filter(owner -> answer.isOfNow() || !isPast(user, now));
    }

    /** Returns whether the limit is past, by what is stored with the user. */
    private static boolean isPast(User user, Instant now) {
        Duration limit = limit();
        return !limit.isZero()
                && SlackLinks.get().signedInAt(user.getId()).plus(limit).isBefore(now);
    }
}
