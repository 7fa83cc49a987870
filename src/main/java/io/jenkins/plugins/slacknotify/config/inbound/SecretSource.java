package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentValue;
import java.util.Arrays;
import java.util.List;

/**
 * The source of a secret of an app, for administrators. Holds no secret.
 *
 * @param app the name of the app in the settings
 * @param kind what Slack's pages call the secret
 * @param source the credential or the environment variable, in words; what is missing is said as well
 */
public record SecretSource(String app, String kind, String source) {
    /** Returns those of all configured apps, or of the environment where none is configured. Looks at no secret. */
    public static List<SecretSource> all(List<SlackAppConfig> apps) {
        return all(apps, ControllerEnvironment.get());
    }

    static List<SecretSource> all(List<SlackAppConfig> apps, ControllerEnvironment environment) {
        List<SlackAppConfig> shown = apps.isEmpty() ? List.of(new SlackAppConfig(AppResolver.ENVIRONMENT_APP)) : apps;
        return shown.stream()
                .flatMap(app -> Arrays.stream(AppSecretKind.values()).map(kind -> {
                    boolean isOfEnvironment =
                            AppResolver.ofEnvironment(shown, kind).stream().anyMatch(it -> it == app);
                    return of(app, kind, isOfEnvironment ? environment.read(kind.variable()) : null);
                }))
                .toList();
    }

    /** @param value what the environment has for the app; null where nothing of it counts for this app */
    private static SecretSource of(SlackAppConfig app, AppSecretKind kind, @CheckForNull EnvironmentValue value) {
        return new SecretSource(app.getName(), kind.label(), words(app.credentialsId(kind), kind, value));
    }

    private static String words(
            @CheckForNull String credentialsId, AppSecretKind kind, @CheckForNull EnvironmentValue value) {
        if (credentialsId != null) {
            return Messages.SecretSource_credential(credentialsId);
        }
        return value != null && value.isSet()
                ? Messages.SecretSource_variable(value.source())
                : Messages.SecretSource_missing(kind.variable().variableName());
    }
}
