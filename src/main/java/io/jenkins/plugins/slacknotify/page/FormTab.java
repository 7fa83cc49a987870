package io.jenkins.plugins.slacknotify.page;

import hudson.model.Descriptor;
import io.jenkins.plugins.slacknotify.config.SettingsChange;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * A tab with one form of settings, which it saves as a whole. Its view {@code form.jelly} has the fields. The script of the page sends
 * the form and shows the answer, so that nothing typed is lost where the settings are refused, or have changed meanwhile.
 */
public abstract class FormTab extends SlackTab {
    FormTab(String urlName, String icon, Supplier<String> displayName) {
        super(urlName, icon, displayName);
    }

    /** The settings, as the form reads them. */
    public SlackNotifyConfiguration getSettings() {
        return SlackNotifyConfiguration.get();
    }

    /** The part of the settings that the form shows, as something that XStream can write. */
    abstract Object shown(SlackNotifyConfiguration settings);

    /** The version of the settings that the form shows. */
    public String getVersion() {
        return SettingsVersion.of(shown(getSettings()));
    }

    /**
     * Saves the form.
     *
     * <p>The form's {@code version} is the one that the person has seen. Where the settings have another one now and {@code overwrite}
     * is not true, nothing is saved.
     */
    @POST
    public HttpResponse doSave(StaplerRequest2 request) throws ServletException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        JSONObject form = request.getSubmittedForm();
        boolean overwrites = "true".equals(request.getParameter("overwrite"));
        SlackNotifyConfiguration settings = getSettings();
        try {
            return SettingsChange.decide(settings, () -> {
                if (!overwrites && !getVersion().equals(form.optString("version"))) {
                    return SaveResponse.conflict(Messages.FormTab_conflict());
                }
                settings.take(request, form);
                return SaveResponse.saved(".");
            });
        } catch (Descriptor.FormException invalid) {
            return SaveResponse.refused(invalid.getMessage());
        } catch (IOException e) {
            return SaveResponse.notSaved(e);
        }
    }
}
