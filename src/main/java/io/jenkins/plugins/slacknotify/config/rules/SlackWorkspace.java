package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A Slack workspace, or an organisation of Enterprise Grid, beside that of the system channel. Holds no token, but a credential's id. */
public class SlackWorkspace implements Describable<SlackWorkspace> {
    private final String name;
    private final String credentialsId;
    private String teamId;

    /** @throws IllegalArgumentException where it has no name or no credential */
    @DataBoundConstructor
    public SlackWorkspace(@CheckForNull String name, @CheckForNull String credentialsId) {
        this.name = Given.name("workspace", name);
        this.credentialsId = Given.required(
                credentialsId, "The workspace '" + this.name + "' needs the id of a credential with its bot token");
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
        this.teamId = Util.fixEmptyAndTrim(teamId);
    }

    /** The form of a workspace. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SlackWorkspace> {}
}
