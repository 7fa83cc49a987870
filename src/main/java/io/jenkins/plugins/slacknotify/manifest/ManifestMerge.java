package io.jenkins.plugins.slacknotify.manifest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.MessageShortcut;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A manifest for an app that is there already: the one that the app has, and in it what the plugin needs.
 *
 * <p>Slack's {@code apps.manifest.update} replaces the whole manifest, so what is missing in the new one is switched off. Hence the
 * merge starts from the present one and changes only what is the plugin's: its scopes, events, command, shortcuts, domain and
 * redirect address, the tabs, and the way by which requests come. All else stays, also what this version does not know, such as the
 * addresses from which the app's tokens may be used.
 *
 * <p>Name, texts, colour and bot user are the people's as soon as the app has them. Whether an organisation may install the app, and
 * whether its tokens rotate, is never taken back.
 */
public final class ManifestMerge {
    private static final Set<String> OWN_SCOPES =
            Arrays.stream(Scope.values()).map(Scope::id).collect(Collectors.toUnmodifiableSet());

    private static final String REQUEST_URL = "request_url";
    private static final String EVENTS = "event_subscriptions";
    private static final String INTERACTIVITY = "interactivity";
    private static final String SOCKET_MODE = "socket_mode_enabled";

    private final AppManifest needed;
    private final JsonObject ours;
    private final JsonObject merged;

    private ManifestMerge(AppManifest needed, JsonObject present) {
        this.needed = needed;
        this.ours = ManifestChanges.parse(needed.json());
        this.merged = present;
    }

    /**
     * Joins two manifests as JSON.
     *
     * @param needed what the settings need; it is completed by what the app is, as {@link AppManifest#forApp} does
     * @param present the one that the app has
     * @throws IllegalArgumentException if that is no JSON object
     */
    public static String merge(AppManifest needed, String present) {
        return new ManifestMerge(needed.forApp(present), ManifestChanges.parse(present))
                .merge()
                .toString();
    }

    private JsonObject merge() {
        if (!merged.has("display_information")) {
            merged.add("display_information", ours.get("display_information"));
        }
        mergeFeatures(section(merged, "features"), read(ours, "features"));
        mergeOAuth(section(merged, "oauth_config"), read(ours, "oauth_config"));
        mergeSettings(section(merged, "settings"), read(ours, "settings"));
        return merged;
    }

    private void mergeFeatures(JsonObject features, JsonObject own) {
        overlay(section(features, "app_home"), read(own, "app_home"));
        if (!features.has("bot_user")) {
            features.add("bot_user", own.get("bot_user"));
        }
        replaceOwn(features, "slash_commands", own, this::isOwnCommand);
        replaceOwn(features, "shortcuts", own, ManifestMerge::isOwnShortcut);
        replaceOwn(features, "unfurl_domains", own, domain -> isText(domain, needed.host()::equalsIgnoreCase));
    }

    private static void mergeOAuth(JsonObject oauth, JsonObject own) {
        replaceOwn(oauth, "redirect_urls", own, address -> false);
        replaceOwn(section(oauth, "scopes"), "bot", read(own, "scopes"), scope -> isText(scope, OWN_SCOPES::contains));
    }

    private void mergeSettings(JsonObject settings, JsonObject own) {
        setUnlessTrue(settings, own, "org_deploy_enabled");
        setUnlessTrue(settings, own, "token_rotation_enabled");
        JsonObject events = section(settings, EVENTS);
        replaceOwn(events, "bot_events", read(own, EVENTS), event -> isText(event, BotEvents.all()::contains));
        if (needed.requests().any()) {
            routeRequests(events, read(own, EVENTS));
            routeRequests(section(settings, INTERACTIVITY), read(own, INTERACTIVITY));
            settings.add(SOCKET_MODE, own.get(SOCKET_MODE));
        } else if (!hasOtherRequests(settings)) {
            events.remove(REQUEST_URL);
            settings.remove(INTERACTIVITY);
            settings.add(SOCKET_MODE, own.get(SOCKET_MODE));
        }
        if (events.isEmpty()) {
            settings.remove(EVENTS);
        }
    }

    /** Has all requests come to this Jenkins: by the address of the plugin's manifest, or by none, for Socket Mode. */
    private static void routeRequests(JsonObject target, JsonObject own) {
        target.remove(REQUEST_URL);
        own.asMap().forEach((name, value) -> {
            if (!value.isJsonArray()) {
                target.add(name, value);
            }
        });
    }

    /**
     * Returns whether somebody else uses the way by which requests of the app come, while this Jenkins takes none: something is left
     * that makes requests, or they go to an address that is not of this Jenkins. Slack takes no such thing without a way.
     */
    private boolean hasOtherRequests(JsonObject settings) {
        JsonObject features = read(merged, "features");
        JsonObject events = read(settings, EVENTS);
        boolean isSomethingLeft = Stream.of(
                        features.get("slash_commands"),
                        features.get("shortcuts"),
                        events.get("bot_events"),
                        events.get("user_events"),
                        events.get("metadata_subscriptions"))
                .anyMatch(list -> list instanceof JsonArray array && !array.isEmpty());
        JsonObject interactivity = read(settings, INTERACTIVITY);
        return isSomethingLeft
                || Stream.of(
                                events.get(REQUEST_URL),
                                interactivity.get(REQUEST_URL),
                                interactivity.get("message_menu_options_url"))
                        .anyMatch(url -> isText(url, this::isElsewhere));
    }

    private boolean isElsewhere(String url) {
        String address = needed.address();
        return address == null || !url.startsWith(address);
    }

    /** The command may have had another name, and people may have changed its words. */
    private boolean isOwnCommand(JsonElement command) {
        return command instanceof JsonObject object
                && (isText(object.get("command"), needed.requests().command()::equals)
                        || isText(object.get("description"), AppManifest.COMMAND_DESCRIPTION::equals));
    }

    private static boolean isOwnShortcut(JsonElement shortcut) {
        return shortcut instanceof JsonObject object
                && isText(object.get("callback_id"), id -> id.startsWith(MessageShortcut.PREFIX));
    }

    private static boolean isText(@CheckForNull JsonElement element, Predicate<String> test) {
        return element != null && element.isJsonPrimitive() && test.test(element.getAsString());
    }

    /** Returns an object to be read; an empty one where there is none. */
    private static JsonObject read(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    /** Returns an object to be changed. It is added where there is none. */
    private static JsonObject section(JsonObject parent, String name) {
        JsonObject child = read(parent, name);
        parent.add(name, child);
        return child;
    }

    private static void overlay(JsonObject target, JsonObject own) {
        own.asMap().forEach(target::add);
    }

    private static void setUnlessTrue(JsonObject target, JsonObject own, String name) {
        if (!isText(target.get(name), "true"::equals)) {
            target.add(name, own.get(name));
        }
    }

    /**
     * Replaces what a list has of the plugin's by what it needs now; that comes first.
     *
     * @param isOwn whether an element is the plugin's, needed or not
     */
    private static void replaceOwn(JsonObject target, String name, JsonObject own, Predicate<JsonElement> isOwn) {
        JsonArray list = new JsonArray();
        if (own.get(name) instanceof JsonArray needed) {
            list.addAll(needed);
        }
        if (target.get(name) instanceof JsonArray present) {
            for (JsonElement each : present) {
                if (!isOwn.test(each) && !list.contains(each)) {
                    list.add(each);
                }
            }
        }
        if (list.isEmpty()) {
            target.remove(name);
        } else {
            target.add(name, list);
        }
    }
}
