package io.jenkins.plugins.slacknotify.manifest;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes maps, lists, texts and truth values as JSON or YAML, in their order. */
final class ManifestWriter {
    private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson INDENTED =
            COMPACT.newBuilder().setPrettyPrinting().create();

    /** The words that YAML does not take for text unless they are quoted. */
    private static final Set<String> QUOTED_WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private ManifestWriter() {}

    static String compactJson(Map<String, Object> content) {
        return COMPACT.toJson(content);
    }

    static String indentedJson(Map<String, Object> content) {
        return INDENTED.toJson(content);
    }

    static String yaml(Map<String, Object> content) {
        StringBuilder yaml = new StringBuilder();
        appendMap(yaml, content, "");
        return yaml.toString();
    }

    private static void appendMap(StringBuilder yaml, Map<?, ?> map, String indent) {
        map.forEach((key, value) -> {
            yaml.append(indent).append(key).append(':');
            appendValue(yaml, value, indent + "  ");
        });
    }

    private static void appendValue(StringBuilder yaml, Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            yaml.append('\n');
            appendMap(yaml, map, indent);
        } else if (value instanceof List<?> list) {
            yaml.append('\n');
            list.forEach(item -> appendItem(yaml, item, indent));
        } else {
            yaml.append(' ').append(scalar(value)).append('\n');
        }
    }

    /** Appends an element of a list. The first key of a map stands behind the dash. */
    private static void appendItem(StringBuilder yaml, Object item, String indent) {
        if (item instanceof Map<?, ?> map) {
            StringBuilder entries = new StringBuilder();
            appendMap(entries, map, indent + "  ");
            yaml.append(indent).append("- ").append(entries.substring(indent.length() + 2));
        } else {
            yaml.append(indent).append("- ").append(scalar(item)).append('\n');
        }
    }

    /** Returns a single value, such as a text or a number, as YAML has it. A text in double quotes means the same in YAML as in JSON. */
    private static String scalar(Object value) {
        return value instanceof String text && !isPlain(text) ? COMPACT.toJson(text) : String.valueOf(value);
    }

    /** Returns whether a text surely needs no quotes. A colon, for one, must have something behind it. */
    private static boolean isPlain(String text) {
        return text.matches("[A-Za-z]([\\w./()-]|:(?=\\S)| (?=\\S))*")
                && !QUOTED_WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
