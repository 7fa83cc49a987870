package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule for the fields of an object. Immutable: each method returns a new rule.
 *
 * @param fields the rules for fields by name; any other field is allowed
 * @param required groups of names; an object must have at least one field of each group
 */
record ObjectRule(Map<String, BlockRule> fields, List<List<String>> required) implements BlockRule {

    static ObjectRule object() {
        return new ObjectRule(Map.of(), List.of());
    }

    /** Adds a field that an object may have. */
    ObjectRule optional(String name, BlockRule rule) {
        Map<String, BlockRule> more = new LinkedHashMap<>(fields);
        more.put(name, rule);
        return new ObjectRule(more, required);
    }

    /** Adds a field that an object must have. */
    ObjectRule required(String name, BlockRule rule) {
        return optional(name, rule).oneOf(name);
    }

    ObjectRule oneOf(String... names) {
        List<List<String>> more = new ArrayList<>(required);
        more.add(List.of(names));
        return new ObjectRule(fields, more);
    }

    @Override
    public void check(JsonElement value, BlockPath path) {
        if (!value.isJsonObject()) {
            path.addFault("must be an object (in Groovy a map)");
            return;
        }
        JsonObject object = value.getAsJsonObject();
        required.stream()
                .filter(names -> names.stream().noneMatch(name -> hasValue(object, name)))
                .forEach(names -> path.addFault("has no " + String.join(" and no ", names)));
        fields.forEach((name, rule) -> {
            if (hasValue(object, name)) {
                rule.check(object.get(name), path.field(name));
            }
        });
    }

    private static boolean hasValue(JsonObject object, String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }
}
