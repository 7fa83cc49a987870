package io.jenkins.plugins.slacknotify.config.inbound;

import io.jenkins.plugins.slacknotify.config.credentials.EnvironmentVariable;
import io.jenkins.plugins.slacknotify.slack.api.AppToken;
import io.jenkins.plugins.slacknotify.slack.api.WrongTokenException;
import io.jenkins.plugins.slacknotify.slack.id.SlackId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kind of credential of a Slack app. The form and the forms of secrets are from Slack's page "Basic Information" of an app. */
enum AppSecretKind {
    SIGNING_SECRET(EnvironmentVariable.SIGNING_SECRET),
    APP_TOKEN(EnvironmentVariable.APP_TOKEN),
    CLIENT_ID(EnvironmentVariable.CLIENT_ID),
    CLIENT_SECRET(EnvironmentVariable.CLIENT_SECRET);

    private static final Pattern HEX_SECRET = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CLIENT_NUMBER = Pattern.compile("\\d+\\.\\d+");

    private final EnvironmentVariable variable;

    AppSecretKind(EnvironmentVariable variable) {
        this.variable = variable;
    }

    /** Returns the kind for which a variable stands in; empty for a variable of something else. */
    static Optional<AppSecretKind> of(EnvironmentVariable variable) {
        return Arrays.stream(values()).filter(kind -> kind.variable == variable).findFirst();
    }

    /** Returns the environment variable that stands in for the credential. */
    EnvironmentVariable variable() {
        return variable;
    }

    /** Returns the name that Slack's pages give to a secret of this kind. */
    String label() {
        return switch (this) {
            case SIGNING_SECRET -> Messages.AppSecretKind_signingSecret();
            case APP_TOKEN -> Messages.AppSecretKind_appToken();
            case CLIENT_ID -> Messages.AppSecretKind_clientId();
            case CLIENT_SECRET -> Messages.AppSecretKind_clientSecret();
        };
    }

    /**
     * Explains why a secret is surely not of this kind; empty where it can be. The explanation contains nothing of the secret.
     *
     * @param secret without white space around it
     */
    Optional<String> errorOf(String secret) {
        if (this == APP_TOKEN) {
            return appTokenErrorOf(secret);
        }
        if (secret.isEmpty()) {
            return Optional.of(Messages.AppSecretKind_empty(label(), whereToFind()));
        }
        return kindOf(secret).map(found -> Messages.AppSecretKind_other(found, label(), whereToFind()));
    }

    /** Warns of a secret that has not the form in which Slack makes this kind today; empty where it has. */
    Optional<String> warningOf(String secret) {
        boolean usual =
                switch (this) {
                    case SIGNING_SECRET, CLIENT_SECRET ->
                        HEX_SECRET.matcher(secret).matches();
                    case CLIENT_ID -> CLIENT_NUMBER.matcher(secret).matches();
                    case APP_TOKEN -> true;
                };
        return usual
                ? Optional.empty()
                : Optional.of(Messages.AppSecretKind_unusual(label(), usualForm(), whereToFind()));
    }

    private Optional<String> appTokenErrorOf(String secret) {
        try {
            AppToken.of(secret);
            return Optional.empty();
        } catch (WrongTokenException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Names what a secret is that is of another kind; empty where that cannot be told. */
    private Optional<String> kindOf(String secret) {
        if (secret.startsWith("xapp-")) {
            return Optional.of(Messages.AppSecretKind_thisIsAnAppToken());
        }
        if (secret.startsWith("xoxb-") || secret.startsWith("xoxe.xoxb-")) {
            return Optional.of(Messages.AppSecretKind_thisIsABotToken());
        }
        if (secret.startsWith("xox")) {
            return Optional.of(Messages.AppSecretKind_thisIsAToken());
        }
        if (SlackId.APP.matches(secret)) {
            return Optional.of(Messages.AppSecretKind_thisIsAnAppId());
        }
        if (this != CLIENT_ID && CLIENT_NUMBER.matcher(secret).matches()) {
            return Optional.of(Messages.AppSecretKind_thisIsAClientId());
        }
        return this == CLIENT_ID && HEX_SECRET.matcher(secret).matches()
                ? Optional.of(Messages.AppSecretKind_thisIsASecret())
                : Optional.empty();
    }

    private String usualForm() {
        return this == CLIENT_ID ? Messages.AppSecretKind_numbers() : Messages.AppSecretKind_hexDigits();
    }

    private String whereToFind() {
        return Messages.AppSecretKind_whereToFind(label());
    }
}
