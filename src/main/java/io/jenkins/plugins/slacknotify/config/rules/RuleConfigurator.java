package io.jenkins.plugins.slacknotify.config.rules;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;

/**
 * Configurator of a rule for Configuration as Code: with what is neither true nor false, it would not be off, nor the last one.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class RuleConfigurator extends CheckedConfigurator<RuleConfig> {
    public RuleConfigurator() {
        super(RuleConfig.class, ScalarChecks.of(""));
    }
}
