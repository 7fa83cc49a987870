package io.jenkins.plugins.slacknotify.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The differences between two manifests, as an administrator reads them.
 *
 * @param changes in the order of the new manifest; what is only in the old one comes last
 */
public record ManifestChanges(List<Change> changes) {
    /** The parts that take effect only after the app was installed anew, by Slack's documentation. */
    private static final Set<String> REINSTALL = Set.of("oauth_config.scopes.bot", "features.unfurl_domains");

    /**
     * One difference between two manifests. For a list, it names what is new and what is gone.
     *
     * @param path where it is in the manifest, such as {@code settings.socket_mode_enabled}
     * @param before blank where there was nothing
     * @param after blank where there is nothing any more
     */
    public record Change(String path, String before, String after) {
        /** Returns whether Slack wants the app to be installed anew for it. */
        public boolean needsInstallation() {
            return REINSTALL.contains(path);
        }
    }

    public ManifestChanges {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two manifests as JSON.
     *
     * @throws IllegalArgumentException if one of them is no JSON object
     */
    static ManifestChanges between(String before, String after) {
        Map<String, Set<String>> old = values(before);
        Map<String, Set<String>> current = values(after);
        Set<String> paths = new LinkedHashSet<>(current.keySet());
        paths.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Set<String> gone = minus(old.get(path), current.get(path));
            Set<String> added = minus(current.get(path), old.get(path));
            if (!gone.isEmpty() || !added.isEmpty()) {
                changes.add(new Change(path, String.join(", ", gone), String.join(", ", added)));
            }
        }
        return new ManifestChanges(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns whether Slack wants the app to be installed anew. */
    public boolean needInstallation() {
        return changes.stream().anyMatch(Change::needsInstallation);
    }

    private static Set<String> minus(@CheckForNull Set<String> some, @CheckForNull Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some == null ? Set.of() : some);
        rest.removeAll(others == null ? Set.of() : others);
        return rest;
    }

    /**
     * Returns the values by their paths. A list has one path, and as many values as elements.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    static Map<String, Set<String>> values(String json) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        flatten("", parse(json), values);
        return values;
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    static JsonObject parse(String json) {
        try {
            return JsonParser.parseString(json).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("This is not a manifest in JSON", e);
        }
    }

    private static void flatten(String path, JsonElement element, Map<String, Set<String>> values) {
        if (element instanceof JsonObject object) {
            object.asMap().forEach((key, value) -> flatten(path.isEmpty() ? key : path + "." + key, value, values));
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(item -> flatten(path, item, values));
        } else if (!element.isJsonNull()) {
            values.computeIfAbsent(path, it -> new LinkedHashSet<>()).add(element.getAsString());
        }
    }
}
