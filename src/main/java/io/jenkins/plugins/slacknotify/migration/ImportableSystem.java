package io.jenkins.plugins.slacknotify.migration;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The section of the Slack Notification plugin on the System page, translated. A view reads it through the getters. */
public final class ImportableSystem {
    private final SystemTranslation translation;
    private final boolean configured;

    /** @param present the settings of this plugin, which an import changes */
    ImportableSystem(SystemTranslation translation, SlackNotifyConfiguration present) {
        this.translation = translation;
        configured = present.getCredentialsId() != null || present.getChannel() != null;
    }

    /** Returns whether an import would replace settings of this plugin. */
    public boolean isConfigured() {
        return configured;
    }

    public ImportedSetting getCredentialsId() {
        return translation.credentialsId();
    }

    public ImportedSetting getChannel() {
        return translation.channel();
    }

    public ImportedSetting getBotName() {
        return translation.botName();
    }

    public ImportedSetting getBotIcon() {
        return translation.botIcon();
    }
}
