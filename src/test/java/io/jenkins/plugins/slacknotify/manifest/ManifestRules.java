package io.jenkins.plugins.slacknotify.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of Slack's documentation and its published schema for manifests, as far as ours goes: nothing else is allowed. */
final class ManifestRules {
    private static final String BOOLEAN = "true|false";

    /** Paths, and what the values there have to look like. */
    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            rule("display_information.name", ".{1,35}"),
            rule("display_information.description", ".{1,139}"),
            rule("features.app_home.home_tab_enabled", BOOLEAN),
            rule("features.app_home.messages_tab_enabled", BOOLEAN),
            rule("features.app_home.messages_tab_read_only_enabled", BOOLEAN),
            rule("features.bot_user.display_name", "[a-z0-9._-]{1,80}"),
            rule("features.bot_user.always_online", BOOLEAN),
            rule("features.slash_commands.command", "/[a-z0-9_-]{1,31}"),
            rule("features.slash_commands.url", "https?://.*"),
            rule("features.slash_commands.description", ".{1,2000}"),
            rule("features.slash_commands.usage_hint", ".{1,1000}"),
            rule("features.shortcuts.name", ".{1,24}"),
            rule("features.shortcuts.type", "message"),
            rule("features.shortcuts.callback_id", "slack-notify\\.message\\.[a-z]+"),
            rule("features.shortcuts.description", ".{1,150}"),
            rule("features.slash_commands.should_escape", BOOLEAN),
            rule("features.unfurl_domains", "(?i)[a-z0-9.-]+\\.[a-z]{2,}"),
            rule("oauth_config.redirect_urls", "https://.+"),
            rule("oauth_config.scopes.bot", "commands|[a-z_]+:[a-z.]+"),
            rule("settings.event_subscriptions.request_url", "https?://.*"),
            rule("settings.event_subscriptions.bot_events", "[a-z_]+(\\.im)?"),
            rule("settings.interactivity.is_enabled", BOOLEAN),
            rule("settings.interactivity.request_url", "https?://.*"),
            rule("settings.org_deploy_enabled", BOOLEAN),
            rule("settings.socket_mode_enabled", BOOLEAN),
            rule("settings.token_rotation_enabled", BOOLEAN));

    private final List<String> violations = new ArrayList<>();

    private ManifestRules() {}

    /** One sentence for each; empty where Slack has nothing to object. */
    static List<String> violations(JsonObject manifest) {
        var rules = new ManifestRules();
        rules.check("", manifest);
        return rules.violations;
    }

    private void check(String path, JsonElement element) {
        if (element.isJsonObject()) {
            element.getAsJsonObject()
                    .asMap()
                    .forEach((key, value) -> check(path.isEmpty() ? key : path + "." + key, value));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> check(path, item));
        } else {
            checkValue(path, element.getAsString());
        }
    }

    private void checkValue(String path, String value) {
        var rule = VALUES.get(path);
        if (rule == null) {
            violations.add(path + " is not known");
        } else if (!rule.matcher(value).matches()) {
            violations.add(path + " must not be " + value);
        }
    }

    private static Map.Entry<String, Pattern> rule(String path, String pattern) {
        return Map.entry(path, Pattern.compile(pattern));
    }
}
