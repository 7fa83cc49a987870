package io.jenkins.plugins.slacknotify.people.account;

import io.jenkins.plugins.slacknotify.event.participants.Person;
import java.util.List;

/**
 * The port to the accounts of this Jenkins. Asked on threads that may block, as a security realm may have to ask a server.
 */
public interface AccountDirectory {
    /**
     * The accounts that somebody may be: the one that is named; otherwise all that have the address; otherwise the one whose
     * id or full name is the name, if it is only one. Only accounts that the security realm knows, and that are neither
     * blocked nor disabled.
     *
     * @return several where they share an address, so that nobody can take another's messages away by entering the other's
     *     address; empty where nobody is found
     */
    List<Account> find(Person person);

    /** Whether the owner of an account may see a job at this moment; false for an account or a job that is not there. */
    boolean mayRead(String accountId, String job);
}
