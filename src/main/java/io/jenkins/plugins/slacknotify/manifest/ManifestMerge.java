package io.jenkins.plugins.slacknotify.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A manifest for an app that is there already: what the plugin needs, and what people have decided in Slack. These are the name,
 * the texts and the colour of the app, its further redirect addresses and scopes, its shortcuts, whether an organisation may install
 * it, and whether its tokens rotate, which Slack never takes back.
 */
public final class ManifestMerge {
    private static final Set<String> OWN_SCOPES =
            Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.toUnmodifiableSet());

    private ManifestMerge() {}

    /**
     * Joins two manifests as JSON.
     *
     * @param present the one that the app has
     * @throws IllegalArgumentException if that is no JSON object
     */
    public static String merge(AppManifest needed, String present) {
        JsonObject old = parse(present);
        JsonObject merged = parse(needed.json());
        keep(old, merged, "display_information");
        keep(child(old, "features"), child(merged, "features"), "bot_user");
        addShortcuts(child(old, "features").get("shortcuts"), child(merged, "features"));
        JsonObject oldOAuth = child(old, "oauth_config");
        JsonObject oauth = child(merged, "oauth_config");
        add(oldOAuth.get("redirect_urls"), oauth, "redirect_urls", Set.of());
        add(child(oldOAuth, "scopes").get("bot"), child(oauth, "scopes"), "bot", OWN_SCOPES);
        keep(child(oldOAuth, "scopes"), child(oauth, "scopes"), "user");
        keepIfTrue(child(old, "settings"), child(merged, "settings"), "org_deploy_enabled");
        keepIfTrue(child(old, "settings"), child(merged, "settings"), "token_rotation_enabled");
        return merged.toString();
    }

    private static JsonObject parse(String json) {
        try {
            return JsonParser.parseString(json).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("This is no manifest in JSON", e);
        }
    }

    private static JsonObject child(JsonObject parent, String name) {
        JsonElement element = parent.get(name);
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    private static void keep(JsonObject old, JsonObject merged, String name) {
        if (old.has(name)) {
            merged.add(name, old.get(name));
        }
    }

    private static void keepIfTrue(JsonObject old, JsonObject merged, String name) {
        JsonElement value = old.get(name);
        if (value != null && value.isJsonPrimitive() && value.getAsBoolean()) {
            merged.addProperty(name, true);
        }
    }

    /** Keeps the shortcuts that are not the plugin's. */
    private static void addShortcuts(JsonElement old, JsonObject features) {
        if (old == null || !old.isJsonArray()) {
            return;
        }
        JsonArray list = features.has("shortcuts") ? features.getAsJsonArray("shortcuts") : new JsonArray();
        for (JsonElement each : old.getAsJsonArray()) {
            JsonElement id = each.isJsonObject() ? each.getAsJsonObject().get("callback_id") : null;
            boolean isOurs =
                    id != null && id.isJsonPrimitive() && id.getAsString().startsWith(MessageShortcut.PREFIX);
            if (!isOurs) {
                list.add(each);
            }
        }
        if (!list.isEmpty()) {
            features.add("shortcuts", list);
        }
    }

    /** @param ours what the plugin itself decides on, so that an old one is not kept */
    private static void add(JsonElement old, JsonObject merged, String name, Set<String> ours) {
        if (old == null || !old.isJsonArray()) {
            return;
        }
        JsonArray list = merged.has(name) ? merged.getAsJsonArray(name) : new JsonArray();
        for (JsonElement each : old.getAsJsonArray()) {
            boolean isOurs = each.isJsonPrimitive() && ours.contains(each.getAsString());
            if (!isOurs && !list.contains(each)) {
                list.add(each);
            }
        }
        if (!list.isEmpty()) {
            merged.add(name, list);
        }
    }
}
