package io.jenkins.plugins.slacknotify.message.blocks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of one kind of object. Immutable: each method answers a new rule.
 *
 * @param fields those that are checked; any others pass
 * @param required of each group there has to be at least one
 */
record ObjectRule(Map<String, BlockRule> fields, List<List<String>> required) implements BlockRule {

    static ObjectRule object() {
        return new ObjectRule(Map.of(), List.of());
    }

    ObjectRule optional(String name, BlockRule rule) {
        Map<String, BlockRule> more = new LinkedHashMap<>(fields);
        more.put(name, rule);
        return new ObjectRule(more, required);
    }

    ObjectRule required(String name, BlockRule rule) {
        return optional(name, rule).oneOf(name);
    }

    /** At least one of these has to be there. */
    ObjectRule oneOf(String... names) {
        List<List<String>> more = new ArrayList<>(required);
        more.add(List.of(names));
        return new ObjectRule(fields, more);
    }

    @Override
    public void check(JsonElement value, BlockPath place) {
        if (!value.isJsonObject()) {
            place.addFault("must be an object (in Groovy a map)");
            return;
        }
        JsonObject object = value.getAsJsonObject();
        required.stream()
                .filter(names -> names.stream().noneMatch(name -> isThere(object, name)))
                .forEach(names -> place.addFault("has no " + String.join(" and no ", names)));
        fields.forEach((name, rule) -> {
            if (isThere(object, name)) {
                rule.check(object.get(name), place.field(name));
            }
        });
    }

    private static boolean isThere(JsonObject object, String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }
}
