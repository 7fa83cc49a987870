package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The tab Direct messages: who is notified in person, and of what. */
@Extension(ordinal = 60)
public class DirectMessagesTab extends FormTab {
    @Override
    public String getDisplayName() {
        return Messages.DirectMessagesTab_displayName();
    }

    @Override
    public String getUrlName() {
        return "direct-messages";
    }

    @Override
    public String getIcon() {
        return "symbol-person";
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return settings.getPersonal();
    }
}
