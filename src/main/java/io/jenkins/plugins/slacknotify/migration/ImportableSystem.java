package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.util.List;

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

    @CheckForNull
    public String getCredentialsId() {
        return translation.credentialsId();
    }

    @CheckForNull
    public String getChannel() {
        return translation.channel();
    }

    @CheckForNull
    public String getBotName() {
        return translation.botName();
    }

    @CheckForNull
    public String getBotIcon() {
        return translation.botIcon();
    }

    /** What is different, or cannot be taken over. */
    public List<String> getNotes() {
        return translation.notes();
    }
}
