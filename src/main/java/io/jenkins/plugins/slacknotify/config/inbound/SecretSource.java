package io.jenkins.plugins.slacknotify.config.inbound;

import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a secret of an app comes from, for administrators. Holds no secret.
 *
 * @param app the name of the app in the settings
 * @param kind what Slack's pages call the secret
 * @param source the credential or the environment variable, in words; what is missing is said as well
 * @param known whether there is any
 */
public record SecretSource(String app, String kind, String source, boolean known) {
    /** Returns those of all configured apps, or of the environment where none is configured. Looks at no secret. */
    public static List<SecretSource> all(List<SlackAppConfig> apps) {
        List<SlackAppConfig> shown = apps.isEmpty() ? List.of(new SlackAppConfig(AppResolver.ENVIRONMENT_APP)) : apps;
        return shown.stream().flatMap(SecretSource::of).toList();
    }

    private static Stream<SecretSource> of(SlackAppConfig app) {
        boolean noClient = app.getClientIdCredentialsId() == null && app.getClientSecretCredentialsId() == null;
        return Arrays.stream(AppSecretKind.values())
                .map(kind -> of(
                        app,
                        kind,
                        app.hasNoCredentials()
                                || noClient
                                        && (kind == AppSecretKind.CLIENT_ID || kind == AppSecretKind.CLIENT_SECRET)));
    }

    private static SecretSource of(SlackAppConfig app, AppSecretKind kind, boolean fromEnvironment) {
        String credentialsId = app.credentialsId(kind);
        if (credentialsId != null) {
            return new SecretSource(app.getName(), kind.label(), Messages.SecretSource_credential(credentialsId), true);
        }
        EnvironmentValue value = ControllerEnvironment.get().read(kind.variable());
        return fromEnvironment && value.isSet()
                ? new SecretSource(app.getName(), kind.label(), Messages.SecretSource_variable(value.source()), true)
                : new SecretSource(
                        app.getName(),
                        kind.label(),
                        Messages.SecretSource_missing(kind.variable().variableName()),
                        false);
    }

    /** Returns the name of the app, for the view. */
    public String getApp() {
        return app;
    }

    /** Returns the kind, for the view. */
    public String getKind() {
        return kind;
    }

    /** Returns the source, for the view. */
    public String getSource() {
        return source;
    }
}
