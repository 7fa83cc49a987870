package io.jenkins.plugins.slacknotify.trigger;

import hudson.model.AbstractProject;
import hudson.model.Describable;
import hudson.model.Item;
import hudson.tasks.BuildStep;
import hudson.tasks.BuildStepDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.form.EventKindLabels;
import io.jenkins.plugins.slacknotify.event.EventKind;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The descriptor that the build step and the post-build action share: choices, checks and help of their forms. */
public abstract class FreestyleAnnouncementDescriptor<T extends BuildStep & Describable<T>>
        extends BuildStepDescriptor<T> {
    /** The options whose help is that of the step. */
    private static final List<String> SHARED_OPTIONS =
            List.of("message", "mention", "file", "title", "channel", "to", "severity", "credentialsId", "failOnError");

    FreestyleAnnouncementDescriptor() {
        SHARED_OPTIONS.forEach(option -> addHelpFileRedirect(option, SlackNotifyStep.class, option));
    }

    /** The event kinds that the form offers. */
    public final List<EventKind> getEventKinds() {
        return EventKind.completionKinds();
    }

    /** Returns the form's name for an event kind. */
    public final String describe(EventKind kind) {
        return EventKindLabels.nameAndDescription(kind);
    }

    @Override
    public boolean isApplicable(Class<? extends AbstractProject> jobType) {
        return true;
    }

    @POST
    public FormValidation doCheckChannel(@AncestorInPath Item item, @QueryParameter String value) {
        return AnnouncementForm.checkChannel(item, value);
    }

    @POST
    public FormValidation doCheckMention(@AncestorInPath Item item, @QueryParameter String value) {
        return AnnouncementForm.checkMention(item, value);
    }

    @POST
    public FormValidation doCheckTo(@AncestorInPath Item item, @QueryParameter String value) {
        return AnnouncementForm.checkTo(item, value);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return AnnouncementForm.credentials(item, credentialsId);
    }

    @POST
    public ListBoxModel doFillSeverityItems() {
        return AnnouncementForm.severities();
    }
}
