package io.jenkins.plugins.slacknotify.page.list;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import java.util.List;

/** The tab Destinations: the channels with names of the system, and the workspaces beside that of the system channel. */
@Extension(ordinal = 80)
public class DestinationsTab extends ListTab {
    public DestinationsTab() {
        super("destinations", "symbol-notifications", Messages::DestinationsTab_displayName);
    }

    @Override
    public List<ElementList<?>> getLists() {
        return List.of(getDestination(), getWorkspace(), getLimit());
    }

    public ElementList<DestinationConfig> getDestination() {
        return new ElementList<>(
                this,
                RoutingList.DESTINATIONS,
                new ElementList.Texts(
                        "destination",
                        Messages.DestinationsTab_destinations(),
                        Messages.DestinationsTab_destinationsIntro(),
                        Messages.DestinationsTab_addDestination(),
                        Messages.DestinationsTab_newDestination(),
                        Messages.DestinationsTab_noDestinations()));
    }

    /** The limits of the channels to which jobs may write. */
    public ElementList<ChannelLimitConfig> getLimit() {
        return new ElementList<>(
                this,
                RoutingList.CHANNEL_LIMITS,
                new ElementList.Texts(
                        "limit",
                        Messages.DestinationsTab_limits(),
                        Messages.DestinationsTab_limitsIntro(),
                        Messages.DestinationsTab_addLimit(),
                        Messages.DestinationsTab_newLimit(),
                        Messages.DestinationsTab_noLimits()));
    }

    public ElementList<WorkspaceConfig> getWorkspace() {
        return new ElementList<>(
                this,
                RoutingList.WORKSPACES,
                new ElementList.Texts(
                        "workspace",
                        Messages.DestinationsTab_workspaces(),
                        Messages.DestinationsTab_workspacesIntro(),
                        Messages.DestinationsTab_addWorkspace(),
                        Messages.DestinationsTab_newWorkspace(),
                        Messages.DestinationsTab_noWorkspaces()));
    }
}
