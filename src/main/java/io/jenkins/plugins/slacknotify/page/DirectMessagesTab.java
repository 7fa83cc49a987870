package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The tab Direct messages: who is notified in person, and of what. */
@Extension(ordinal = 60)
public class DirectMessagesTab extends FormTab {
    public DirectMessagesTab() {
        super("direct-messages", "symbol-person", Messages::DirectMessagesTab_displayName);
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return settings.getPersonal();
    }
}
