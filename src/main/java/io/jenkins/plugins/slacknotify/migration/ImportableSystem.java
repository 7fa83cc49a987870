package io.jenkins.plugins.slacknotify.migration;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The section of the Slack Notification plugin on the System page. Has getters, because that is what a view can read. */
public final class ImportableSystem {
    private final SystemTranslation translation;
    private final boolean configured;

    /** @param present what is configured here already */
    ImportableSystem(SystemTranslation translation, SlackNotifyConfiguration present) {
        this.translation = translation;
        configured = present.getCredentialsId() != null || present.getChannel() != null;
    }

    /** Whether something is configured here already, which would be replaced. */
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
