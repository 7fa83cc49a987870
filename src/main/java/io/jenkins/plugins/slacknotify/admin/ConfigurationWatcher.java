package io.jenkins.plugins.slacknotify.admin;

import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/** Tries again whatever waits as soon as the configuration is saved: it may be mended now. */
@Extension
public class ConfigurationWatcher extends SaveableListener {
    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof SlackNotifyConfiguration) {
            SlackNotifications.get().engine().settingsChanged();
        }
    }
}
