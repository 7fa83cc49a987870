package io.jenkins.plugins.slacknotify.slack.api;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The client id and the client secret of a Slack app, with which it is installed and its tokens are renewed.
 *
 * <p>Only this package can read the secret, and {@link #toString} masks it. It belongs in no field that is stored.
 */
public final class ClientCredentials extends ApiSecret {

    private final String clientId;

    private ClientCredentials(String clientId, String clientSecret) {
        super(clientSecret);
        this.clientId = requireNonNull(clientId, "clientId");
    }

    /** Joins a client id and a client secret. Only Slack knows whether the two belong together. */
    public static ClientCredentials of(String clientId, String clientSecret) {
        return new ClientCredentials(clientId, clientSecret);
    }

    /** Returns the id, such as {@code 1234567890.1234567890}, which is no secret: it stands in addresses. */
    public String clientId() {
        return clientId;
    }

    /** {@inheritDoc} Slack takes id and secret by HTTP Basic, which keeps them out of the form. */
    @Override
    String authorization() {
        byte[] pair = (clientId + ":" + reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return clientId + ":****";
    }
}
