package io.jenkins.plugins.slacknotify.migration;

import hudson.BulkChange;
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

    /** The rules that do what the action of the job does, as YAML. */
    public List<String> getRules() {
        return translation.rules().stream().map(RuleYaml::of).toList();
    }

    /** The differences between the rules and the action, and the options that cannot be imported. */
    public List<String> getNotes() {
        List<String> notes = new ArrayList<>(translation.notes());
        if (hasRules()) {
            notes.add(isUseful() ? Messages.ImportableJob_hasRules() : Messages.ImportableJob_hasTheseRules());
        }
        return notes;
    }

    /** Returns whether there is anything to import that the job does not have yet. */
    public boolean isUseful() {
        return !missingRules().isEmpty();
    }

    /**
     * Returns whether to propose this job. One that has rules may have been imported, and changed since; and one whose channels cannot
     * be imported would fall silent.
     */
    public boolean isProposed() {
        return isUseful() && !hasRules() && translation.notifies();
    }

    private boolean hasRules() {
        return !presentRules().isEmpty();
    }

    private List<RuleConfig> presentRules() {
        JobRulesProperty present = job.getProperty(JobRulesProperty.class);
        return present == null ? List.of() : present.getRules();
    }

    /** The equivalent rules that the job does not have: taking a job over twice must not notify twice. */
    private List<RuleConfig> missingRules() {
        return missing(translation.rules(), presentRules());
    }

    static List<RuleConfig> missing(List<RuleConfig> wanted, List<RuleConfig> present) {
        return wanted.stream()
                .filter(rule -> present.stream().noneMatch(rule::hasValuesOf))
                .toList();
    }

    /**
     * Adds the rules that the job does not have, behind those that it has, and saves it.
     *
     * @param removeOld whether to remove the old action; if it stays, each plugin sends its own messages. Where that plugin is not
     *     installed, the old action goes in any case: Jenkins cannot write what it cannot read
     * @throws IllegalArgumentException where a rule that the job has is invalid; nothing is changed then
     * @throws IOException where the job cannot be written; what was changed in memory stays until the next restart
     */
    void apply(boolean removeOld) throws IOException {
        List<RuleConfig> missing = missingRules();
        List<RuleConfig> rules = new ArrayList<>(presentRules());
        rules.addAll(missing);
        JobRulesProperty replacement = missing.isEmpty() ? null : new JobRulesProperty(rules);
        // Saved once: after a crash in between, the job would have lost the rules that it had.
        try (BulkChange change = new BulkChange(job)) {
            if (replacement != null) {
                job.removeProperty(JobRulesProperty.class);
                job.addProperty(replacement);
            }
            if (removeOld) {
                removeAction();
            }
            change.commit();
        }
    }

    private void removeAction() {
        DescribableList<Publisher, Descriptor<Publisher>> actions = job.getPublishersList();
        List.copyOf(actions).stream()
                .filter(action -> action.getClass().getName().equals(SlackPluginSettings.CLASS))
                .forEach(actions::remove);
    }
}
