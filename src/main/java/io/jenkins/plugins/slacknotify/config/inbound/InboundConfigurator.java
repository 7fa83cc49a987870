package io.jenkins.plugins.slacknotify.config.inbound;

import hudson.Extension;
import io.jenkins.plugins.slacknotify.config.code.CheckedConfigurator;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;

/**
 * Configurator of {@code inbound:} for Configuration as Code, which refuses numbers that are none.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class InboundConfigurator extends CheckedConfigurator<InboundConfig> {
    public InboundConfigurator() {
        super(
                InboundConfig.class,
                ScalarChecks.of(InboundConfig.PATH, InboundConfig.REQUESTS, InboundConfig.SIGN_IN_DAYS));
    }
}
