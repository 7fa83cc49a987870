package io.jenkins.plugins.slacknotify.config.rules;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;

/**
 * Configurator of a destination for Configuration as Code, which refuses what is neither true nor false.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class DestinationConfigurator extends CheckedConfigurator<DestinationConfig> {
    public DestinationConfigurator() {
        super(DestinationConfig.class, ScalarChecks.of(""));
    }
}
