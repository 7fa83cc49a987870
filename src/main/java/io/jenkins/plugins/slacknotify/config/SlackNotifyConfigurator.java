package io.jenkins.plugins.slacknotify.config;

import hudson.Extension;
import io.jenkins.plugins.casc.BaseConfigurator;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorException;
import io.jenkins.plugins.casc.model.CNode;
import io.jenkins.plugins.casc.model.Mapping;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes over what Configuration as Code says. That plugin asks for a check before it applies anything, calls no setter of the section for
 * it, and shows no cause of an exception in its pages; so here a check takes everything over into a section that is not saved, and what
 * is refused is said with its path.
 *
 * <p>Not loaded where that plugin is missing, so nothing else may refer to this class.
 */
@Extension(optional = true)
public class SlackNotifyConfigurator extends BaseConfigurator<SlackNotifyConfiguration> {
    private static final String PATH = "unclassified.slackNotify.";

    @Override
    public Class<SlackNotifyConfiguration> getTarget() {
        return SlackNotifyConfiguration.class;
    }

    @Override
    protected SlackNotifyConfiguration instance(Mapping config, ConfigurationContext context) {
        return SlackNotifyConfiguration.get();
    }

    @Override
    public SlackNotifyConfiguration check(CNode config, ConfigurationContext context) {
        Mapping given = config.asMapping();
        SlackNotifyConfiguration.rehearse(scratch -> configure(given, scratch, false, context));
        return instance(given, context);
    }

    /**
     * @throws ConfiguratorException that says, with its path, what a constructor or setter has refused; it has no cause, as some
     *     pages would show that one instead
     */
    @Override
    protected void configure(
            Mapping config, SlackNotifyConfiguration target, boolean dryrun, ConfigurationContext context) {
        try {
            super.configure(config, target, dryrun, context);
        } catch (ConfiguratorException e) {
            throw refusal(e)
                    .map(words -> new ConfiguratorException(withPath(e.getPath(), words)))
                    .orElse(e);
        }
    }

    private static Optional<String> refusal(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .map(refusal -> FieldValidation.rootCause(refusal).getMessage());
    }

    /** What stands in a list says the whole path by itself. */
    private static String withPath(String setting, String words) {
        return words.startsWith(PATH) ? words : PATH + setting + ": " + words;
    }
}
