package io.jenkins.plugins.slacknotify.manifest;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import io.jenkins.plugins.slacknotify.inbound.origin.Transport;
import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The manifest from which Slack makes the app of this plugin. Its keys and limits are those of Slack's documentation of
 * app manifests and of the schema in {@code slackapi/manifest-schema}. Only Slack itself can tell whether it accepts
 * the manifest.
 *
 * @param address where people find the controller, such as {@code https://ci.example.org/}; null where it is not known
 * @param orgWide whether the app may be installed in a whole Enterprise Grid organisation
 * @param requests what the app asks of Jenkins
 * @param redirectUrl where Slack sends the browser of whoever installs the app; null where it cannot
 */
public record AppManifest(
        @CheckForNull String address,
        boolean orgWide,
        AppRequests requests,
        @CheckForNull String redirectUrl) {
    static final int MAX_NAME_LENGTH = 35;
    static final int MAX_DESCRIPTION_LENGTH = 139;

    private static final String NEW_APP = "https://api.slack.com/apps?new_app=1&manifest_json=";
    private static final String NAME = "Jenkins";
    static final String COMMAND_DESCRIPTION = "Ask Jenkins about builds";
    private static final String COMMAND_HINT = "help";

    /** A host with a top-level domain, which an IP address has not. */
    private static final Pattern UNFURL_DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    private static final String DESCRIPTION = "Tells the right people what happened to a build";

    /** Makes the manifest of an app that people install in Slack itself, so that no browser comes back to Jenkins. */
    public AppManifest(@CheckForNull String address, boolean orgWide, AppRequests requests) {
        this(address, orgWide, requests, null);
    }

    /**
     * Returns this manifest as it has to be for an app that Slack has already. Whether an organisation may install it is no setting of
     * Jenkins, and is never taken back; the app then needs the events of an organisation.
     *
     * @param present the manifest that the app has, as JSON
     * @throws IllegalArgumentException if that is no JSON object
     */
    public AppManifest forApp(String present) {
        return orgWide || !isOrgWide(present) ? this : new AppManifest(address, true, requests, redirectUrl);
    }

    /** Returns the manifest to paste into <em>From a manifest</em>; it ends with a line break. */
    public String yaml() {
        return ManifestWriter.yaml(content());
    }

    /** Returns the manifest as indented JSON. */
    public String json() {
        return ManifestWriter.indentedJson(content());
    }

    /** Returns the address of the page on which Slack makes the app, filled in. */
    public String createLink() {
        return NEW_APP
                + URLEncoder.encode(ManifestWriter.compactJson(content()), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    /**
     * Returns what is different from another manifest, such as the one that the app was made from.
     *
     * @param json the other one
     * @throws IllegalArgumentException if that is no JSON object
     */
    public ManifestChanges changesSince(String json) {
        return ManifestChanges.between(json, json());
    }

    /**
     * Returns whether a manifest is of an app that a whole organisation may install.
     *
     * @throws IllegalArgumentException if that is no JSON object
     */
    public static boolean isOrgWide(String json) {
        return ManifestChanges.values(json)
                .getOrDefault("settings.org_deploy_enabled", Set.of())
                .contains("true");
    }

    /**
     * Returns whether a manifest is of an app that gets its requests by Socket Mode.
     *
     * @throws IllegalArgumentException if that is no JSON object
     */
    public static boolean isBySocket(String json) {
        return ManifestChanges.values(json)
                .getOrDefault("settings.socket_mode_enabled", Set.of())
                .contains("true");
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("display_information", ordered("name", name(), "description", description()));
        content.put("features", features());
        content.put("oauth_config", oauthConfig());
        content.put("settings", settings());
        return content;
    }

    /**
     * Returns the name of the app. Several controllers may have an app each in one workspace, and people tell them
     * apart by the name.
     */
    private String name() {
        String host = host();
        return Stream.of(host, host.replaceFirst("\\..*", ""))
                .filter(it -> !it.isEmpty())
                .map(it -> NAME + " (" + it + ")")
                .filter(it -> it.length() <= MAX_NAME_LENGTH)
                .findFirst()
                .orElse(NAME);
    }

    private String description() {
        String full = DESCRIPTION + " in " + address;
        return host().isEmpty() || full.length() > MAX_DESCRIPTION_LENGTH ? DESCRIPTION : full;
    }

    /** Returns the host of the controller; blank where it is not known. */
    String host() {
        try {
            String host = address == null ? null : URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            // An address that is none helps nobody in Slack.
            return "";
        }
    }

    private Map<String, Object> features() {
        Map<String, Object> features = ordered("app_home", appHome(), "bot_user", botUser());
        if (requests.have(Ability.COMMANDS)) {
            features.put("slash_commands", List.of(slashCommand()));
            features.put("shortcuts", shortcuts());
        }
        if (requests.have(Ability.PREVIEWS) && isUnfurlDomain(host())) {
            features.put("unfurl_domains", List.of(host()));
        }
        return features;
    }

    /**
     * Returns the tabs of the app. Without the tab for messages, Slack refuses direct messages of the bot with
     * {@code messages_tab_disabled}. People can write there only if the tab is not read-only.
     */
    private Map<String, Object> appHome() {
        return ordered(
                "home_tab_enabled",
                requests.have(Ability.HOME),
                "messages_tab_enabled",
                true,
                "messages_tab_read_only_enabled",
                !requests.have(Ability.COMMANDS));
    }

    /** Returns the commands in the menu of each message. */
    private static List<Object> shortcuts() {
        return Arrays.stream(MessageShortcut.values())
                .<Object>map(shortcut -> ordered(
                        "name",
                        shortcut.label(),
                        "type",
                        "message",
                        "callback_id",
                        shortcut.callbackId(),
                        "description",
                        shortcut.description()))
                .toList();
    }

    /** Returns the slash command as the manifest describes it. Slack sends mentions with their ids only if it is asked to escape them. */
    private Map<String, Object> slashCommand() {
        Map<String, Object> command = ordered("command", requests.command());
        if (requests.requestUrl() != null) {
            command.put("url", requests.requestUrl());
        }
        command.put("description", COMMAND_DESCRIPTION);
        command.put("usage_hint", COMMAND_HINT);
        command.put("should_escape", true);
        return command;
    }

    /** Returns whether Slack shows previews of links to a host: it wants a top-level domain, and no IP address. */
    static boolean isUnfurlDomain(String host) {
        return UNFURL_DOMAIN.matcher(host).matches();
    }

    /** Returns whether previews are wanted, and Slack cannot make any of links to this controller. */
    public boolean lacksUnfurlDomain() {
        return requests.have(Ability.PREVIEWS) && !isUnfurlDomain(host());
    }

    private static Map<String, Object> botUser() {
        return ordered("display_name", "jenkins", "always_online", true);
    }

    private Map<String, Object> oauthConfig() {
        Map<String, Object> config = new LinkedHashMap<>();
        if (redirectUrl != null) {
            config.put("redirect_urls", List.of(redirectUrl));
        }
        config.put("scopes", Map.of("bot", scopes()));
        return config;
    }

    private Object scopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.serves(requests.abilities()))
                .map(Scope::id)
                .toList();
    }

    /**
     * Returns the part of the manifest that is called {@code settings}. Tokens do not rotate: Slack never lets an app go back, and a token
     * that rotates can be lost.
     */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (requests.any()) {
            settings.put("event_subscriptions", withUrl(ordered("bot_events", BotEvents.of(requests, orgWide))));
            // Slack warns everybody who follows a link button of an app without it.
            settings.put("interactivity", withUrl(ordered("is_enabled", true)));
        }
        settings.put("org_deploy_enabled", orgWide);
        settings.put("socket_mode_enabled", requests.any() && requests.transport() == Transport.SOCKET);
        settings.put("token_rotation_enabled", false);
        return settings;
    }

    private Map<String, Object> withUrl(Map<String, Object> settings) {
        if (requests.requestUrl() != null) {
            settings.put("request_url", requests.requestUrl());
        }
        return settings;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
