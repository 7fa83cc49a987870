package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.Arrays;

/** The tab Connection: the bot token, the system channel, and the events of which that channel is notified. */
@Extension(ordinal = 90)
public class ConnectionTab extends FormTab {
    public ConnectionTab() {
        super("connection", "symbol-link", Messages::ConnectionTab_displayName);
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return Arrays.asList(
                settings.isEnabled(),
                settings.getCredentialsId(),
                settings.getTeamId(),
                settings.getChannel(),
                settings.getBotName(),
                settings.getBotIcon(),
                settings.getEvents(),
                settings.getSeverities(),
                settings.getThreadDetails(),
                settings.getLanguage(),
                settings.getEmoji(),
                settings.getExpiryHours(),
                settings.isQuietDownNotices(),
                settings.getApiUrl());
    }
}
