package io.jenkins.plugins.slacknotify.sandbox.app;

import com.google.gson.JsonObject;
import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Slack app: its secrets, the way to it, and what its manifest says. It gets its requests by Socket Mode until it has a
 * request URL, and without a manifest it may do everything. Thread-safe.
 */
public final class SandboxApp {
    /** The kinds of requests to an app, each by an address of its own. */
    public enum Way {
        EVENT,
        INTERACTION,
        COMMAND
    }

    private final String id;
    private final String name;
    private final String homeTeamId;
    private final AppSecrets secrets;
    private final SocketServer socket;
    private AppConfiguration configuration = new AppConfiguration(null);
    private String requestUrl;
    private boolean distributed = true;

    SandboxApp(String id, String name, String homeTeamId, AppSecrets secrets, SocketServer socket) {
        this.id = id;
        this.name = name;
        this.homeTeamId = homeTeamId;
        this.secrets = secrets;
        this.socket = socket;
    }

    /** Such as {@code A0SBX00001}. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Of the workspace in which it was made. */
    public String homeTeamId() {
        return homeTeamId;
    }

    public String signingSecret() {
        return secrets.signingSecret();
    }

    /** The app-level token, {@code xapp-1-A…}, with the scope {@code connections:write}. */
    public String appToken() {
        return secrets.appToken();
    }

    public String clientId() {
        return secrets.clientId();
    }

    public String clientSecret() {
        return secrets.clientSecret();
    }

    /** From now on the app is what the manifest says: events, commands, addresses, tabs. Nothing checks the manifest here. */
    public synchronized SandboxApp configure(JsonObject manifest) {
        configuration = new AppConfiguration(manifest);
        requestUrl = null;
        return this;
    }

    /** The manifest; empty for an app that was made without one. */
    public synchronized Optional<JsonObject> manifest() {
        return Optional.ofNullable(configuration.manifest()).map(JsonObject::deepCopy);
    }

    /** From now on requests come by HTTP to this address, all of them, whatever the manifest says. */
    public synchronized SandboxApp deliverTo(String url) {
        requestUrl = url;
        return this;
    }

    /** From now on requests come as the manifest says, and without one by Socket Mode. */
    public synchronized SandboxApp deliverBySocket() {
        requestUrl = null;
        return this;
    }

    /**
     * Returns the address for requests of that kind; empty for Socket Mode. DOCUMENTED: while that is on, no request URL counts.
     *
     * @param command null for anything but a command
     */
    public synchronized Optional<String> requestUrl(Way way, String command) {
        if (requestUrl != null) {
            return Optional.of(requestUrl);
        }
        if (configuration.isSocketMode()) {
            return Optional.empty();
        }
        String url =
                switch (way) {
                    case EVENT -> configuration.eventUrl();
                    case INTERACTION -> configuration.interactivityUrl();
                    case COMMAND -> configuration.commands().getOrDefault(command, "");
                };
        return Optional.of(url).filter(address -> !address.isEmpty());
    }

    /** Returns the address for events; empty for Socket Mode. */
    public Optional<String> requestUrl() {
        return requestUrl(Way.EVENT, null);
    }

    public synchronized boolean hasCommand(String command) {
        return configuration.hasCommand(command);
    }

    /** The commands that its manifest names, with the slash. */
    public synchronized Set<String> commands() {
        return configuration.commands().keySet();
    }

    public synchronized boolean hasShortcut(String callbackId, boolean ofMessage) {
        return configuration.hasShortcut(callbackId, ofMessage);
    }

    public synchronized boolean unfurls(String host) {
        return configuration.unfurls(host);
    }

    public synchronized boolean subscribesTo(String event) {
        return configuration.subscribesTo(event);
    }

    /** Whether interactivity is switched on. Off, nobody is told of a press, and Slack shows a warning. */
    public synchronized boolean isInteractive() {
        return configuration.isInteractive();
    }

    public synchronized boolean hasHomeTab() {
        return configuration.hasHomeTab();
    }

    /** Whether members can write to the app in person. */
    public synchronized boolean hasComposer() {
        return configuration.hasComposer();
    }

    public synchronized boolean rotatesTokens() {
        return configuration.rotatesTokens();
    }

    public synchronized boolean isForOrganisations() {
        return configuration.isForOrganisations();
    }

    public synchronized List<String> redirectUrls() {
        return configuration.redirectUrls();
    }

    public synchronized List<String> botScopes() {
        return configuration.botScopes();
    }

    /** Whether other workspaces than its own may install it: "public distribution". Apps made by API begin without. */
    public synchronized SandboxApp distributed(boolean on) {
        distributed = on;
        return this;
    }

    public synchronized boolean isDistributed() {
        return distributed;
    }

    /** Its connections by Socket Mode. */
    public SocketServer socket() {
        return socket;
    }
}
