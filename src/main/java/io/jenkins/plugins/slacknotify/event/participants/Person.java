package io.jenkins.plugins.slacknotify.event.participants;

import static java.util.Objects.requireNonNull;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.event.text.Excerpt;
import java.util.Objects;

/**
 * A person as a build names them, before an account is looked up. What comes from a commit is what its author wrote, so it
 * proves nothing.
 *
 * @param account the id of the Jenkins account that the build itself names, as it does for the person who started it; null where it names
 *     none
 * @param name the name for people; empty where there is none
 * @param address the e-mail address of the commit; null where there is none
 */
public record Person(
        @CheckForNull String account,
        String name,
        @CheckForNull String address) {
    private static final int MAX_NAME = 100;

    /** The longest id of an account, and the longest address. A longer one is dropped: truncated, it would be somebody else's. */
    private static final int MAX_ID = 320;

    public Person {
        account = atMost(account, MAX_ID);
        name = Excerpt.truncate(requireNonNull(name, "name"), MAX_NAME);
        address = atMost(address, MAX_ID);
    }

    @CheckForNull
    private static String atMost(@CheckForNull String text, int limit) {
        return text == null || text.length() > limit ? null : text;
    }

    /** Written out, as hundreds are compared at the end of a build, where the virtual machine may not have compiled the usual one yet. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Person that
                        && name.equals(that.name)
                        && Objects.equals(account, that.account)
                        && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + (account == null ? 0 : account.hashCode()))
                + (address == null ? 0 : address.hashCode());
    }

    /** Returns the owner of a Jenkins account. */
    public static Person ofAccount(String id) {
        return new Person(id, id, null);
    }
}
