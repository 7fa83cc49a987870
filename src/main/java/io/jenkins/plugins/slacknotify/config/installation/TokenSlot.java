package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;

/**
 * A slot for an installed token: where in the settings the token belongs.
 *
 * @param id by which a form refers to it: {@link #SYSTEM}, {@link #NEW}, or the name of a workspace after {@link #NAMED}
 * @param label as the page calls it
 * @param credentialsId the credential that holds its token by now; null for none
 */
public record TokenSlot(
        String id, String label, @CheckForNull String credentialsId) {
    static final String SYSTEM = "system";
    static final String NEW = "new";
    static final String NAMED = "workspace:";

    /** Returns whether this is the slot for a workspace that the settings do not have yet. */
    public boolean isAnotherWorkspace() {
        return id.equals(NEW);
    }
}
