package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.TeamId;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A Slack workspace beside that of the system channel. Holds no token, but a credential's id. */
public class SlackWorkspace extends ListElement implements Describable<SlackWorkspace> {
    private final String name;
    private final String credentialsId;
    private String teamId;

    @DataBoundConstructor
    public SlackWorkspace(@CheckForNull String name, @CheckForNull String credentialsId) {
        this.name = read("name", "", () -> Given.name("workspace", name));
        this.credentialsId = read(
                "credentialsId",
                "",
                () -> Given.required(credentialsId, "A workspace needs the id of a credential with its bot token"));
    }

    /** What destinations call it. */
    public String getName() {
        return name;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** The id of the workspace ({@code T…}), which a token of a whole organisation needs to be told; null for any other. */
    @CheckForNull
    public String getTeamId() {
        return teamId;
    }

    @DataBoundSetter
    public void setTeamId(@CheckForNull String teamId) {
        this.teamId = read("teamId", this.teamId, () -> TeamId.checked(teamId));
    }

    @Override
    String label(int position) {
        return name;
    }

    /** The form of a workspace. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SlackWorkspace> {
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return RuleChecks.check(null, () -> Given.name("workspace", value));
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return BotTokenCredentials.choicesForAdministrators(credentialsId);
        }

        /** What is wrong with the token does not keep the rest from being saved, as it may be mended elsewhere. */
        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            RuleChecks.require(null);
            return value.isBlank()
                    ? FormValidation.error(Messages.SlackWorkspace_noCredential())
                    : BotTokenCredentials.check(value);
        }

        @POST
        public FormValidation doCheckTeamId(@QueryParameter String value) {
            return RuleChecks.check(null, () -> TeamId.checked(value));
        }
    }
}
