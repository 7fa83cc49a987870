package io.jenkins.plugins.slacknotify.config.installation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.slack.app.OAuthClient;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The address to which Slack sends a browser back. It stands in the manifest of the app, and Slack compares it to the letter: a
 * changed path breaks apps that were made before.
 */
public final class RedirectAddress {
    /** The path below the root of Jenkins at which an installation takes place. */
    public static final String PAGE = "slack-notify-install";

    private static final String PATH = PAGE + "/callback";

    private RedirectAddress() {}

    /** Returns the address, by the Jenkins URL as it is configured; null where Jenkins does not know its own. */
    @CheckForNull
    public static String configured() {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + PATH;
    }

    /** Returns the address if Slack sends browsers there. */
    public static Optional<String> usable() {
        return Optional.ofNullable(configured())
                .filter(address -> OAuthClient.isRedirectUri(SlackNotifyConfiguration.currentApiUrl(), address));
    }
}
