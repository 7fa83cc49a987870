package io.jenkins.plugins.slacknotify.sandbox.app;

import io.jenkins.plugins.slacknotify.sandbox.socket.SocketServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Slack app: its secrets and the way to it. It gets its requests by Socket Mode until it has a request URL. Thread-safe.
 */
public final class SandboxApp {
    private final String id;
    private final String name;
    private final String homeTeamId;
    private final AppSecrets secrets;
    private final SocketServer socket;
    private final Set<String> commands = new LinkedHashSet<>();
    private final Set<String> unfurlDomains = new LinkedHashSet<>();
    private String signingSecret;
    private String requestUrl;
    private boolean interactive = true;

    SandboxApp(String id, String name, String homeTeamId, AppSecrets secrets, SocketServer socket) {
        this.id = id;
        this.name = name;
        this.homeTeamId = homeTeamId;
        this.secrets = secrets;
        this.socket = socket;
        this.signingSecret = secrets.signingSecret();
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

    public synchronized String signingSecret() {
        return signingSecret;
    }

    /** What is "Regenerate" on the app's page: from now on requests are signed by another secret. */
    public synchronized String renewSigningSecret() {
        signingSecret = AppSecrets.hex(16);
        return signingSecret;
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

    /** From now on requests come by HTTP to this address, all of them. */
    public synchronized SandboxApp deliverTo(String url) {
        requestUrl = url;
        return this;
    }

    /** From now on requests come by Socket Mode. DOCUMENTED: no request URL counts meanwhile. */
    public synchronized SandboxApp deliverBySocket() {
        requestUrl = null;
        return this;
    }

    /** Empty where requests come by Socket Mode. */
    public synchronized Optional<String> requestUrl() {
        return Optional.ofNullable(requestUrl);
    }

    /** The commands that the app has; none means any. Names with the slash. */
    public synchronized SandboxApp withCommands(String... names) {
        commands.clear();
        commands.addAll(List.of(names));
        return this;
    }

    public synchronized boolean hasCommand(String command) {
        return commands.isEmpty() || commands.contains(command);
    }

    public synchronized Set<String> commands() {
        return Set.copyOf(commands);
    }

    /** The domains whose links the app is told of; none means any. */
    public synchronized SandboxApp withUnfurlDomains(String... domains) {
        unfurlDomains.clear();
        unfurlDomains.addAll(List.of(domains));
        return this;
    }

    /** DOCUMENTED: a domain stands for all below it, and a port is no part of it. */
    public synchronized boolean unfurls(String host) {
        return unfurlDomains.isEmpty()
                || unfurlDomains.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Whether interactivity is switched on. Off, nobody is told of a press, and Slack shows a warning. */
    public synchronized SandboxApp interactive(boolean on) {
        interactive = on;
        return this;
    }

    public synchronized boolean isInteractive() {
        return interactive;
    }

    /** Its connections by Socket Mode. */
    public SocketServer socket() {
        return socket;
    }
}
