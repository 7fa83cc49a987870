package io.jenkins.plugins.slacknotify.config.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Arrays;
import java.util.Optional;

/**
 * An environment variable of the Jenkins process that configures Slack. Each has a second form whose name ends with
 * {@code _FILE}, and whose value is the path of a file that holds the value. The constants are in the order of the manual.
 */
public enum EnvironmentVariable {
    BOT_TOKEN("SLACK_BOT_TOKEN", true, ""),
    CHANNEL("SLACK_CHANNEL", false, null),
    SIGNING_SECRET("SLACK_SECRET", true, "-signing-secret"),
    APP_TOKEN("SLACK_APP_TOKEN", true, "-app-token"),
    CLIENT_ID("SLACK_APP_CLIENT_ID", false, "-client-id"),
    CLIENT_SECRET("SLACK_APP_CLIENT_SECRET", true, "-client-secret");

    private static final String CREDENTIALS_ID = "slack-notify-environment";
    private static final String FILE_SUFFIX = "_FILE";

    private final String variableName;
    private final boolean secret;
    private final String credentialsId;

    EnvironmentVariable(String variableName, boolean secret, @CheckForNull String idSuffix) {
        this.variableName = variableName;
        this.secret = secret;
        this.credentialsId = idSuffix == null ? null : CREDENTIALS_ID + idSuffix;
    }

    /** Returns the name of the variable that holds the value itself. */
    public String variableName() {
        return variableName;
    }

    /** Returns the name of the variable that holds the path of a file with the value. */
    public String fileVariableName() {
        return variableName + FILE_SUFFIX;
    }

    /** Returns whether the value must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Returns the id of the credential of scope {@code SYSTEM} that offers the value; empty where none does. */
    public Optional<String> credentialsId() {
        return Optional.ofNullable(credentialsId);
    }

    /** Returns the variable that a credential offers; empty for any other credential. */
    public static Optional<EnvironmentVariable> ofCredential(@CheckForNull String id) {
        return Arrays.stream(values())
                .filter(variable -> variable.credentialsId != null && variable.credentialsId.equals(id))
                .findFirst();
    }
}
