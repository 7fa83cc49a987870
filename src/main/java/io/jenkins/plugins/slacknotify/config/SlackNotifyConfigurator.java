package io.jenkins.plugins.slacknotify.config;

import hudson.Extension;
import io.jenkins.plugins.casc.Attribute;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.slacknotify.config.code.ExportedLists;
import io.jenkins.plugins.slacknotify.config.code.ScalarChecks;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Configurator of {@code unclassified: slackNotify:} for Configuration as Code. That plugin asks for a check before it applies anything,
 * but calls no setter for it, and its pages show no cause of an exception. Therefore a check here applies everything to an unsaved copy,
 * and an error names the path of the invalid value.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class SlackNotifyConfigurator extends BaseConfigurator<SlackNotifyConfiguration> {
    private static final String ROOT = "unclassified.slackNotify";
    private static final String PATH = ROOT + ".";
    private static final ScalarChecks CHECKS = ScalarChecks.of(ROOT, ExpiryHours.RANGE);

    @Override
    public Class<SlackNotifyConfiguration> getTarget() {
        return SlackNotifyConfiguration.class;
    }

    @Override
    public Set<Attribute<SlackNotifyConfiguration, ?>> describe() {
        return ExportedLists.named(super.describe(), Map.of("events", SlackNotifyConfiguration::getEvents));
    }

    @Override
    protected SlackNotifyConfiguration instance(Mapping config, ConfigurationContext context) {
        return SlackNotifyConfiguration.get();
    }

    @Override
    public SlackNotifyConfiguration check(CNode config, ConfigurationContext context) {
        Mapping given = config.asMapping();
        SlackNotifyConfiguration.validate(scratch -> configure(given, scratch, false, context));
        return instance(given, context);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfiguratorException with the path and the message of an invalid value; it has no cause, as some pages would show that
     *     one instead
     */
    @Override
    protected void configure(
            Mapping config, SlackNotifyConfiguration target, boolean dryrun, ConfigurationContext context) {
        try {
            SettingsChange.make(target, () -> {
                CHECKS.require(config, describe(), context);
                setDefaults(given(config), target);
                super.configure(config, target, dryrun, context);
            });
        } catch (IOException e) {
            throw new ConfiguratorException("Could not save the configuration of Slack notifications: " + e);
        } catch (ConfiguratorException e) {
            throw validationError(e)
                    .map(message -> new ConfiguratorException(withPath(e.getPath(), message)))
                    .orElse(e);
        }
    }

    /** The names that have a value. Configuration as Code passes over a name without one. */
    private static Set<String> given(Mapping config) {
        return config.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Gives its default to each setting that the YAML leaves out: the YAML alone says what there is. */
    private void setDefaults(Set<String> given, SlackNotifyConfiguration target) {
        SlackNotifyConfiguration defaults = SlackNotifyConfiguration.withDefaults();
        getAttributes().stream()
                .filter(attribute -> given.stream().noneMatch(attribute.getName()::equalsIgnoreCase))
                .forEach(attribute -> copy(attribute, defaults, target));
    }

    private static <T> void copy(
            Attribute<SlackNotifyConfiguration, T> attribute,
            SlackNotifyConfiguration from,
            SlackNotifyConfiguration to) {
        try {
            attribute.setValue(to, attribute.getValue(from));
        } catch (Exception e) {
            throw new ConfiguratorException(PATH + attribute.getName() + ": " + e);
        }
    }

    private static Optional<String> validationError(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .map(invalid -> FieldValidation.rootCause(invalid).getMessage());
    }

    /** Adds the path, unless the error comes from a list, where it starts with the whole path. */
    private static String withPath(String setting, String message) {
        return message.startsWith(PATH) ? message : PATH + setting + ": " + message;
    }
}
