package io.jenkins.plugins.slacknotify.people.account;

import io.jenkins.plugins.slacknotify.event.build.BuildKey;
import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;

/**
 * The port to the accounts of this Jenkins. It is called on threads that may block, as a security realm may have to ask a
 * server.
 */
public interface AccountDirectory {
    /**
     * Finds the accounts that a person may own: the account that the person names; otherwise all that have the address;
     * otherwise the account whose id or full name is the name, if it is only one. Only accounts count that the security realm
     * knows, and that are neither blocked nor disabled.
     *
     * @return several where they share an address, so that nobody can take another's messages away by entering the other's
     *     address; empty where nobody is found
     * @throws AccountsUnavailableException where that is not known at this moment
     */
    List<Account> find(Person person);

    /**
     * Finds the accounts whose owners have proven to be a member of the Slack workspace. Only accounts count that {@link #find}
     * would find.
     *
     * @param slackId the id of the member
     */
    List<Account> findMember(String slackId);

    /**
     * Whether the owner of an account may see the job of a build at this moment; false for an account or a job that is not there, and
     * for one that has taken the name of the build's job since.
     *
     * @throws AccountsUnavailableException where that is not known at this moment
     */
    boolean mayRead(String accountId, BuildKey build);

    /**
     * Whether the groups of an account are those of a sign-in that is longer ago than administrators let count for what Jenkins does, or
     * tells others, by the account's rights.
     *
     * @throws AccountsUnavailableException where that is not known at this moment
     */
    boolean mustSignIn(String accountId);
}
