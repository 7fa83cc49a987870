package io.jenkins.plugins.slacknotify.lifecycle;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The builds that a copied home has left running, as far as an administrator has not decided what becomes of them. The Jenkins on the other
 * machine may go on with them.
 */
public interface CopiedBuilds extends ExtensionPoint {
    /**
     * The builds to be decided on.
     *
     * @param number how many builds, at least one
     * @param origin the name of the machine on which they were started; several are in one text
     * @param since when the first was found
     */
    record Undecided(int number, String origin, Instant since) {}

    /** Returns the one instance of this Jenkins. */
    static CopiedBuilds get() {
        return ExtensionList.lookupSingleton(CopiedBuilds.class);
    }

    /** Returns which builds an administrator has to decide on; empty where there are none. Reads no disk. */
    Optional<Undecided> undecided();

    /**
     * Has the engine report that the builds were cut off, because the other Jenkins is gone for good. Returns before all are
     * reported. An administrator is asked again about builds that are not reported when Jenkins ends.
     */
    void release();

    /**
     * Forgets the builds, because the other Jenkins goes on with them.
     *
     * @throws IOException where the disk does not take that; it can be tried again
     */
    void discard() throws IOException;
}
