package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import io.jenkins.plugins.slacknotify.event.participants.Person;

/**
 * Finds out whether a person whom a build names is the owner of an account, without asking anybody else. What a commit says proves
 * nothing, so this is for what only the owner sees.
 */
public final class OwnCommits {
    private final User user;

    @CheckForNull
    private final String address;

    private OwnCommits(User user) {
        this.user = user;
        this.address = MailAddresses.of(user);
    }

    /** Returns the test for an account. May ask a server for its address. */
    public static OwnCommits of(User user) {
        return new OwnCommits(user);
    }

    /** Returns whether a person is the owner: by the account, or else by the address, or else by the name. */
    public boolean isBy(Person person) {
        if (person.account() != null) {
            return User.idStrategy().equals(person.account(), user.getId());
        }
        if (person.address() != null && address != null) {
            return person.address().equalsIgnoreCase(address);
        }
        return !person.name().isBlank()
                && (person.name().equalsIgnoreCase(user.getFullName())
                        || User.idStrategy().equals(person.name(), user.getId()));
    }
}
