package io.jenkins.plugins.slacknotify.installation;

import io.jenkins.plugins.slacknotify.slack.app.AppGrant;
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

    /** Returns that of an app in the workspace or organisation for which it was granted. */
    default Optional<Installation> find(AppGrant grant) {
        return all().stream().filter(each -> each.isOf(grant)).findFirst();
    }

    /**
     * Keeps an installation in place of an earlier one of the same app in the same workspace or organisation.
     *
     * @throws IOException where the disk does not take it; the earlier one then stays
     */
    void put(Installation installation) throws IOException;

    /**
     * Forgets an installation.
     *
     * @param id as {@link Installation#id} has it
     * @throws IOException where the disk does not take it; it then stays
     */
    void remove(String id) throws IOException;
}
