package io.jenkins.plugins.slacknotify.migration;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * The page Manage Jenkins » Import from the Slack Notification plugin. It shows the settings of that plugin with their equivalents, and
 * takes over those that an administrator chooses. It is shown only where that plugin or its configuration exists.
 *
 * <p>The page does not change pipelines: their {@code slackSend} remains a step of that plugin.
 */
@Extension
public class SlackPluginImport extends ManagementLink {
    private static final Logger LOGGER = Logger.getLogger(SlackPluginImport.class.getName());

    @CheckForNull
    @Override
    public String getIconFileName() {
        return isPluginThere() || Files.exists(systemFile()) ? "symbol-download" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.SlackPluginImport_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.SlackPluginImport_description();
    }

    @Override
    public String getUrlName() {
        return "slack-import";
    }

    @Override
    public Permission getRequiredPermission() {
        return Jenkins.ADMINISTER;
    }

    @Override
    public Category getCategory() {
        return Category.CONFIGURATION;
    }

    private static Path systemFile() {
        return Jenkins.get().getRootDir().toPath().resolve(SlackPluginSettings.CLASS + ".xml");
    }

    private static SlackPluginSettings system() {
        try {
            return Files.exists(systemFile())
                    ? SlackPluginSettings.ofSystem(Files.readString(systemFile()))
                    : new SlackPluginSettings(Map.of());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not read " + systemFile());
            return new SlackPluginSettings(Map.of());
        }
    }

    /** The translation of its section of the System page. */
    public SystemTranslation getSystem() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return SystemTranslation.of(system());
    }

    /** Returns whether an import would replace settings of this plugin. */
    public boolean isConfigured() {
        SlackNotifyConfiguration present = SlackNotifyConfiguration.get();
        return present.getCredentialsId() != null || present.getChannel() != null;
    }

    /** The jobs with its post-build action. This reads the files of all jobs that can have it. */
    public List<ImportableJob> getJobs() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        SlackPluginSettings system = system();
        return Jenkins.get().getAllItems(AbstractProject.class).stream()
                .map(job -> ImportableJob.in(job, system))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns whether that plugin is installed. Without it, Jenkins drops its actions from every job that is saved. */
    public boolean isPluginThere() {
        return Jenkins.get().getPlugin("slack") != null;
    }

    /**
     * Takes over what is ticked in the form: {@code system}, the full names of {@code job}s, and {@code removeOld}. Shows the page again
     * with the result. What cannot be imported is named there, stays as it was, and does not stop the rest.
     */
    @POST
    public HttpResponse doApply(StaplerRequest2 request) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ImportResult result = new ImportResult();
        if (request.getParameter("system") != null) {
            applySystem(result);
        }
        String[] chosen = request.getParameterValues("job");
        applyJobs(
                chosen == null ? Set.of() : new HashSet<>(List.of(chosen)),
                request.getParameter("removeOld") != null,
                result);
        return HttpResponses.forwardToView(this, "index").with("result", result);
    }

    private static void applySystem(ImportResult result) {
        SlackNotifyConfiguration configuration = SlackNotifyConfiguration.get();
        SystemTranslation translation = SystemTranslation.of(system());
        try {
            SettingsChange.make(configuration, () -> {
                SlackNotifyConfiguration.validate(translation::apply);
                translation.apply(configuration);
            });
            result.addSystem();
        } catch (IllegalArgumentException invalid) {
            result.addFailure(Messages.SlackPluginImport_systemInvalid(invalid.getMessage()));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Could not import the configuration of the system", e);
            result.addFailure(Messages.SlackPluginImport_systemFailed(e.getMessage()));
        }
    }

    private void applyJobs(Set<String> names, boolean removeOld, ImportResult result) {
        for (ImportableJob job : getJobs()) {
            if (names.contains(job.getFullName())) {
                apply(job, removeOld, result);
            }
        }
    }

    private static void apply(ImportableJob job, boolean removeOld, ImportResult result) {
        try {
            job.apply(removeOld);
            result.add(job);
        } catch (IllegalArgumentException invalid) {
            result.addFailure(Messages.SlackPluginImport_jobInvalid(job.getFullName(), invalid.getMessage()));
        } catch (IOException | RuntimeException e) {
            // A listener of another plugin may have any fault, and the other jobs are imported all the same.
            LOGGER.log(Level.WARNING, e, () -> "Could not import the job " + job.getFullName());
            result.addFailure(Messages.SlackPluginImport_jobFailed(job.getFullName(), e.getMessage()));
        }
    }
}
