package io.jenkins.plugins.slacknotify.lifecycle;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Saveable;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty;

/**
 * Listens for saved configuration and credentials, and has the engine try again at once what waits for them.
 *
 * <p>The Credentials plugin reports no changed credential, but it saves the object that holds it: its own for the
 * system, the folder for a folder's. Both are saved for other reasons, too, so neither ends a pause that Slack has asked
 * for, and a folder concerns nothing but what waits for a credential in it. Stores outside Jenkins report nothing; the
 * engine tries what waits for these every five minutes anyway.
 */
@Extension
public class ConfigurationWatcher extends SaveableListener {
    @Override
    public void onChange(Saveable saved, XmlFile file) {
        if (saved instanceof SlackNotifyConfiguration) {
            EngineLifecycle.get().engine().retries().settingsChanged();
            InboundLifecycle.get().settingsChanged();
        } else if (saved instanceof SystemCredentialsProvider) {
            EngineLifecycle.get().engine().retries().credentialsChanged();
            InboundLifecycle.get().settingsChanged();
        } else if (saved instanceof Item folder && saved instanceof ItemGroup<?>) {
            EngineLifecycle.get().engine().retries().credentialsChanged(folder.getFullName());
            EngineLifecycle.get().engine().retries().channelsChanged();
        } else if (saved instanceof Job<?, ?> job && job.getProperty(JobRulesProperty.class) != null) {
            EngineLifecycle.get().engine().retries().channelsChanged();
        }
    }
}
