package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.Arrays;

/** The tab Connection: the bot token, the system channel, and what it is notified of. */
@Extension(ordinal = 90)
public class ConnectionTab extends FormTab {
    @Override
    public String getDisplayName() {
        return Messages.ConnectionTab_displayName();
    }

    @Override
    public String getUrlName() {
        return "connection";
    }

    @Override
    public String getIcon() {
        return "symbol-link";
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
