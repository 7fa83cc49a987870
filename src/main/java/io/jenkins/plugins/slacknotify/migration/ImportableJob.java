package io.jenkins.plugins.slacknotify.migration;

import hudson.model.AbstractProject;
import hudson.model.Descriptor;
import hudson.tasks.Publisher;
import hudson.util.DescribableList;
import io.jenkins.plugins.slacknotify.config.rules.JobRulesProperty;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A job with the post-build action of the Slack Notification plugin. A view reads it through the getters. */
public final class ImportableJob {
    private static final Logger LOGGER = Logger.getLogger(ImportableJob.class.getName());

    private final AbstractProject<?, ?> job;
    private final JobTranslation translation;

    private ImportableJob(AbstractProject<?, ?> job, JobTranslation translation) {
        this.job = job;
        this.translation = translation;
    }

    /**
     * Reads the job's file.
     *
     * @return empty where the job does not have that action, or cannot be read
     */
    static Optional<ImportableJob> in(AbstractProject<?, ?> job, SlackPluginSettings system) {
        try {
            return SlackPluginSettings.ofJob(job.getConfigFile().asString())
                    .map(action -> new ImportableJob(job, JobTranslation.of(action, system)));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read the configuration of " + job.getFullName());
            return Optional.empty();
        }
    }

    public String getFullName() {
        return job.getFullName();
    }

    public String getDisplayName() {
        return job.getFullDisplayName();
    }

    public String getUrl() {
        return job.getUrl();
    }

    /** The equivalent rules, in YAML. */
    public List<String> getRules() {
        return translation.rules().stream().map(RuleYaml::of).toList();
    }

    /** The differences, and what cannot be taken over. */
    public List<String> getNotes() {
        return translation.notes();
    }

    /** Returns whether there is anything to take over. */
    public boolean isUseful() {
        return !translation.rules().isEmpty();
    }

    /**
     * Adds the rules to the job, behind those that it has, and saves it.
     *
     * @param removeOld whether to remove the old action; if it stays, each plugin sends its own messages. Where that plugin is not
     *     installed, the old action goes in any case: Jenkins cannot write what it cannot read
     * @throws IOException where the job cannot be written; what was changed in memory stays until the next restart
     */
    void apply(boolean removeOld) throws IOException {
        if (isUseful()) {
            addRules();
        }
        if (removeOld) {
            removeAction();
        }
        job.save();
    }

    private void addRules() throws IOException {
        JobRulesProperty present = job.getProperty(JobRulesProperty.class);
        List<RuleConfig> rules = new ArrayList<>(present == null ? List.of() : present.getRules());
        rules.addAll(translation.rules());
        if (present != null) {
            job.removeProperty(JobRulesProperty.class);
        }
        job.addProperty(new JobRulesProperty(rules));
    }

    private void removeAction() {
        DescribableList<Publisher, Descriptor<Publisher>> actions = job.getPublishersList();
        List.copyOf(actions).stream()
                .filter(action -> action.getClass().getName().equals(SlackPluginSettings.CLASS))
                .forEach(actions::remove);
    }
}
