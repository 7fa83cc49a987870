package io.jenkins.plugins.slacknotify.people.account;

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
     * Whether the owner of an account may see a job at this moment; false for an account or a job that is not there.
     *
     * @throws AccountsUnavailableException where that is not known at this moment
     */
    boolean mayRead(String accountId, String job);
}
