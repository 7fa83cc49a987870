package io.jenkins.plugins.slacknotify.page;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** The tab Rules: who is notified of which builds, and where. */
@Extension(ordinal = 70)
public class RulesTab extends FormTab {
    @Override
    public String getDisplayName() {
        return Messages.RulesTab_displayName();
    }

    @Override
    public String getUrlName() {
        return "rules";
    }

    @Override
    Object shown(SlackNotifyConfiguration settings) {
        return settings.getRouting();
    }
}
