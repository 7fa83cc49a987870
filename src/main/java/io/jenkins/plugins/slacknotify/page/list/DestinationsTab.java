package io.jenkins.plugins.slacknotify.page.list;

import hudson.Extension;

/**
 * The tab Destinations: the channels with names of the system, the workspaces beside that of the system channel, and the limits of the
 * channels to which jobs may write.
 */
@Extension(ordinal = 80)
public class DestinationsTab extends ListTab {
    public DestinationsTab() {
        super(
                "destinations",
                "symbol-notifications",
                Messages::DestinationsTab_displayName,
                RoutingList.DESTINATIONS,
                RoutingList.WORKSPACES,
                RoutingList.CHANNEL_LIMITS);
    }
}
