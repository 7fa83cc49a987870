package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The tab Commands and buttons: what Slack may ask of this Jenkins. */
@Extension(ordinal = 55)
public class RequestsTab extends FormTab {
    public RequestsTab() {
        super("requests", "symbol-terminal", Messages::RequestsTab_displayName);
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return settings.getInbound();
    }
}
