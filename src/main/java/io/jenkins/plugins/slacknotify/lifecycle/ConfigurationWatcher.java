package io.jenkins.plugins.slacknotify.lifecycle;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;

/**
 * Tries again whatever waits as soon as the configuration is saved, or a credential: it may be mended now.
 *
 * <p>The Credentials plugin tells nobody of a credential that has changed, but it saves the object that holds it: its own for
 * the system, a folder for the folder's. A folder is saved for other reasons, too. Stores outside Jenkins say nothing; what
 * waits for these is tried every five minutes anyway.
 */
@Extension
public class ConfigurationWatcher extends SaveableListener {
    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof SlackNotifyConfiguration || saved instanceof SystemCredentialsProvider) {
            EngineLifecycle.get().engine().settingsChanged();
        } else if (saved instanceof Item && saved instanceof ItemGroup<?>) {
            EngineLifecycle.get().engine().credentialsChanged();
        }
    }
}
