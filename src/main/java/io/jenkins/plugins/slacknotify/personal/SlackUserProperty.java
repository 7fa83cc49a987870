package io.jenkins.plugins.slacknotify.personal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.User;
import hudson.model.UserProperty;
import hudson.model.UserPropertyDescriptor;
import hudson.model.userproperty.UserPropertyCategory;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.FormLists;
import io.jenkins.plugins.slacknotify.config.people.PreferencesConfig;
import io.jenkins.plugins.slacknotify.people.policy.PeopleInputValidator;
import io.jenkins.plugins.slacknotify.people.policy.Preferences;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What a user has set about direct messages: who they are in Slack, and what they want to be told. Stored in the user's
 * {@code config.xml}.
 *
 * <p>Who somebody is in Slack is a claim, and counts only once it is {@linkplain #prove proven}; no form and no file of
 * Configuration as Code can say that it is.
 */
public class SlackUserProperty extends UserProperty {
    private String slackId;
    private String proven;

    /** See {@link #distrust}. */
    private String fromCommit;

    private PreferencesConfig choice;
    private List<String> quietJobs = new ArrayList<>();
    private String pausedUntil;

    @DataBoundConstructor
    public SlackUserProperty() {
        // Everything has a setter.
    }

    /** The member id or e-mail address in Slack, as typed; null where there is none. */
    @CheckForNull
    public String getSlackId() {
        return slackId;
    }

    @DataBoundSetter
    public void setSlackId(@CheckForNull String slackId) {
        this.slackId = Util.fixEmptyAndTrim(slackId);
    }

    /** The {@link #getSlackId} where it is proven to be the user's own; otherwise null. */
    @CheckForNull
    String getProven() {
        return slackId != null && slackId.equalsIgnoreCase(proven) ? slackId : null;
    }

    /** Takes it for granted from now on that this is the user in Slack, and stores that. */
    void prove(String provenId) throws IOException {
        slackId = provenId;
        proven = provenId;
        user.save();
    }

    /**
     * Takes a mail address of the account for nobody's until it is another, as a commit has brought it, and stores that. The
     * owner can still enter it here, and prove it.
     */
    void distrust(String address) throws IOException {
        if (!distrusts(address)) {
            fromCommit = address;
            user.save();
        }
    }

    boolean distrusts(String address) {
        return address.equalsIgnoreCase(fromCommit);
    }

    /** What the user wants to be told; null for what the administrator has set. */
    @CheckForNull
    public PreferencesConfig getChoice() {
        return choice;
    }

    @DataBoundSetter
    public void setChoice(@CheckForNull PreferencesConfig choice) {
        this.choice = choice;
    }

    /** Patterns for full names of jobs. */
    public List<String> getQuietJobs() {
        return List.copyOf(quietJobs);
    }

    /** As the form's text area shows them. */
    public String getQuietJobLines() {
        return String.join("\n", quietJobs);
    }

    /** @throws IllegalArgumentException where one is no such pattern */
    @DataBoundSetter
    public void setQuietJobs(@CheckForNull List<String> quietJobs) {
        List<String> given = FormLists.stripped(quietJobs);
        FieldValidation.throwIfInvalid(FieldValidation.firstError(given, PeopleInputValidator::validateJobPattern));
        this.quietJobs = given;
    }

    /** When the pause ends, with its offset; null where nothing is paused, or not any more. */
    @CheckForNull
    public String getPausedUntil() {
        return pausedUntil == null || Instant.parse(pausedUntil).isBefore(Instant.now())
                ? null
                : PauseFormat.write(Instant.parse(pausedUntil), ZoneId.systemDefault());
    }

    /** @throws IllegalArgumentException as {@link PauseFormat#read} */
    @DataBoundSetter
    public void setPausedUntil(@CheckForNull String typed) {
        Instant end = PauseFormat.read(typed, ZonedDateTime.now());
        pausedUntil = end == null ? null : end.toString();
    }

    /** All of it for the engine. */
    Preferences toPreferences(Preferences standard) {
        Preferences chosen = choice == null ? standard : choice.toPreferences();
        return new Preferences(
                chosen.events(),
                chosen.startedByMe(),
                chosen.minimumSeverity(),
                quietJobs,
                pausedUntil == null ? null : Instant.parse(pausedUntil));
    }

    /** {@inheritDoc} What is proven or distrusted is not in the form, and stays so. */
    @Override
    public UserProperty reconfigure(StaplerRequest2 request, @CheckForNull JSONObject form)
            throws Descriptor.FormException {
        if (form == null) {
            return this;
        }
        SlackUserProperty changed = (SlackUserProperty) getDescriptor().newInstance(request, form);
        changed.proven = proven;
        changed.fromCommit = fromCommit;
        return changed;
    }

    /** The user's form, and what its buttons do. Its methods are for the user and for administrators. */
    @Extension
    @Symbol("slackNotify")
    public static class DescriptorImpl extends UserPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.SlackUserProperty_displayName();
        }

        @Override
        public UserPropertyCategory getUserPropertyCategory() {
            return UserPropertyCategory.get(UserPropertyCategory.Preferences.class);
        }

        /** One for everybody, so that the form has something to show. */
        @Override
        public UserProperty newInstance(User user) {
            return new SlackUserProperty();
        }

        @Override
        public UserProperty newInstance(@CheckForNull StaplerRequest2 request, JSONObject form) throws FormException {
            FormLists.ofLines(form, "quietJobs");
            PreferencesConfig.complete(form.optJSONObject("choice"));
            try {
                return super.newInstance(request, form);
            } catch (LinkageError e) { // This is how Jenkins says that it was not possible.
                throw new FormException(FieldValidation.rootCause(e), "slackNotify");
            }
        }

        /** The address by which the user is looked for in Slack; for the form. */
        @CheckForNull
        public String addressOf(User user) {
            return MailAddresses.of(user);
        }

        /** What counts at present, in a sentence for the form. */
        public String standing(User user, @CheckForNull SlackUserProperty property) {
            return SlackIdentity.of(user, property).describe();
        }

        /** Writes to whom the form names, saved or not, and for a claim that is not proven sends a code along. */
        @POST
        public FormValidation doSendTest(@AncestorInPath User user, @QueryParameter String slackId) {
            user.checkPermission(Jenkins.ADMINISTER);
            return IdentityVerifier.get().sendTest(user, slackId);
        }

        /** Takes the code that came with the message, and stores the claim as proven. */
        @POST
        public FormValidation doConfirm(
                @AncestorInPath User user, @QueryParameter String slackId, @QueryParameter String code)
                throws IOException {
            user.checkPermission(Jenkins.ADMINISTER);
            return IdentityVerifier.get().confirm(user, slackId, code);
        }

        public ComboBoxModel doFillPausedUntilItems() {
            return new ComboBoxModel(PauseFormat.OFFERED);
        }

        @POST
        public FormValidation doCheckPausedUntil(@AncestorInPath User user, @QueryParameter String value) {
            user.checkPermission(Jenkins.ADMINISTER);
            try {
                Instant end = PauseFormat.read(value, ZonedDateTime.now());
                return end == null
                        ? FormValidation.ok()
                        : FormValidation.ok(
                                Messages.SlackUserProperty_until(PauseFormat.write(end, ZoneId.systemDefault())));
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckQuietJobs(@AncestorInPath User user, @QueryParameter String value) {
            user.checkPermission(Jenkins.ADMINISTER);
            return FieldValidation.toFormValidation(
                    FieldValidation.firstError(FormLists.lines(value), PeopleInputValidator::validateJobPattern));
        }
    }
}
