package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.util.FormValidation;

/** Tests an app-level token of the form. The settings of the system say where Slack is. */
public interface AppTokenTester extends ExtensionPoint {
    /**
     * Asks Slack about a token, on the caller's thread, where a person is waiting. Opens no connection. The caller has checked
     * that the user is an administrator.
     *
     * @param credentialsId the chosen credential; null for that of the environment
     */
    FormValidation test(@CheckForNull String credentialsId);
}
