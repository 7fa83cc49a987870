package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The fields of one kind of Block Kit object. Immutable: each method answers a new rule. */
record ObjectRule(Map<String, Rule> fields, Set<String> required, List<String> anyOf) implements Rule {
    static ObjectRule object() {
        return new ObjectRule(Map.of(), Set.of(), List.of()).optional("type", Rules.string());
    }

    ObjectRule required(String name, Rule rule) {
        var more = new LinkedHashSet<>(required);
        more.add(name);
        return new ObjectRule(optional(name, rule).fields, more, anyOf);
    }

    ObjectRule optional(String name, Rule rule) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, rule);
        return new ObjectRule(more, required, anyOf);
    }

    /** At least one of these fields must be there. INFERRED: the wording of the refusal. */
    ObjectRule anyOf(String... names) {
        return new ObjectRule(fields, required, List.of(names));
    }

    @Override
    public void check(JsonElement value, String pointer, Consumer<Violation> report) {
        if (!value.isJsonObject()) {
            report.accept(new Violation("must provide an object", pointer));
            return;
        }
        var object = value.getAsJsonObject();
        checkPresence(object, pointer, report);
        object.entrySet().forEach(field -> checkField(field, pointer, report));
    }

    private void checkPresence(JsonObject object, String pointer, Consumer<Violation> report) {
        for (String name : required) {
            if (!object.has(name)) {
                report.accept(new Violation("missing required field: " + name, pointer));
            }
        }
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(object::has)) {
            report.accept(new Violation("must define one of: " + String.join(", ", anyOf), pointer));
        }
    }

    private void checkField(Map.Entry<String, JsonElement> field, String pointer, Consumer<Violation> report) {
        Rule rule = fields.get(field.getKey());
        if (rule == null) {
            report.accept(new Violation("invalid additional property: " + field.getKey(), pointer));
        } else {
            rule.check(field.getValue(), pointer + "/" + field.getKey(), report);
        }
    }
}
