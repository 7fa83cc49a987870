package io.jenkins.plugins.slacknotify.config.inbound;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.credentials.BotTokenCredentials;
import io.jenkins.plugins.slacknotify.config.credentials.ControllerEnvironment;
import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentValue;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.PastedText;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** Checks of fields in the form of the inbound settings, for administrators. No message contains anything of a secret. */
final class InboundFormChecks {
    private InboundFormChecks() {}

    /**
     * Checks a chosen credential.
     *
     * @param others the credentials that are chosen in the other fields of the app, empty where none is
     */
    static FormValidation checkCredential(AppSecretKind kind, @CheckForNull String id, String... others) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String chosen = Util.fixEmptyAndTrim(id);
        if (chosen != null) {
            return BotTokenCredentials.checkWithLookup(() -> BotTokenCredentials.findForPage(chosen)
                    .map(found -> checkSecret(kind, PastedText.clean(found.secret())))
                    .orElseGet(() -> FormValidation.error(BotTokenCredentials.gone(chosen))));
        }
        boolean isAlone = Stream.of(others).allMatch(other -> Util.fixEmptyAndTrim(other) == null);
        return isAlone ? checkEnvironment(kind) : FormValidation.ok();
    }

    private static FormValidation checkSecret(AppSecretKind kind, String secret) {
        return kind.errorOf(secret)
                .map(FormValidation::error)
                .or(() -> kind.warningOf(secret).map(FormValidation::warning))
                .orElseGet(FormValidation::ok);
    }

    /** Checks the environment variable that counts for an app for which no credential is chosen. */
    private static FormValidation checkEnvironment(AppSecretKind kind) {
        EnvironmentValue value = ControllerEnvironment.get().read(kind.variable());
        if (!value.isSet()) {
            boolean lacksBoth = kind == AppSecretKind.APP_TOKEN
                    && !ControllerEnvironment.get()
                            .read(AppSecretKind.SIGNING_SECRET.variable())
                            .isSet();
            return lacksBoth ? FormValidation.warning(Messages.AppResolver_noSecret()) : FormValidation.ok();
        }
        return value.usable()
                .flatMap(kind::errorOf)
                .map(error -> FormValidation.error(FieldValidation.about(value.source(), error)))
                .orElseGet(() -> BotTokenCredentials.checkEnvironment(value));
    }

    /** Checks the id of an app, and that the app-level token belongs to it. */
    static FormValidation checkAppId(@CheckForNull String typed, @CheckForNull String appTokenCredentialsId) {
        return BotTokenCredentials.checkWithLookup(() -> FieldValidation.ofParserForAdministrators(() -> {
            String appId = AppId.checked(typed);
            appOf(appTokenCredentialsId)
                    .filter(other -> appId != null && !other.equals(appId))
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(Messages.AppResolver_otherApp(other, appId));
                    });
            return appId;
        }));
    }

    /** The app to which a chosen app-level token belongs; empty where that cannot be told. */
    private static Optional<String> appOf(@CheckForNull String credentialsId) {
        return Optional.ofNullable(Util.fixEmptyAndTrim(credentialsId))
                .flatMap(BotTokenCredentials::findForPage)
                .map(found -> PastedText.clean(found.secret()))
                .filter(secret -> AppSecretKind.APP_TOKEN.errorOf(secret).isEmpty())
                .flatMap(secret -> AppToken.of(secret).appId());
    }
}
