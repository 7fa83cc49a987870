package io.jenkins.plugins.slacknotify.slack.app;

import static java.util.Objects.requireNonNull;

/**
 * A secret that Slack has just given out, to be put into a store of secrets. In contrast to the tokens that calls are made with,
 * it can be read, for that purpose alone. {@link #toString} masks it.
 */
public final class IssuedSecret {

    private final String secret;

    private IssuedSecret(String secret) {
        this.secret = requireNonNull(secret, "secret");
    }

    public static IssuedSecret of(String secret) {
        return new IssuedSecret(secret);
    }

    /** Returns the secret itself, for a store that keeps it encrypted. */
    public String reveal() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuedSecret that && secret.equals(that.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
