package io.jenkins.plugins.slacknotify.config.code;

import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.impl.configurators.DataBoundConfigurator;
import io.jenkins.plugins.casc.model.Mapping;

/**
 * A configurator for Configuration as Code that refuses a number or a truth value that is none, by {@link ScalarChecks}.
 *
 * <p>Not loaded where that plugin is missing.
 */
public abstract class CheckedConfigurator<T> extends DataBoundConfigurator<T> {
    private final ScalarChecks checks;

    protected CheckedConfigurator(Class<T> type, ScalarChecks checks) {
        super(type);
        this.checks = checks;
    }

    @Override
    protected void configure(Mapping config, T target, boolean dryrun, ConfigurationContext context) {
        checks.require(config, describe(), context);
        super.configure(config, target, dryrun, context);
    }
}
