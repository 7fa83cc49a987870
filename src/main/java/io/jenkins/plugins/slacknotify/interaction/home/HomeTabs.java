package io.jenkins.plugins.slacknotify.interaction.home;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;

/** The port that shows home tabs. Calls Slack on the caller's thread; throws nothing. */
@FunctionalInterface
public interface HomeTabs {
    /**
     * Shows the home tab of the member who has made a request.
     *
     * @param hash of the tab that it may replace; null where it may replace any
     * @param view a view as JSON
     */
    PublishedTab publish(RequestOrigin origin, @CheckForNull String hash, String view);
}
