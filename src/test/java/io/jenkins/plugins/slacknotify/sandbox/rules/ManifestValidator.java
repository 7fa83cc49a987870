package io.jenkins.plugins.slacknotify.sandbox.rules;

import static io.jenkins.plugins.slacknotify.sandbox.rules.ObjectRule.object;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.anything;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.bool;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.list;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.matching;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.number;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.oneOf;
import static io.jenkins.plugins.slacknotify.sandbox.rules.Rules.string;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what Slack would refuse in the manifest of an app. Names and limits are those of Slack's documentation of app manifests;
 * the wording is INFERRED. Stateless and thread-safe.
 */
public final class ManifestValidator {
    private static final Rule NAMES = list(0, 1_000, matching("[a-z_]+([:.][a-z_.:]+)?"));
    private static final Rule ADDRESS = matching("https?://[^\\s/]+(/\\S*)?");
    private static final Rule HTTPS = matching("https://[^\\s/]+(/\\S*)?");

    /** The sandbox's own: a Jenkins on this very machine, which has no certificate. Slack takes https alone. */
    private static final Rule REDIRECT = matching("(https://[^\\s/]+|http://127\\.0\\.0\\.1(:\\d+)?)(/\\S*)?");

    private static final ObjectRule MANIFEST = object().optional("_metadata", anything())
            .required("display_information", displayInformation())
            .optional("features", features())
            .optional("oauth_config", oauthConfig())
            .optional("settings", settings());

    private static ObjectRule displayInformation() {
        return object().required("name", matching(".{1,35}"))
                .optional("description", string(140))
                .optional("long_description", matching("(?s).{174,4000}"))
                .optional("background_color", matching("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"));
    }

    private static ObjectRule features() {
        var home = object().optional("home_tab_enabled", bool())
                .optional("messages_tab_enabled", bool())
                .optional("messages_tab_read_only_enabled", bool());
        var bot = object().required("display_name", matching("[A-Za-z0-9._ -]{1,80}"))
                .optional("always_online", bool());
        var command = object().required("command", matching("/[a-z0-9_-]{1,31}"))
                .required("description", matching(".{1,2000}"))
                .optional("url", ADDRESS)
                .optional("usage_hint", string(1_000))
                .optional("should_escape", bool());
        var shortcut = object().required("name", matching(".{1,24}"))
                .required("type", oneOf("message", "global"))
                .required("callback_id", string(255))
                .required("description", matching(".{1,150}"));
        return object().optional("app_home", home)
                .optional("bot_user", bot)
                .optional("slash_commands", list(0, 50, command))
                .optional("shortcuts", list(0, 10, shortcut))
                .optional("unfurl_domains", list(0, 5, matching("([a-z0-9-]+\\.)+[a-z]{2,}")));
    }

    private static ObjectRule oauthConfig() {
        var scopes = object().optional("bot", NAMES).optional("user", NAMES);
        return object().optional("redirect_urls", list(0, 1_000, REDIRECT))
                .optional("scopes", scopes)
                .optional("pkce_enabled", bool())
                .optional("token_management_enabled", bool());
    }

    private static ObjectRule settings() {
        var events = object().optional("request_url", HTTPS)
                .optional("bot_events", list(0, 100, matching("[a-z_]+(\\.[a-z_]+)?")))
                .optional("user_events", list(0, 100, matching("[a-z_]+(\\.[a-z_]+)?")));
        var interactivity = object().required("is_enabled", bool())
                .optional("request_url", ADDRESS)
                .optional("message_menu_options_url", ADDRESS);
        return object().optional("allowed_ip_address_ranges", anything())
                .optional("event_subscriptions", events)
                .optional("interactivity", interactivity)
                .optional("org_deploy_enabled", bool())
                .optional("socket_mode_enabled", bool())
                .optional("token_rotation_enabled", bool())
                .optional("is_hosted", bool())
                .optional("incoming_webhooks", anything())
                .optional("background_agent_enabled", bool())
                .optional("siws_links", number());
    }

    /** @return every violation; empty where Slack would take the manifest */
    public List<Violation> validate(JsonObject manifest) {
        var violations = new ArrayList<Violation>();
        MANIFEST.check(manifest, "", violations::add);
        if (violations.isEmpty()) {
            checkTransport(manifest, violations);
        }
        return List.copyOf(violations);
    }

    /** DOCUMENTED by the examples of apps.manifest.validate: what comes to an app needs a way to it. */
    private static void checkTransport(JsonObject manifest, List<Violation> violations) {
        var settings = child(manifest, "settings");
        boolean bySocket = flag(settings, "socket_mode_enabled");
        var events = child(settings, "event_subscriptions");
        if (events.has("bot_events") && !events.has("request_url") && !bySocket) {
            violations.add(new Violation(
                    "Event Subscription requires either Request URL or Socket Mode Enabled",
                    "/settings/event_subscriptions"));
        }
        var interactivity = child(settings, "interactivity");
        if (flag(interactivity, "is_enabled") && !interactivity.has("request_url") && !bySocket) {
            violations.add(new Violation("Interactivity requires a Request URL", "/settings/interactivity"));
        }
        var features = child(manifest, "features");
        if (features.get("slash_commands") instanceof JsonArray commands) {
            for (int i = 0; i < commands.size(); i++) {
                if (!commands.get(i).getAsJsonObject().has("url") && !bySocket) {
                    violations.add(new Violation(
                            "Slash Command requires a Request URL or Socket Mode Enabled",
                            "/features/slash_commands/" + i));
                }
            }
        }
        var bot = child(child(manifest, "oauth_config"), "scopes").get("bot");
        if (bot instanceof JsonArray scopes && !scopes.isEmpty() && !features.has("bot_user")) {
            violations.add(new Violation("Bot scopes require a bot user", "/features/bot_user"));
        }
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    private static boolean flag(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.getAsBoolean();
    }
}
