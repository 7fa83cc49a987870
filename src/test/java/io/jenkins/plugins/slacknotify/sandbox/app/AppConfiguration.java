package io.jenkins.plugins.slacknotify.sandbox.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of an app, by its manifest. An app without one may do everything, so that a test need not write it.
 *
 * @param manifest null for an app without one
 */
record AppConfiguration(JsonObject manifest) {
    private static final String COMMANDS = "slash_commands";

    AppConfiguration {
        manifest = manifest == null ? null : manifest.deepCopy();
    }

    boolean hasCommand(String command) {
        return manifest == null || commands().containsKey(command);
    }

    /** The addresses of the commands, by their names; an empty address where there is none. */
    Map<String, String> commands() {
        var commands = new LinkedHashMap<String, String>();
        objects(child("features"), COMMANDS)
                .forEach(command -> commands.put(text(command, "command"), text(command, "url")));
        return commands;
    }

    /** A message's shortcut if {@code ofMessage}, otherwise a global one. */
    boolean hasShortcut(String callbackId, boolean ofMessage) {
        return manifest == null
                || objects(child("features"), "shortcuts")
                        .anyMatch(shortcut -> text(shortcut, "callback_id").equals(callbackId)
                                && text(shortcut, "type").equals(ofMessage ? "message" : "global"));
    }

    /** DOCUMENTED: a domain stands for all below it, and a port is no part of it. */
    boolean unfurls(String host) {
        return manifest == null
                || texts(child("features"), "unfurl_domains")
                        .anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** Events that come without a subscription are not there; {@code app_uninstalled} and its like must be subscribed to. */
    boolean subscribesTo(String event) {
        return manifest == null
                || texts(child("settings", "event_subscriptions"), "bot_events").anyMatch(event::equals);
    }

    boolean isInteractive() {
        return manifest == null || flag(child("settings", "interactivity"), "is_enabled");
    }

    boolean hasHomeTab() {
        return manifest == null || flag(child("features", "app_home"), "home_tab_enabled");
    }

    /** Whether members can write to the app. */
    boolean hasComposer() {
        var home = child("features", "app_home");
        return manifest == null || flag(home, "messages_tab_enabled") && !flag(home, "messages_tab_read_only_enabled");
    }

    boolean isSocketMode() {
        return flag(child("settings"), "socket_mode_enabled");
    }

    boolean rotatesTokens() {
        return flag(child("settings"), "token_rotation_enabled");
    }

    boolean isForOrganisations() {
        return manifest == null || flag(child("settings"), "org_deploy_enabled");
    }

    String eventUrl() {
        return text(child("settings", "event_subscriptions"), "request_url");
    }

    String interactivityUrl() {
        return text(child("settings", "interactivity"), "request_url");
    }

    List<String> redirectUrls() {
        return texts(child("oauth_config"), "redirect_urls").toList();
    }

    List<String> botScopes() {
        return texts(child("oauth_config", "scopes"), "bot").toList();
    }

    private JsonObject child(String... names) {
        JsonObject object = manifest == null ? new JsonObject() : manifest;
        for (String name : names) {
            object = object.get(name) instanceof JsonObject child ? child : new JsonObject();
        }
        return object;
    }

    private static Stream<JsonObject> objects(JsonObject from, String name) {
        return elements(from, name).map(JsonElement::getAsJsonObject);
    }

    private static Stream<String> texts(JsonObject from, String name) {
        return elements(from, name).map(JsonElement::getAsString);
    }

    private static Stream<JsonElement> elements(JsonObject from, String name) {
        return from.get(name) instanceof JsonArray array ? array.asList().stream() : Stream.empty();
    }

    private static String text(JsonObject from, String name) {
        return Optional.ofNullable(from.get(name)).map(JsonElement::getAsString).orElse("");
    }

    private static boolean flag(JsonObject from, String name) {
        return from.get(name) != null && from.get(name).getAsBoolean();
    }
}
