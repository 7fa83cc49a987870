package io.jenkins.plugins.slacknotify.config.inbound;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;
import io.jenkins.plugins.slacknotify.config.subscription.SubscriptionsConfig;

/**
 * Configurator of {@code subscriptions:} for Configuration as Code: what is neither true nor false would not forbid anything.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class SubscriptionsConfigurator extends CheckedConfigurator<SubscriptionsConfig> {
    public SubscriptionsConfigurator() {
        super(SubscriptionsConfig.class, ScalarChecks.of(InboundConfig.PATH + ".subscriptions"));
    }
}
