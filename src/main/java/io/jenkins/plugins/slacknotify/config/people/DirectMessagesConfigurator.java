package io.jenkins.plugins.slacknotify.config.people;

import hudson.Extension;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ExportedLists;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;
import java.util.Map;
import java.util.Set;

/**
 * Configurator of {@code personal:} for Configuration as Code, which exports its empty lists as well.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class DirectMessagesConfigurator extends CheckedConfigurator<DirectMessagesConfig> {
    public DirectMessagesConfigurator() {
        super(DirectMessagesConfig.class, ScalarChecks.of(DirectMessagesConfig.PATH));
    }

    @Override
    public Set<Attribute<DirectMessagesConfig, ?>> describe() {
        return ExportedLists.named(
                super.describe(),
                Map.of("told", DirectMessagesConfig::getTold, "ignored", DirectMessagesConfig::getIgnored));
    }
}
