package io.jenkins.plugins.slacknotify.config.code;

import hudson.Extension;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;

/**
 * Replaces variables by the secret sources of Configuration as Code.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public final class CascVariables implements YamlVariables {
    @Override
    public String resolve(String value) {
        return new ConfigurationContext(ConfiguratorRegistry.get())
                .getSecretSourceResolver()
                .resolve(value);
    }
}
