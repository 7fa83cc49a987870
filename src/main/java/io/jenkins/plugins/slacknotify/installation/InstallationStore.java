package io.jenkins.plugins.slacknotify.installation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Port: keeps which installations there are. When a method has returned, what it says is on disk, and a crash leaves the state
 * before it or after it.
 */
public interface InstallationStore {
    /** Returns all, in the order of their first installation. What cannot be read is left out, and stays where it is. */
    List<Installation> all();

    /** Returns that of a workspace or organisation. */
    default Optional<Installation> find(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Keeps an installation in place of an earlier one of the same workspace or organisation.
     *
     * @throws IOException where the disk does not take it; the earlier one then stays
     */
    void put(Installation installation) throws IOException;

    /**
     * Forgets an installation.
     *
     * @throws IOException where the disk does not take it; it then stays
     */
    void remove(String id) throws IOException;
}
