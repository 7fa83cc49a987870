package io.jenkins.plugins.slacknotify.slack.api;

import static java.util.Objects.requireNonNull;

/**
 * A secret with which something may be asked of Slack. Only this package can read it, and {@link #toString} masks it. It
 * belongs in no field that is stored.
 */
abstract sealed class ApiSecret permits AppToken, BotToken, ClientCredentials, ConfigurationToken, ResponseUrl {

    private final String secret;

    ApiSecret(String secret) {
        this.secret = requireNonNull(secret, "secret");
    }

    final String reveal() {
        return secret;
    }

    /** Returns the value of the header {@code Authorization} with which this secret goes to Slack. */
    String authorization() {
        return "Bearer " + secret;
    }

    /** Returns a text without this secret: servers and exceptions may quote what they were sent. */
    final String redact(String text) {
        return text.replace(secret, toString());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ApiSecret same && getClass() == same.getClass() && secret.equals(same.secret);
    }

    @Override
    public final int hashCode() {
        return secret.hashCode();
    }

    @Override
    public abstract String toString();
}
