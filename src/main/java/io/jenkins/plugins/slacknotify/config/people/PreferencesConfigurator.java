package io.jenkins.plugins.slacknotify.config.people;

import hudson.Extension;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ExportedLists;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;
import java.util.Map;
import java.util.Set;

/**
 * Configurator of the default preferences for Configuration as Code, which exports their empty list of events as well.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class PreferencesConfigurator extends CheckedConfigurator<PreferencesConfig> {
    public PreferencesConfigurator() {
        super(PreferencesConfig.class, ScalarChecks.of(DirectMessagesConfig.PATH + ".defaults"));
    }

    @Override
    public Set<Attribute<PreferencesConfig, ?>> describe() {
        return ExportedLists.named(super.describe(), Map.of("events", PreferencesConfig::getEvents));
    }
}
