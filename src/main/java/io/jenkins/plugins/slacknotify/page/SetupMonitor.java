package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/**
 * The hint after the installation that nothing is sent yet, as there is no bot token. It goes away with the first token, and where rules
 * or destinations say that somebody is at work. Reads no disk and asks nobody, because Jenkins asks on every page that an administrator
 * opens.
 */
@Extension
public class SetupMonitor extends AdministrativeMonitor {
    @Override
    public String getDisplayName() {
        return Messages.SetupMonitor_displayName();
    }

    @Override
    public boolean isActivated() {
        SlackNotifyConfiguration settings = SlackNotifyConfiguration.get();
        return settings.isEnabled()
                && settings.credentialsIdInUse().isEmpty()
                && settings.getRouting().isUnused();
    }
}
