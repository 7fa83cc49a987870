package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.TeamId;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A Slack workspace beside that of the system channel, as it is stored and shown in forms. It holds the id of a credential, never a token.
 */
public class WorkspaceConfig extends ListElement implements Describable<WorkspaceConfig> {
    private final String name;
    private final String credentialsId;
    private String teamId;

    @DataBoundConstructor
    public WorkspaceConfig(@CheckForNull String name, @CheckForNull String credentialsId) {
        this.name = read("name", "", () -> FieldParser.name("workspace", name));
        this.credentialsId = read(
                "credentialsId",
                "",
                () -> FieldParser.required(
                        credentialsId, "A workspace needs the id of a credential with its bot token"));
    }

    /** The name by which destinations refer to it. */
    public String getName() {
        return name;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** The id of the workspace ({@code T…}) for the token of a whole organisation; null for any other token. */
    @CheckForNull
    public String getTeamId() {
        return teamId;
    }

    @DataBoundSetter
    public void setTeamId(@CheckForNull String teamId) {
        this.teamId = read("teamId", this.teamId, () -> TeamId.checked(teamId));
    }

    /**
     * Returns this workspace with another credential. What else in it is invalid stays as somebody has written it.
     *
     * @param newTeamId null to keep the id of the workspace
     */
    public WorkspaceConfig withCredentials(String newCredentialsId, @CheckForNull String newTeamId) {
        WorkspaceConfig changed = new WorkspaceConfig(name, newCredentialsId);
        changed.setTeamId(newTeamId == null ? teamId : newTeamId);
        changed.keepInvalid(this);
        return changed;
    }

    @Override
    protected WorkspaceConfig blank() {
        return new WorkspaceConfig(null, null);
    }

    @Override
    protected WorkspaceConfig construct() {
        return new WorkspaceConfig(name, credentialsId);
    }

    @Override
    public String givenName() {
        return name;
    }

    /** The form of a workspace. */
    @Extension
    public static class DescriptorImpl extends Descriptor<WorkspaceConfig> {
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> FieldParser.name("workspace", value));
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return BotTokenCredentials.choicesForAdministrators(credentialsId);
        }

        /** Checks the token. An invalid one does not keep the form from being saved, as it can be corrected among the credentials. */
        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            RuleFormChecks.require(null);
            return value.isBlank()
                    ? FormValidation.error(Messages.WorkspaceConfig_noCredential())
                    : BotTokenCredentials.check(value);
        }

        @POST
        public FormValidation doCheckTeamId(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> TeamId.checked(value));
        }
    }
}
