package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.util.FormValidation;

/** Tests a destination of the system's form by posting a message there. The settings of the system fill in what is empty. */
public interface DestinationTester extends ExtensionPoint {
    /**
     * Posts a message, on the caller's thread, where a person is waiting. The caller has checked that the user is an administrator.
     *
     * @param workspace the name of a saved workspace; blank for the workspace of the system channel
     * @param credentialsId the credential of the destination's own bot, which comes before the workspace; blank for none
     * @param channel the name or id, as typed
     * @param botName the name of the sender; blank for that of the system
     * @param botIcon the picture of the sender; blank for that of the system
     */
    FormValidation test(
            @CheckForNull String workspace,
            @CheckForNull String credentialsId,
            @CheckForNull String channel,
            @CheckForNull String botName,
            @CheckForNull String botIcon);
}
