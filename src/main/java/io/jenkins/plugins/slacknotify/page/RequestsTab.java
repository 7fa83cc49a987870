package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The tab Commands and buttons: what Slack may ask of this Jenkins. */
@Extension(ordinal = 55)
public class RequestsTab extends FormTab {
    @Override
    public String getDisplayName() {
        return Messages.RequestsTab_displayName();
    }

    @Override
    public String getUrlName() {
        return "requests";
    }

    @Override
    public String getIcon() {
        return "symbol-terminal";
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return settings.getInbound();
    }
}
