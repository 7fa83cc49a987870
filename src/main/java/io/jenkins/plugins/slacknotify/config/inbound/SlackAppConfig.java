package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import java.util.Objects;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * A Slack app that may send requests to this Jenkins, as it is stored and shown in forms. It holds ids of credentials, never a
 * secret. The app of which no credential is chosen has those of the environment.
 */
public class SlackAppConfig extends ListElement implements Describable<SlackAppConfig> {
    private final String name;
    private String appId;
    private String signingSecretCredentialsId;
    private String appTokenCredentialsId;
    private String clientIdCredentialsId;
    private String clientSecretCredentialsId;
    private String workspace;

    @DataBoundConstructor
    public SlackAppConfig(@CheckForNull String name) {
        this.name = read("name", "", () -> FieldParser.name("Slack app", name));
    }

    /** The name by which pages and the log refer to the app. */
    public String getName() {
        return name;
    }

    /** The id that Slack gave the app ({@code A…}); null where it is not configured. */
    @CheckForNull
    public String getAppId() {
        return appId;
    }

    @DataBoundSetter
    public void setAppId(@CheckForNull String appId) {
        this.appId = read("appId", this.appId, () -> AppId.checked(appId));
    }

    /** The credential with which signed requests are verified; null for none. */
    @CheckForNull
    public String getSigningSecretCredentialsId() {
        return signingSecretCredentialsId;
    }

    @DataBoundSetter
    public void setSigningSecretCredentialsId(@CheckForNull String signingSecretCredentialsId) {
        this.signingSecretCredentialsId = Util.fixEmptyAndTrim(signingSecretCredentialsId);
    }

    /** The credential with the app-level token, with which Jenkins connects by Socket Mode; null for none. */
    @CheckForNull
    public String getAppTokenCredentialsId() {
        return appTokenCredentialsId;
    }

    @DataBoundSetter
    public void setAppTokenCredentialsId(@CheckForNull String appTokenCredentialsId) {
        this.appTokenCredentialsId = Util.fixEmptyAndTrim(appTokenCredentialsId);
    }

    /** The credential with the client id, for the installation; null for none. */
    @CheckForNull
    public String getClientIdCredentialsId() {
        return clientIdCredentialsId;
    }

    @DataBoundSetter
    public void setClientIdCredentialsId(@CheckForNull String clientIdCredentialsId) {
        this.clientIdCredentialsId = Util.fixEmptyAndTrim(clientIdCredentialsId);
    }

    /** The credential with the client secret, for the installation; null for none. */
    @CheckForNull
    public String getClientSecretCredentialsId() {
        return clientSecretCredentialsId;
    }

    @DataBoundSetter
    public void setClientSecretCredentialsId(@CheckForNull String clientSecretCredentialsId) {
        this.clientSecretCredentialsId = Util.fixEmptyAndTrim(clientSecretCredentialsId);
    }

    /**
     * The name of the workspace of the routing whose bot token belongs to the app; null for the workspace of the system
     * channel.
     */
    @CheckForNull
    public String getWorkspace() {
        return workspace;
    }

    @DataBoundSetter
    public void setWorkspace(@CheckForNull String workspace) {
        String given = Util.fixEmptyAndTrim(workspace);
        this.workspace =
                read("workspace", this.workspace, () -> given == null ? null : FieldParser.name("workspace", given));
    }

    /** The id of the chosen credential of a kind; null where none is chosen. */
    @CheckForNull
    String credentialsId(AppSecretKind kind) {
        return switch (kind) {
            case SIGNING_SECRET -> signingSecretCredentialsId;
            case APP_TOKEN -> appTokenCredentialsId;
            case CLIENT_ID -> clientIdCredentialsId;
            case CLIENT_SECRET -> clientSecretCredentialsId;
        };
    }

    /** Returns whether no credential is chosen. */
    boolean hasNoCredentials() {
        return Stream.of(AppSecretKind.values()).map(this::credentialsId).allMatch(Objects::isNull);
    }

