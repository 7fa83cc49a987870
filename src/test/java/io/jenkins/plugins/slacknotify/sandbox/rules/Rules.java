package io.jenkins.plugins.slacknotify.sandbox.rules;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;

/** The rules for single values that the Block Kit tables are made of. */
final class Rules {
    private Rules() {}

    static Rule anything() {
        return (value, pointer, report) -> {};
    }

    static Rule string(Limit max) {
        return string(max.value());
    }

    static Rule nonEmptyString(Limit max) {
        return string(max.value()).then((value, pointer, report) -> {
            if (value.getAsString().isEmpty()) {
                report.accept(new Violation("must be more than 0 characters", pointer));
            }
        });
    }

    static Rule string(int max) {
        return string().then((value, pointer, report) -> {
            if (value.getAsString().length() > max) {
                report.accept(new Violation("must be less than " + (max + 1) + " characters", pointer));
            }
        });
    }

    static Rule string() {
        return primitive(JsonPrimitive::isString, "must provide a string");
    }

    /** A string of that form; what Slack says is INFERRED. */
    static Rule matching(String pattern) {
        var form = java.util.regex.Pattern.compile(pattern);
        return string().then((value, pointer, report) -> {
            if (!form.matcher(value.getAsString()).matches()) {
                report.accept(new Violation("must match pattern " + pattern, pointer));
            }
        });
    }

    static Rule bool() {
        return primitive(JsonPrimitive::isBoolean, "must provide a boolean");
    }

    static Rule number() {
        return primitive(JsonPrimitive::isNumber, "must provide a number");
    }

    static Rule oneOf(String... allowed) {
        var values = Set.of(allowed);
        return string().then((value, pointer, report) -> {
            if (!values.contains(value.getAsString())) {
                report.accept(new Violation("must be a valid enum value", pointer));
            }
        });
    }

    /** An absolute address; Slack follows it only when a person clicks, so any host will do. */
    static Rule link() {
        return nonEmptyString(Limit.URL).then((value, pointer, report) -> {
            if (schemeOf(value.getAsString()) == null) {
                report.accept(new Violation("invalid url", pointer));
            }
        });
    }

    static Rule list(int min, int max, Rule item) {
        return (value, pointer, report) -> {
            if (!value.isJsonArray()) {
                report.accept(new Violation("must provide an array", pointer));
                return;
            }
            var items = value.getAsJsonArray();
            if (items.size() > max) {
                report.accept(new Violation("no more than " + max + " items allowed", pointer));
            }
            if (items.size() < min) {
                report.accept(new Violation("no less than " + min + " items allowed", pointer));
            }
            for (int i = 0; i < items.size(); i++) {
                item.check(items.get(i), pointer + "/" + i, report);
            }
        };
    }

    /** An object whose rule is chosen by its {@code type}. */
    static Rule byType(Map<String, ? extends Rule> rules) {
        return (value, pointer, report) -> {
            String type = typeOf(value);
            if (!value.isJsonObject()) {
                report.accept(new Violation("must provide an object", pointer));
            } else if (type == null) {
                report.accept(new Violation("missing required field: type", pointer));
            } else if (!rules.containsKey(type)) {
                report.accept(new Violation("unsupported type: " + type, pointer + "/type"));
            } else {
                rules.get(type).check(value, pointer, report);
            }
        };
    }

    private static String typeOf(JsonElement value) {
        return value.isJsonObject()
                        && value.getAsJsonObject().get("type") instanceof JsonPrimitive type
                        && type.isString()
                ? type.getAsString()
                : null;
    }

    private static Rule primitive(java.util.function.Predicate<JsonPrimitive> kind, String problem) {
        return (value, pointer, report) -> {
            if (!(value instanceof JsonPrimitive primitive && kind.test(primitive))) {
                report.accept(new Violation(problem, pointer));
            }
        };
    }

    private static String schemeOf(String url) {
        try {
            return new URI(url).getScheme();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
