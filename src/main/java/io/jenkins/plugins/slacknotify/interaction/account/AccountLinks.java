package io.jenkins.plugins.slacknotify.interaction.account;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.people.account.AccountsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The port to the proven links between members of Slack and accounts of this Jenkins.
 *
 * <p>A member has one account at most; an account has one member in each installation.
 */
public interface AccountLinks {
    /**
     * Finds the link of a member, and asks the security realm for the account.
     *
     * @param installation the id of the workspace or organisation, by {@code InstallationKey.id()}
     * @param member the member's id
     * @throws AccountsUnavailableException where the realm does not answer
     */
    State find(String installation, String member);

    /**
     * Removes the link of a member.
     *
     * @param asOf a link that was made later stays
     * @return the id of the account; empty where there was no such link
     */
    Optional<String> unlink(String installation, String member, Instant asOf);

    /** The state of a member's link at this moment. */
    sealed interface State {
        record Missing() implements State {}

        /**
         * The realm knows the account.
         *
         * @param name the owner's name for people
         * @param groupsAsOf when the realm last told the account's groups; {@link Instant#EPOCH} where nobody knows when, null
         *     where it is asked anew each time
         */
        record Usable(
                String account, String name, @CheckForNull Instant groupsAsOf) implements State {
            /**
             * Returns whether the groups are known from a sign-in that is too long ago.
             *
             * @param limit how old they may be; zero for any age
             */
            public boolean hasOldGroups(Duration limit, Instant now) {
                return groupsAsOf != null
                        && !limit.isZero()
                        && groupsAsOf.plus(limit).isBefore(now);
            }
        }

        /** The realm knows the account no more, or it is somebody else's. */
        record Gone(String account) implements State {}

        /** The realm has disabled or locked the account, or let it expire. */
        record Blocked(String account) implements State {}
    }
}