    @Override
    protected SlackAppConfig blank() {
        return new SlackAppConfig(null);
    }

    @Override
    protected SlackAppConfig construct() {
        return new SlackAppConfig(name);
    }

    @Override
    public String givenName() {
        return name;
    }

    /** The form of an app. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SlackAppConfig> {
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(() -> FieldParser.name("Slack app", value));
        }

        @POST
        public FormValidation doCheckAppId(@QueryParameter String value, @QueryParameter String appTokenCredentialsId) {
            return InboundFormChecks.checkAppId(value, appTokenCredentialsId);
        }

        @POST
        public FormValidation doCheckWorkspace(@QueryParameter String value) {
            return FieldValidation.ofParserForAdministrators(
                    () -> Util.fixEmptyAndTrim(value) == null ? null : FieldParser.name("workspace", value));
        }

        @POST
        public ListBoxModel doFillAppTokenCredentialsIdItems(@QueryParameter String appTokenCredentialsId) {
            return BotTokenCredentials.choicesForAdministrators(appTokenCredentialsId);
        }

        @POST
        public ListBoxModel doFillSigningSecretCredentialsIdItems(@QueryParameter String signingSecretCredentialsId) {
            return BotTokenCredentials.choicesForAdministrators(signingSecretCredentialsId);
        }

        @POST
        public ListBoxModel doFillClientIdCredentialsIdItems(@QueryParameter String clientIdCredentialsId) {
            return BotTokenCredentials.choicesForAdministrators(clientIdCredentialsId);
        }

        @POST
        public ListBoxModel doFillClientSecretCredentialsIdItems(@QueryParameter String clientSecretCredentialsId) {
            return BotTokenCredentials.choicesForAdministrators(clientSecretCredentialsId);
        }

        /** Checks the app-level token. An invalid one can be saved, as it can be corrected among the credentials. */
        @POST
        public FormValidation doCheckAppTokenCredentialsId(
                @QueryParameter String value, @QueryParameter String signingSecretCredentialsId) {
            return InboundFormChecks.checkCredential(AppSecretKind.APP_TOKEN, value, signingSecretCredentialsId);
        }

        @POST
        public FormValidation doCheckSigningSecretCredentialsId(
                @QueryParameter String value,
                @QueryParameter String appTokenCredentialsId,
                @QueryParameter String clientSecretCredentialsId) {
            return Util.fixEmptyAndTrim(value) != null && value.equals(clientSecretCredentialsId)
                    ? FormValidation.error(Messages.SlackAppConfig_sameSecret())
                    : InboundFormChecks.checkCredential(AppSecretKind.SIGNING_SECRET, value, appTokenCredentialsId);
        }

        @POST
        public FormValidation doCheckClientIdCredentialsId(
                @QueryParameter String value,
                @QueryParameter String appTokenCredentialsId,
                @QueryParameter String signingSecretCredentialsId) {
            return InboundFormChecks.checkCredential(
                    AppSecretKind.CLIENT_ID, value, appTokenCredentialsId, signingSecretCredentialsId);
        }

        @POST
        public FormValidation doCheckClientSecretCredentialsId(
                @QueryParameter String value,
                @QueryParameter String appTokenCredentialsId,
                @QueryParameter String signingSecretCredentialsId) {
            return InboundFormChecks.checkCredential(
                    AppSecretKind.CLIENT_SECRET, value, appTokenCredentialsId, signingSecretCredentialsId);
        }

        /** Asks Slack whether it accepts the token as it stands in the form. */
        @POST
        public FormValidation doTestAppToken(
                @QueryParameter String appTokenCredentialsId, @QueryParameter String signingSecretCredentialsId) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String chosen = Util.fixEmptyAndTrim(appTokenCredentialsId);
            return chosen == null && Util.fixEmptyAndTrim(signingSecretCredentialsId) != null
                    ? FormValidation.error(Messages.SlackAppConfig_noAppToken())
                    : ExtensionList.lookupSingleton(AppTokenTester.class).test(chosen);
        }
    }
}
