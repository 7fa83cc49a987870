package io.jenkins.plugins.slacknotify.manifest;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The manifest from which Slack makes the app of this plugin. Its keys and limits are those of Slack's documentation of
 * app manifests and of the schema in {@code slackapi/manifest-schema}. Only Slack itself can tell whether it accepts
 * the manifest.
 *
 * @param address where people find the controller, such as {@code https://ci.example.org/}; null where it is not known
 * @param orgWide whether the app may be installed in a whole Enterprise Grid organisation
 */
public record AppManifest(@CheckForNull String address, boolean orgWide) {
    static final int MAX_NAME_LENGTH = 35;
    static final int MAX_DESCRIPTION_LENGTH = 139;

    private static final String NEW_APP = "https://api.slack.com/apps?new_app=1&manifest_json=";
    private static final String NAME = "Jenkins";
    private static final String DESCRIPTION = "Tells the right people what happened to a build";

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

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("display_information", ordered("name", name(), "description", description()));
        content.put("features", ordered("app_home", appHome(), "bot_user", botUser()));
        content.put("oauth_config", Map.of("scopes", Map.of("bot", scopes())));
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

    private String host() {
        try {
            String host = address == null ? null : URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            // An address that is none helps nobody in Slack.
            return "";
        }
    }

    /**
     * Returns the tabs of the app. Without the tab for messages, Slack refuses direct messages of the bot with
     * {@code messages_tab_disabled}.
     */
    private static Map<String, Object> appHome() {
        return ordered("home_tab_enabled", false, "messages_tab_enabled", true, "messages_tab_read_only_enabled", true);
    }

    private static Map<String, Object> botUser() {
        return ordered("display_name", "jenkins", "always_online", true);
    }

    private static Object scopes() {
        return Arrays.stream(Scope.values()).map(Scope::id).toList();
    }

    /** Returns the settings. Tokens that rotate end after twelve hours, and this plugin cannot renew them. */
    private Map<String, Object> settings() {
        return ordered("org_deploy_enabled", orgWide, "socket_mode_enabled", false, "token_rotation_enabled", false);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
